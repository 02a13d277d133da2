import { describe, expect, it } from 'vitest';
import {
  keptSentences,
  pairAt,
  sentencePairs,
  sentencePairsAtHand,
  surelyBeside,
  swapSentences,
  type BeadSide,
} from '#core/alignment/sentences.ts';
import type { SentenceLinks } from '#core/records/bead.ts';

const own = side('kk', 'Жаз келді. Күн 25 градус болды.', 'Ол 1917 жылы келді.');
const other = side('en', 'Summer came. It was 25 degrees.', 'He came in 1917.');

function side(tag: string, ...texts: string[]): BeadSide {
  return { language: tag, paragraphs: texts.map((text) => ({ text })) };
}

function beside(paragraph: number, start: number, stored: Parameters<typeof sentencePairs>[2] = null): string[] {
  const found = pairAt(sentencePairs(own, other, stored), paragraph, start)?.other ?? [];
  return found.map((span) => (other.paragraphs[span.paragraph]?.text ?? '').slice(span.start, span.end));
}

describe('the sentence beside a place', () => {
  it('is told by aligning the sentences of the bead', () => {
    expect(beside(0, 0)).toEqual(['Summer came.']);
    expect(beside(0, 11)).toEqual(['It was 25 degrees.']);
    expect(beside(1, 3)).toEqual(['He came in 1917.']);
  });

  it('[H1] is the stored one where sentences were linked by hand', () => {
    expect(beside(0, 0, { counts: [3, 3], links: [[[0], [2], 1]] })).toEqual(['He came in 1917.']);
  });

  it('[H1] is told anew where the sentences are not as many as when they were linked', () => {
    expect(beside(0, 0, { counts: [4, 3], links: [[[0], [2], 1]] })).toEqual(['Summer came.']);
  });

  it('between two sentences is that of the next', () => {
    expect(beside(0, 10)).toEqual(['It was 25 degrees.']);
  });

  it('is not there where the other side is empty', () => {
    const pairs = sentencePairs(own, side('en'), null);
    expect(pairAt(pairs, 0, 0)?.other).toEqual([]);
  });
});

describe('the sentences of a bead', () => {
  it('[H4] tell how sure it is that they stand together', () => {
    const pairs = sentencePairs(own, other, { counts: [3, 3], links: [[[0], [0], 0.4]] });
    expect(pairs.map(({ confidence }) => confidence)).toEqual([0.4]);
    expect(sentencePairs(side('kk', 'Жаз.'), side('en', 'Summer. It came.'), null)).toEqual([
      { own: [{ paragraph: 0, start: 0, end: 4 }], other: [{ paragraph: 0, start: 0, end: 16 }], confidence: 1 },
    ]);
  });

  it('[H3] that stand together are one span only where they follow each other', () => {
    const three = side('en', 'One. Two. Three.');
    const [pair] = sentencePairs(side('kk', 'Бір. Екі.'), three, { counts: [2, 3], links: [[[0, 1], [0, 2], 1]] });
    expect(pair?.own).toEqual([{ paragraph: 0, start: 0, end: 9 }]);
    expect(pair?.other.map(({ start, end }) => three.paragraphs[0]?.text.slice(start, end))).toEqual([
      'One.',
      'Three.',
    ]);
  });

  it('[H2] are aligned once, and are at hand from then on, from either side', () => {
    const kazakh = side('kk', 'Жаз келді. Күн 25 градус болды.');
    const english = side('en', 'Summer came. It was 25 degrees.');
    expect(sentencePairsAtHand(kazakh, english, null)).toBeNull();
    const pairs = sentencePairs(kazakh, english, null);
    expect(sentencePairsAtHand(kazakh, english, null)).toBe(pairs);
    expect(sentencePairsAtHand(english, kazakh, null)).toEqual(
      pairs.map(({ own: ours, other: theirs, confidence }) => ({ own: theirs, other: ours, confidence })),
    );
  });

  it('[H2] are sought anew when a paragraph has become another', () => {
    const kazakh = side('kk', 'Жаз келді. Күн 25 градус болды.');
    const english = side('en', 'Summer came. It was 25 degrees.');
    sentencePairs(kazakh, english, null);
    expect(sentencePairsAtHand(kazakh, side('en', 'Summer came. It was hot.'), null)).toBeNull();
  });
});

describe('what surely stands beside a range', () => {
  const pairs = sentencePairs(own, other, {
    counts: [3, 3],
    links: [
      [[0], [0], 0.9],
      [[1], [1], 0.5],
      [[2], [], 0.9],
    ],
  });
  const sure = (paragraph: number, start: number, end: number) => surelyBeside(pairs, 'own', { paragraph, start, end });

  it('[H4] is told where every sentence it touches is sure', () => {
    expect(sure(0, 2, 5)).toEqual([{ paragraph: 0, start: 0, end: 12 }]);
    expect(sure(0, 2, 15)).toBeNull();
    expect(sure(0, 13, 15)).toBeNull();
  });

  it('[H4] is nothing where a sentence surely has nothing beside it, and is not told where there is no sentence', () => {
    expect(sure(1, 0, 2)).toEqual([]);
    expect(sure(1, 500, 510)).toBeNull();
  });
});

describe('the links that a bead keeps', () => {
  const sentences: SentenceLinks = { counts: [2, 1], links: [[[0, 1], [0], 0.5]] };

  it('are told from the side that asks', () => {
    const bead = { alignment: 'kk~en', sentences };
    expect(keptSentences(bead, 'kk')).toBe(sentences);
    expect(keptSentences(bead, 'en')).toEqual({ counts: [1, 2], links: [[[0], [0, 1], 0.5]] });
    expect(keptSentences({ alignment: 'kk~en' }, 'kk')).toBeNull();
    expect(keptSentences(null, 'kk')).toBeNull();
  });

  it('are the same object when their sides are exchanged twice', () => {
    expect(swapSentences(swapSentences(sentences))).toBe(sentences);
  });
});
