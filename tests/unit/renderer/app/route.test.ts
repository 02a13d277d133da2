import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, parseRoute, type Route } from '#renderer/app/route.ts';

describe('an address', () => {
  it.each([
    ['', { view: 'library' }],
    ['#/', { view: 'library' }],
    ['#/glossary', { view: 'glossary' }],
    ['#/works/qazan-1917', { view: 'work', work: 'qazan-1917' }],
    ['#/works/qazan-1917/alignment/kk~en', { view: 'alignment', work: 'qazan-1917', alignment: 'kk~en' }],
    ['#/works/qazan-1917/alignment/', { view: 'work', work: 'qazan-1917' }],
    ['#/works/qazan-1917/elsewhere', { view: 'work', work: 'qazan-1917' }],
    ['#/works/', { view: 'library' }],
    ['#/works/%', { view: 'library' }],
    ['#/elsewhere', { view: 'library' }],
  ] as const)('%s leads to %o', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('of any work leads back to it', () => {
    assert(
      property(string({ minLength: 1, unit: 'grapheme' }), (work) => {
        const routes: Route[] = [
          { view: 'work', work },
          { view: 'alignment', work, alignment: `${work}~en` },
        ];
        for (const route of routes) expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });
});
