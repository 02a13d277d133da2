import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkIndex, alignedWith } from '#core/alignment/link.ts';
import { spreadBounds, spreadIndex, spreads } from '#core/alignment/spreads.ts';
import { alignment, link } from './links.ts';

const pairs = (count: number) => Array.from({ length: count }, (_, at) => link(`s${at}`, `t${at}`));
const never = () => false;
const sizes = (cut: { start: number; end: number }[]): number[] => cut.map(({ start, end }) => end - start);

describe('spreads', () => {
  test('[S2] hold 40 links', () => {
    expect(sizes(spreads(pairs(100), () => 100, never))).toEqual([40, 40, 20]);
  });

  test('[S2] hold fewer where paragraphs are long', () => {
    expect(sizes(spreads(pairs(10), () => 2_000, never))).toEqual([4, 4, 2]);
  });

  test('[S2] leave a link alone that is too long for any', () => {
    const lengths = (id: string) => (id === 's1' ? 100_000 : 10);
    expect(sizes(spreads(pairs(3), lengths, never))).toEqual([1, 1, 1]);
  });

  test('[S3] begin with a section after 24 links or more', () => {
    const sections = new Set(['s10', 't30', 's50', 's60']);
    expect(
      spreads(
        pairs(100),
        () => 100,
        (id) => sections.has(id),
      ),
    ).toEqual([
      { start: 0, end: 30 },
      { start: 30, end: 60 },
      { start: 60, end: 100 },
    ]);
  });

  test('of nothing are none', () => {
    expect(spreads([], () => 1, never)).toEqual([]);
  });

  test('[S1] [S2] cover all links, in order, each once, within the bounds', () => {
    const length = (id: string): number => ((id.length * 7919 + id.charCodeAt(id.length - 1) * 104_729) % 30_000) + 1;
    const many = fc.array(alignment, { maxLength: 4 }).map((parts) => parts.flat());
    fc.assert(
      fc.property(many, fc.nat(9), (links, sectionEvery) => {
        const cut = spreads(links, length, (id) => id.endsWith(String(sectionEvery)));
        let next = 0;
        for (const { start, end } of cut) {
          expect(start).toBe(next);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(spreadBounds.links);
          const text = links.slice(start, end).flatMap(({ source, target }) => [...source, ...target]);
          const total = text.reduce((sum, id) => sum + length(id), 0);
          expect(end - start === 1 || total <= spreadBounds.text).toBe(true);
          next = end;
        }
        expect(next).toBe(links.length);
      }),
    );
  });

  test('[S4] before a change further on stay as they were', () => {
    const before = spreads(pairs(200), () => 300, never);
    const after = spreads(pairs(200).toSpliced(100, 3), () => 300, never);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  });

  test('[S5] of 20,000 links ask for each length once', () => {
    let asked = 0;
    const cut = spreads(pairs(20_000), () => ++asked % 100, never);
    expect(asked).toBe(40_000);
    expect(spreadIndex(pairs(20_000), cut).size).toBe(40_000);
  });
});

describe('the index of spreads', () => {
  test('finds the spread of a paragraph of either side', () => {
    const links = pairs(100);
    const index = spreadIndex(
      links,
      spreads(links, () => 100, never),
    );
    expect([index.get('s0'), index.get('t39'), index.get('s40'), index.get('t99'), index.get('x')]).toEqual([
      0,
      0,
      1,
      2,
      undefined,
    ]);
  });
});

describe('the index of links', () => {
  const links = linkIndex([link('a1', 'b1 b2'), link('a2', '')]);

  test('finds the link of a paragraph, its side and place', () => {
    expect(links.get('b2')).toMatchObject({ side: 'target', index: 0, link: { source: ['a1'] } });
  });

  test.each([
    ['a1', ['b1', 'b2']],
    ['b1', ['a1']],
    ['a2', []],
    ['x', []],
  ])('finds what is aligned with %s', (paragraph, aligned) => {
    expect(alignedWith(paragraph, links)).toEqual(aligned);
  });
});
