import { describe, expect, it } from 'vitest';
import { pairAt, sentencePairs, swapSentences, type BeadSide } from '#core/alignment/sentences-beside.ts';

const own: BeadSide = { language: 'kk', texts: ['Жаз келді. Күн 25 градус болды.', 'Ол 1917 жылы келді.'] };
const other: BeadSide = { language: 'en', texts: ['Summer came. It was 25 degrees.', 'He came in 1917.'] };

function beside(paragraph: number, start: number, stored: Parameters<typeof sentencePairs>[2] = null): string[] {
  const found = pairAt(sentencePairs(own, other, stored), paragraph, start)?.other ?? [];
  return found.map((span) => (other.texts[span.paragraph] ?? '').slice(span.start, span.end));
}

describe('the sentence beside a place', () => {
  it('is told by aligning the sentences of the bead', () => {
    expect(beside(0, 0)).toEqual(['Summer came.']);
    expect(beside(0, 11)).toEqual(['It was 25 degrees.']);
    expect(beside(1, 3)).toEqual(['He came in 1917.']);
  });

  it('is the stored one where sentences were linked by hand', () => {
    expect(beside(0, 0, { counts: [3, 3], links: [[[0], [2], 1]] })).toEqual(['He came in 1917.']);
  });

  it('is told anew where the sentences are not as many as when they were linked', () => {
    expect(beside(0, 0, { counts: [4, 3], links: [[[0], [2], 1]] })).toEqual(['Summer came.']);
  });

  it('between two sentences is that of the next', () => {
    expect(beside(0, 10)).toEqual(['It was 25 degrees.']);
  });

  it('is not there where the other side is empty', () => {
    const pairs = sentencePairs(own, { language: 'en', texts: [] }, null);
    expect(pairAt(pairs, 0, 0)?.other).toEqual([]);
  });
});

describe('links with their sides exchanged', () => {
  it('lead the other way', () => {
    const links = { counts: [2, 1], links: [[[0, 1], [0], 0.5]] } satisfies Parameters<typeof swapSentences>[0];
    expect(swapSentences(links)).toEqual({ counts: [1, 2], links: [[[0], [0, 1], 0.5]] });
  });
});
