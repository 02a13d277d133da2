import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import type { Bead } from '#core/records/bead.ts';
import { gutterEchoes } from '#renderer/annotations/echo.ts';
import { bead, made, target } from './made.ts';

function echoes(link: Bead, ...annotations: Annotation[]): [id: string, side: string][] {
  const on = (paragraph: string): Annotation[] =>
    annotations.filter(({ targets }) => targets.some((one) => one.paragraph === paragraph));
  return gutterEchoes(link, ['kk', 'en'], on).map(({ annotation, side }) => [annotation.id, side]);
}

describe('the echo of an annotation in the gutter', () => {
  it.each([
    ['1-1', bead(['kk-1'], ['en-1'])],
    ['1-n', bead(['kk-1'], ['en-1', 'en-2'])],
    ['n-1', bead(['kk-0', 'kk-1'], ['en-1'])],
    ['n-m', bead(['kk-0', 'kk-1'], ['en-1', 'en-2', 'en-3'])],
  ])('stands beside a %s link, from either side', (_, link) => {
    expect(echoes(link, made('a', [target('kk-1', 0, 4)]))).toEqual([['a', 'source']]);
    expect(echoes(link, made('b', [target('en-1', 0, 4)]))).toEqual([['b', 'target']]);
  });

  it('is one, however many paragraphs of the link the annotation goes over', () => {
    const link = bead(['kk-1', 'kk-2'], ['en-1']);
    expect(echoes(link, made('a', [target('kk-1', 5, 9), target('kk-2', 0, 4)]))).toEqual([['a', 'source']]);
  });

  it('is not there once the counterpart is linked', () => {
    const link = bead(['kk-1'], ['en-1']);
    expect(echoes(link, made('a', [target('kk-1', 0, 4), target('en-1', 2, 6)]))).toEqual([]);
  });

  it('stays while the counterpart is linked in another edition only', () => {
    const link = bead(['kk-1'], ['en-1']);
    expect(echoes(link, made('a', [target('kk-1', 0, 4), target('ru-1', 2, 6)]))).toEqual([['a', 'source']]);
  });

  it('is not there beside an omission', () => {
    expect(echoes(bead(['kk-1'], []), made('a', [target('kk-1', 0, 4)]))).toEqual([]);
  });

  it('shows those of the left side first', () => {
    const link = bead(['kk-1'], ['en-1']);
    const found = echoes(link, made('right', [target('en-1', 0, 4)]), made('left', [target('kk-1', 0, 4)]));
    expect(found).toEqual([
      ['left', 'source'],
      ['right', 'target'],
    ]);
  });
});
