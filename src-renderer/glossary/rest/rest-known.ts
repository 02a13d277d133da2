import type { HeadwordGuesser } from '#core/glossary/guess.ts';
import { noChange, type Change } from '#core/records/change.ts';
import type { Term } from '#core/records/term.ts';
import { bareTerm, levelled, type NewWord } from '../levels.ts';
import { headwordKey } from '../draft.ts';

/** What of a part of a text a reader said nothing of yet. */
export interface Rest {
  /** Entries that stand there without a level, or as new. */
  terms: readonly Term[];
  /** The headwords guessed for words that are in no term, the most frequent first, each with how often its forms stand there. */
  headwords: readonly { headword: string; count: number }[];
  /** How many running words all of these are. */
  words: number;
}

/** What stands in a part of a text: terms by how often they stand there, and words that are in no term. */
export interface PartWords {
  terms: ReadonlyMap<Term, number>;
  /** As they are written, each as often as it stands there. */
  unmarked: readonly string[];
}

/** What is left to be made known: words that are in no term are grouped under the headwords that are guessed for them. */
export function restOf(
  { terms, unmarked }: PartWords,
  guesser: HeadwordGuesser,
  isFree: (headword: string) => boolean,
): Rest {
  const counts = new Map<string, number>();
  for (const word of unmarked) counts.set(word, (counts.get(word) ?? 0) + 1);
  const headwords = new Map<string, { headword: string; count: number }>();
  for (const [word, count] of counts) {
    const headword = guesser.guess(word).find(isFree) ?? word;
    const there = headwords.get(headword);
    if (there === undefined) headwords.set(headword, { headword, count });
    else there.count += count;
  }
  const left = [...terms].filter(([{ level }]) => level === undefined || level === 'new');
  return {
    terms: left.map(([term]) => term),
    headwords: [...headwords.values()].toSorted((a, b) => b.count - a.count),
    words: unmarked.length + left.reduce((sum, [, count]) => sum + count, 0),
  };
}

/** The change that makes all of it known: one step. `null` where nothing is left. */
export function restKnown(
  { terms, headwords }: Rest,
  language: string,
  newId: () => string,
  work: string | null,
): Change | null {
  const added = headwords.map(({ headword }): Term => {
    const word: NewWord = { id: newId(), language, headword };
    return bareTerm(word, 'known', work);
  });
  const updated = levelled(terms, 'known')?.updated ?? [];
  return added.length + updated.length === 0 ? null : { ...noChange, added, updated };
}

/** Tells headwords that no entry of a language has. */
export function freeHeadwords(language: string, terms: Iterable<Term>): (headword: string) => boolean {
  const taken = new Set([...terms].map(headwordKey));
  return (headword) => !taken.has(headwordKey({ language, headword }));
}
