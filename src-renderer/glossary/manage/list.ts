import { language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { foldText } from '#core/text/fold.ts';
import { foldQuery } from '#core/text/search.ts';

/** By what a list of terms is sorted: a field, or a gloss by its language (`gloss:en`). */
export type SortColumn = 'headword' | 'category' | 'note' | `gloss:${string}`;

export interface ListQuery {
  /** As typed; case and Kazakh letters do not matter. */
  search: string;
  category: Term['category'] | null;
  /** The headword's language. */
  language: string | null;
  sort: { column: SortColumn; descending: boolean };
}

/** What a list needs to know of its cells: how they read in the interface's language, and in what order they stand. */
export interface ListNames {
  category: (category: Term['category']) => string;
  note: (term: Term) => string;
  /** The language whose order cells in the interface's language follow. */
  own: string;
}

interface Folded {
  headword: string;
  all: string;
}

/** A term is a value, so it is folded once as long as it is kept. */
const folded = new WeakMap<Term, Folded>();

function foldedTerm(term: Term): Folded {
  let known = folded.get(term);
  if (known === undefined) {
    const headword = foldText(term.headword).text;
    const rest = [...Object.values(term.glosses).flat(), ...Object.values(term.notes)];
    known = { headword, all: [headword, ...rest.map((text) => foldText(text).text)].join('\n') };
    folded.set(term, known);
  }
  return known;
}

/**
 * The terms that a query finds, in its order. While something is searched for, headwords that begin with it come first,
 * then those that hold it, then what is found in glosses and notes.
 */
export function listed(terms: Iterable<Term>, query: ListQuery, names: ListNames): Term[] {
  const sought = foldQuery(query.search);
  const found = [...terms].filter(
    (term) =>
      (query.category === null || term.category === query.category) &&
      (query.language === null || term.language === query.language) &&
      (sought === null || foldedTerm(term).all.includes(sought)),
  );
  const sorted = found.toSorted(comparison(query.sort, names));
  return sought === null ? sorted : sorted.toSorted((a, b) => rank(a, sought) - rank(b, sought));
}

function rank(term: Term, sought: string): number {
  const { headword } = foldedTerm(term);
  if (headword.startsWith(sought)) return 0;
  return headword.includes(sought) ? 1 : 2;
}

function comparison({ column, descending }: ListQuery['sort'], names: ListNames): (a: Term, b: Term) => number {
  const byHeadword = (a: Term, b: Term): number =>
    a.language === b.language
      ? language(a.language).compare(a.headword, b.headword) || (a.id < b.id ? -1 : 1)
      : languageOrder(a.language, b.language);
  const sign = descending ? -1 : 1;
  if (column === 'headword') return (a, b) => sign * byHeadword(a, b);
  const [cell, rules] = cellOf(column, names);
  return (a, b) => {
    const [one, other] = [cell(a), cell(b)];
    // What has no such cell stands last, whichever way the list is sorted.
    if (one === '' || other === '') return Number(one === '') - Number(other === '') || byHeadword(a, b);
    return sign * rules.compare(one, other) || byHeadword(a, b);
  };
}

/** Kazakh first: it is the language of the originals. */
function languageOrder(a: string, b: string): number {
  if (a === 'kk' || b === 'kk') return a === 'kk' ? -1 : 1;
  return a < b ? -1 : 1;
}

function cellOf(column: Exclude<SortColumn, 'headword'>, names: ListNames) {
  const own = language(names.own);
  if (column === 'category') return [(term: Term) => names.category(term.category), own] as const;
  if (column === 'note') return [names.note, own] as const;
  const tag = column.slice('gloss:'.length);
  return [(term: Term) => (term.glosses[tag] ?? []).join('; '), language(tag)] as const;
}
