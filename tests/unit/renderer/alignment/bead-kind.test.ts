import { describe, expect, it } from 'vitest';
import { beadKind, countBeads } from '#renderer/alignment/bead-kind.ts';
import { alignmentOf, alignmentsOf, isUnaligned } from '#renderer/alignment/pairs.ts';
import { bead, edition, work } from '../../../fixtures/library/records.ts';

const beads = [
  bead('sure', ['kk-1'], ['en-1'], 'a0', { status: 'confirmed', confidence: 1 }),
  bead('auto', ['kk-2'], ['en-2'], 'a1', { confidence: 0.95 }),
  bead('unsure', ['kk-3', 'kk-4'], ['en-3'], 'a2', { confidence: 0.3 }),
  bead('omitted', ['kk-5'], [], 'a3'),
  bead('added', [], ['en-4'], 'a4'),
  bead('meant', ['kk-6'], [], 'a5', { status: 'confirmed', confidence: 1, intended: true }),
];

describe('a bead', () => {
  it('is marked by what a person has to do about it', () => {
    expect(beads.map(beadKind)).toEqual(['confirmed', 'auto', 'unsure', 'omitted', 'added', 'intended']);
  });

  it('is counted under every filter that lists it', () => {
    expect(countBeads(beads, new Map())).toEqual({
      all: 6,
      unsure: 1,
      uneven: 4,
      omissions: 1,
      numbers: 0,
      unconfirmed: 4,
    });
  });
});

describe('the alignment that is worked on', () => {
  const editions = [edition('kk'), edition('en'), edition('ru')];
  const shown = { work: work(), editions, alignments: { 'kk~en': beads } };

  it('is that of the two editions shown, the original first', () => {
    expect(alignmentOf(shown, ['kk', 'en'])).toBe('kk~en');
    expect(alignmentOf(shown, ['en', 'kk'])).toBe('kk~en');
  });

  it('of two translations is their own where they have one, else that of the right one with the original', () => {
    expect(alignmentOf(shown, ['en', 'ru'])).toBe('kk~ru');
    expect(alignmentOf({ ...shown, alignments: { 'ru~en': beads } }, ['en', 'ru'])).toBe('ru~en');
  });

  it('of an edition beside itself is that with the original', () => {
    expect(alignmentOf(shown, ['en', 'en'])).toBe('kk~en');
    expect(alignmentOf(shown, ['kk', 'kk'])).toBe('kk~en');
    expect(alignmentOf({ ...shown, editions: [edition('kk')] }, ['kk', 'kk'])).toBeNull();
  });

  it('may be one that nobody has made yet', () => {
    expect(alignmentsOf(shown)).toEqual(['kk~en', 'kk~ru']);
    expect(isUnaligned(shown, 'kk~ru')).toBe(true);
    expect(isUnaligned(shown, 'kk~en')).toBe(false);
  });
});
