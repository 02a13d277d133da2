import type { Coverage, HeadwordCount } from '#core/glossary/coverage.ts';
import type { TextMatchesChange, TextRefusals } from '#core/glossary/text-matches.ts';
import type { Term } from '#core/records/term.ts';

/** A text and a glossary, as a thread gets them when it begins. */
export interface WordTask {
  readonly language: string;
  /** In text order. */
  readonly paragraphs: readonly { readonly text: string; readonly section: string }[];
  readonly terms: readonly Term[];
  readonly refusals: TextRefusals;
}

/** The part of the text that a question is about: paragraphs by number, a section, or all. */
export type Part = { readonly paragraphs: readonly number[] } | { readonly section: string } | 'all';

/** What can be asked about the words of a text, and what is answered. */
export interface WordAnswers {
  /** How often each term marks the text, by its id. */
  terms: ReadonlyMap<string, number>;
  coverage: WordCoverage;
}

export interface WordCoverage extends Coverage {
  /** Of every section of the text, whatever part is asked for, in text order. */
  sections: ({ section: string } & Coverage)[];
  /** How many headwords of the part are to be learned. */
  toLearn: number;
  /** The first of them. */
  learnFirst: LearnFirst[];
}

/** A headword to learn; see `wordsToLearn`. */
export interface LearnFirst extends HeadwordCount {
  reached: number;
  /** As it is written where it is met first; of a match of several words, its first. */
  form: string;
  /** Where that is: the number of the paragraph, and UTF-16 code units in it. */
  paragraph: number;
  start: number;
  end: number;
}

/** What a thread is told. Changes count for what is asked after them. */
export type ToThread =
  | { type: 'change'; change: TextMatchesChange }
  | { type: 'ask'; id: number; about: keyof WordAnswers; part: Part; most: number };

/** What a thread tells. */
export type FromThread =
  | { type: 'progress'; share: number }
  | { type: 'answer'; id: number; answer: WordAnswers[keyof WordAnswers] }
  | { type: 'failed'; id: number; message: string };
