import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countedIn,
  coverageOf,
  decidingTerm,
  knowledges,
  knownShare,
  learningIn,
  newIn,
  noTally,
  wordsToLearn,
  type HeadwordCount,
} from '#core/glossary/coverage.ts';
import type { Term } from '#core/records/term.ts';

const headword = (text: string, knowledge: HeadwordCount['knowledge'], count: number): HeadwordCount => ({
  headword: text,
  term: knowledge === 'unknown' ? null : text,
  knowledge,
  count,
});
const some = [
  headword('мен', 'known', 5),
  headword('кеңес', 'new', 2),
  headword('қызыл', '3', 2),
  headword('орда', 'unknown', 1),
  headword('ленин', 'ignored', 4),
];
const anyHeadwords = fc
  .array(fc.record({ knowledge: fc.constantFrom(...knowledges), count: fc.integer({ min: 1, max: 50 }) }))
  .map((list) => list.map(({ knowledge, count }, at) => headword(`w${at}`, knowledge, count)));

describe('coverage', () => {
  test('[V5] counts running words, and headwords once', () => {
    const { words, headwords } = coverageOf(some);
    expect(words).toEqual({ ...noTally(), known: 5, new: 2, 3: 2, unknown: 1, ignored: 4 });
    expect(headwords).toEqual({ ...noTally(), known: 1, new: 1, 3: 1, unknown: 1, ignored: 1 });
  });

  test('[V4] ignored words count neither for nor against', () => {
    const { words } = coverageOf(some);
    expect([countedIn(words), learningIn(words), newIn(words)]).toEqual([10, 2, 3]);
    expect(knownShare(words)).toBe(0.5);
    expect(knownShare({ ...noTally(), ignored: 3 })).toBeNull();
  });

  test('[V2] the first of several terms that has a level decides', () => {
    const terms: Pick<Term, 'level'>[] = [{}, { level: '2' }, { level: 'known' }];
    expect(decidingTerm(terms)).toBe(terms[1]);
    expect(decidingTerm([{}, {}])).toEqual({});
    expect(decidingTerm([])).toBeNull();
  });

  test('[V6] what raises coverage most comes first, of equals what is met first', () => {
    expect(wordsToLearn(some).map((one) => [one.headword, one.reached])).toEqual([
      ['кеңес', 0.7],
      ['қызыл', 0.9],
      ['орда', 1],
    ]);
  });

  test('[V6] coverage never falls along the list, and ends with everything', () => {
    fc.assert(
      fc.property(anyHeadwords, (headwords) => {
        const list = wordsToLearn(headwords);
        const { words } = coverageOf(headwords);
        let before = knownShare(words) ?? 0;
        for (const { reached, count } of list) {
          expect(reached).toBeCloseTo(before + count / countedIn(words));
          before = reached;
        }
        expect(before).toBeCloseTo(list.length > 0 ? 1 : (knownShare(words) ?? 0));
        expect(list.map(({ count }) => count)).toEqual(list.map(({ count }) => count).toSorted((a, b) => b - a));
      }),
    );
  });

  test('[V6] no choice of as many headwords covers more', () => {
    fc.assert(
      fc.property(anyHeadwords, fc.nat(10), fc.infiniteStream(fc.nat()), (headwords, size, picks) => {
        const list = wordsToLearn(headwords);
        const best = list.slice(0, size).reduce((sum, { count }) => sum + count, 0);
        const rest = [...list];
        let other = 0;
        for (let left = Math.min(size, rest.length); left > 0; left--) {
          other += rest.splice((picks.next().value as number) % rest.length, 1)[0]?.count ?? 0;
        }
        expect(other).toBeLessThanOrEqual(best);
      }),
    );
  });
});
