import type { Term } from '#core/records/term.ts';

/**
 * How well a word of a text is known: its term's level, `new` also for a term without one; `unknown` for a word that is in no
 * term. Rules V1 to V6 of `docs/spec/glossary.md`.
 */
export const knowledges = ['known', '5', '4', '3', '2', '1', 'new', 'unknown', 'ignored'] as const;
export type Knowledge = (typeof knowledges)[number];

/** How many words are known how well. */
export type Tally = Record<Knowledge, number>;

/** How much of a text a reader knows: by the words as they run, and by their headwords, each once. */
export interface Coverage {
  words: Tally;
  headwords: Tally;
}

/** A headword of a text, and what a reader knows of it. */
export interface HeadwordCount {
  headword: string;
  /** The id of its term; `null` for a headword that was guessed for words in no term. */
  term: string | null;
  knowledge: Knowledge;
  /** How many running words of the part that was asked for belong to it. */
  count: number;
}

export function noTally(): Tally {
  return { known: 0, 5: 0, 4: 0, 3: 0, 2: 0, 1: 0, new: 0, unknown: 0, ignored: 0 };
}

/** What counts for or against: all but ignored words. */
export function countedIn(tally: Tally): number {
  return knowledges.reduce((sum, one) => sum + (one === 'ignored' ? 0 : tally[one]), 0);
}

/** How much is known, from 0 to 1; `null` where nothing counts. */
export function knownShare(tally: Tally): number | null {
  const all = countedIn(tally);
  return all === 0 ? null : tally.known / all;
}

/** What is being learned: levels 1 to 5. */
export function learningIn(tally: Tally): number {
  return tally[1] + tally[2] + tally[3] + tally[4] + tally[5];
}

/** What a reader has not begun to learn, in the glossary or not. */
export function newIn(tally: Tally): number {
  return tally.new + tally.unknown;
}

/** Of the terms of one headword, the one whose level counts: the first that has one, else the first. `null` for none. */
export function decidingTerm<T extends Pick<Term, 'level'>>(terms: readonly T[]): T | null {
  return terms.find(({ level }) => level !== undefined) ?? terms[0] ?? null;
}

/** How well a word that this term marks is known. */
export function knowledgeOf({ level }: Pick<Term, 'level'>): Knowledge {
  return level ?? 'new';
}

/** Is this headword still to be learned? */
function isToLearn(knowledge: Knowledge): boolean {
  return knowledge !== 'known' && knowledge !== 'ignored';
}

/** The headwords as a tally by running words and by headwords. */
export function coverageOf(headwords: Iterable<HeadwordCount>): Coverage {
  const coverage: Coverage = { words: noTally(), headwords: noTally() };
  for (const { knowledge, count } of headwords) {
    coverage.words[knowledge] += count;
    coverage.headwords[knowledge] += 1;
  }
  return coverage;
}

/**
 * The headwords to learn, those first whose learning raises coverage most; of equals the one that is met first, which is their
 * order here. `reached` is how much of the running words is known once it and all before it are.
 */
export function wordsToLearn<T extends HeadwordCount>(headwords: readonly T[]): (T & { reached: number })[] {
  const { words } = coverageOf(headwords);
  const all = countedIn(words);
  let known = words.known;
  return headwords
    .filter(({ knowledge }) => isToLearn(knowledge))
    .toSorted((a, b) => b.count - a.count)
    .map((headword) => {
      known += headword.count;
      return { ...headword, reached: known / all };
    });
}
