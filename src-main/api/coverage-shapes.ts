import type { Coverage, HeadwordCount, Tally } from '#core/glossary/coverage.ts';

/** A headword to learn, and what is reached with it; see `docs/spec/glossary.md`, V6. */
export interface WordToLearn extends HeadwordCount {
  /** How much of the running words is known once it and all before it are, from 0 to 1. */
  reached: number;
  /** As it is written where it is met first; of a match of several words, its first. */
  form: string;
  /** Where that is: UTF-16 code units of a paragraph. */
  first: { paragraph: string; start: number; end: number };
}

/** How much of an edition a reader knows: of the part that was asked for, and of each section. */
export interface EditionCoverage extends Coverage {
  edition: string;
  /** Of every section that has paragraphs, in text order. */
  sections: { section: string; words: Tally; headwords: Tally }[];
  /** How many headwords of the part are to be learned. */
  toLearn: number;
  /** The first of them. */
  learnFirst: WordToLearn[];
}

/** A line of `POST /api/works/:work/coverage` (newline-delimited JSON); the last is no progress. */
export type CoverageLine =
  | { type: 'progress'; share: number }
  | { type: 'coverage'; coverage: EditionCoverage }
  | { type: 'failed'; message: string };
