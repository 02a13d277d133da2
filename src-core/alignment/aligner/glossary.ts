import { glossIndex, headwordIndex, matches } from '#core/glossary/match.ts';
import type { Match } from '#core/glossary/overlaps.ts';
import { language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Term } from '#core/records/term.ts';

/** Finds terms in a unit; `null` where no term has words in both languages. */
export type TermFinder = ((text: string) => Match[]) | null;

/** A glossary is a value: as long as it is the same list, so are its indexes. Sentences of single beads are aligned one by one. */
const made = new WeakMap<readonly Term[], Map<string, TermFinder>>();

/** Finds the reader's terms in a unit, by headword or by gloss. */
export function termFinder(terms: readonly Term[], tag: string, other: string): TermFinder {
  const finders = made.get(terms) ?? new Map<string, TermFinder>();
  made.set(terms, finders);
  const key = `${tag} ${other}`;
  let finder = finders.get(key);
  if (finder === undefined) {
    finder = makeFinder(terms, tag, other);
    finders.set(key, finder);
  }
  return finder;
}

function makeFinder(terms: readonly Term[], tag: string, other: string): TermFinder {
  const useful = terms.filter((term) => speaks(term, tag) && speaks(term, other));
  if (useful.length === 0) return null;
  const spoken = language(tag);
  const indexes = [headwordIndex(useful, spoken), glossIndex(useful, spoken)];
  return (text) => indexes.flatMap((index) => matches(text, index));
}

function speaks(term: Term, tag: string): boolean {
  const primary = primaryTag(tag);
  return [term.language, ...Object.keys(term.glosses)].some((one) => primaryTag(one) === primary);
}
