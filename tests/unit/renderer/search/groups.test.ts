import { describe, expect, it } from 'vitest';
import type { Bead } from '#core/records/bead.ts';
import type { Hit, OutlineParagraph } from '#main/api/shapes.ts';
import { groupedBySection } from '#renderer/search/groups.ts';

const outline: Record<string, OutlineParagraph[]> = {
  kk: [
    ['k1', 'first', 'text', 9],
    ['k2', 'first', 'text', 9],
    ['k3', 'second', 'text', 9],
  ],
  en: [
    ['e1', 'en-first', 'text', 9],
    ['e2', 'en-second', 'text', 9],
    ['e3', 'en-second', 'text', 9],
    ['e4', 'en-second', 'text', 9],
  ],
};
const places = new Map(
  Object.entries(outline).flatMap(([edition, list]) => list.map(([id], index) => [id, { edition, index }] as const)),
);
const beads = [
  [['k1'], ['e1']],
  [['k2'], ['e2']],
  [['k3'], ['e3']],
  [[], ['e4']],
].map(([source = [], target = []], index): Bead => ({
  kind: 'bead',
  id: String(index),
  modified: '',
  alignment: 'kk~en',
  order: String(index),
  source,
  target,
  status: 'confirmed',
  confidence: 1,
}));
const work = {
  work: { kind: 'work' as const, id: 'w', modified: '', titles: {}, original: 'kk' },
  outline,
  alignments: { 'kk~en': beads },
  places,
};

function hit(paragraph: string): Hit {
  return { edition: places.get(paragraph)?.edition ?? '', paragraph, start: 0, end: 1, excerpt: 'x', at: 0 };
}

function grouped(...paragraphs: string[]): [string, number[]][] {
  return groupedBySection(paragraphs.map(hit), work).map(({ section, hits }) => [section, hits.map(({ at }) => at)]);
}

describe('hits by section', () => {
  it('stand under the section of the original, on whichever side they are', () => {
    expect(grouped('k1', 'e1', 'k2', 'e2', 'k3', 'e3')).toEqual([
      ['first', [0, 1, 2, 3]],
      ['second', [4, 5]],
    ]);
  });

  it('come back to a section that is there', () => {
    expect(grouped('k3', 'e2', 'e3')).toEqual([
      ['second', [0, 2]],
      ['first', [1]],
    ]);
  });

  it('stand under their own section where the original has nothing beside them', () => {
    expect(grouped('e3', 'e4')).toEqual([
      ['second', [0]],
      ['en-second', [1]],
    ]);
  });
});
