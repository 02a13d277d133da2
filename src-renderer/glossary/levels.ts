import { noChange, type Change } from '#core/records/change.ts';
import type { Term, TermLevel } from '#core/records/term.ts';
import { headwordKey } from './draft.ts';

/** A word that gets an entry because it got a level. */
export interface NewWord {
  id: string;
  /** BCP 47 tag. */
  language: string;
  headword: string;
}

/** The change that gives terms a level, or with `null` takes it away; `null` where all have it already. */
export function levelled(terms: readonly Term[], level: TermLevel | null): Change | null {
  const updated = terms
    .filter((term) => (term.level ?? null) !== level)
    .map((term): [Term, Term] => [term, withLevel(term, level)]);
  return updated.length === 0 ? null : { ...noChange, updated };
}

/** The entry of a word to which only a level was given. `work` is the work it was met in. */
export function bareTerm({ id, language, headword }: NewWord, level: TermLevel, work: string | null): Term {
  return {
    id,
    kind: 'term',
    modified: '',
    language,
    headword,
    category: 'word',
    glosses: {},
    notes: {},
    level,
    ...(work === null ? {} : { work }),
  };
}

/** The first of these headwords that no entry of the language has; the last where all are taken. */
export function freeHeadword(guesses: readonly string[], language: string, terms: Iterable<Term>): string {
  const taken = new Set([...terms].filter((term) => term.language === language).map(headwordKey));
  return guesses.find((headword) => !taken.has(headwordKey({ language, headword }))) ?? guesses.at(-1) ?? '';
}

function withLevel(term: Term, level: TermLevel | null): Term {
  if (level !== null) return { ...term, level };
  const { level: _before, ...rest } = term;
  return rest;
}
