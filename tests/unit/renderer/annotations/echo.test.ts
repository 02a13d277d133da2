import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import type { SentencePair } from '#core/alignment/sentences.ts';
import type { Bead } from '#core/records/bead.ts';
import { echoesOf } from '#renderer/annotations/echo.ts';
import { bead, made, target } from './made.ts';

function all(link: Bead, sentences: readonly SentencePair[] | 'pending' | null, ...annotations: Annotation[]) {
  return echoesOf(link, {
    editions: ['kk', 'en'],
    on: (paragraph) => annotations.filter(({ targets }) => targets.some((one) => one.paragraph === paragraph)),
    sentences: () => sentences,
    text: () => null,
  });
}

function echoes(link: Bead, ...annotations: Annotation[]): [id: string, side: string][] {
  return all(link, null, ...annotations).gutter.map(({ annotation, side }) => [annotation.id, side]);
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

describe('the echo of an annotation on a sentence', () => {
  const link = bead(['kk-1'], ['en-1']);
  const pair: SentencePair = {
    own: [{ paragraph: 0, start: 0, end: 10 }],
    other: [{ paragraph: 0, start: 20, end: 32 }],
    confidence: 0.9,
  };

  it('stands there instead of in the gutter, from either side', () => {
    const left = all(link, [pair], made('a', [target('kk-1', 0, 4)]));
    expect(left).toMatchObject({ gutter: [], sentences: [{ paragraph: 'en-1', start: 20, end: 32 }] });
    const right = all(link, [pair], made('b', [target('en-1', 21, 24)]));
    expect(right).toMatchObject({ gutter: [], sentences: [{ paragraph: 'kk-1', start: 0, end: 10 }] });
  });

  it('is nowhere while the sentences are being found', () => {
    expect(all(link, 'pending', made('a', [target('kk-1', 0, 4)]))).toEqual({ gutter: [], sentences: [] });
  });

  it('gives way to the gutter where the words of the annotation are gone', () => {
    const lost = made('a', [target('kk-1', 0, 4)]);
    const found = echoesOf(link, {
      editions: ['kk', 'en'],
      on: (paragraph) => (paragraph === 'kk-1' ? [lost] : []),
      sentences: () => [pair],
      text: () => ({ text: 'Басқа сөздер тұр осы жерде.' }),
    });
    expect(found).toMatchObject({ gutter: [{ side: 'source' }], sentences: [] });
  });
});
