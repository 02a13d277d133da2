import { language } from '#core/language/language.ts';
import { termLevels, type Term, type TermLevel } from '#core/records/term.ts';
import { foldText } from '#core/text/fold.ts';
import { foldQuery } from '#core/text/search.ts';

/** By what a list of terms is sorted: a field, how often it stands in a text, or a gloss by its language (`gloss:en`). */
export type SortColumn = 'headword' | 'category' | 'level' | 'count' | 'note' | `gloss:${string}`;

/**
 * Which entries are listed: those that say something (words to which a reader only gave a level do not), all, only words
 * without a gloss, or only those that are there more than once.
 */
export type Shown = 'entries' | 'all' | 'bare' | 'doubles';

export interface ListQuery {
  /** As typed; case and Kazakh letters do not matter. */
  search: string;
  category: Term['category'] | null;
  /** `none`: those without a level. */
  level?: TermLevel | 'none' | null;
  /** The headword's language. */
  language: string | null;
  /** Left out, all. */
  shown?: Shown;
  /** Only what stands in the text that is counted, or only what does not. */
  place?: 'in' | 'out' | null;
  sort: { column: SortColumn; descending: boolean };
}

/** What a list needs to know of its cells: how they read in the interface's language, and in what order they stand. */
export interface ListNames {
  category: (category: Term['category']) => string;
  note: (term: Term) => string;
  /** The language whose order cells in the interface's language follow. */
  own: string;
  /** How often the terms stand in the text that is counted, by id; `null` until it is known. */
  counts?: ReadonlyMap<string, number> | null;
  /** The ids of terms that are there more than once; needed where only they are asked for. */
  doubles?: ReadonlySet<string>;
}

/** Has an entry no gloss in any language? */
function isBare({ glosses }: Term): boolean {
  return Object.values(glosses).every((senses) => senses.length === 0);
}

/** Is an entry only a word with a level? Whoever wrote a note or a category said more. */
function isOnlyLevel(term: Term): boolean {
  return term.level !== undefined && term.category === 'word' && isBare(term) && Object.keys(term.notes).length === 0;
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
      hasLevel(term, query.level ?? null) &&
      isShown(term, query.shown ?? 'all', names) &&
      isInPlace(term, query.place ?? null, names) &&
      (sought === null || foldedTerm(term).all.includes(sought)),
  );
  const sorted = found.toSorted(comparison(query.sort, names));
  return sought === null ? sorted : sorted.toSorted((a, b) => rank(a, sought) - rank(b, sought));
}

function hasLevel({ level }: Term, asked: TermLevel | 'none' | null): boolean {
  return asked === null || (level ?? 'none') === asked;
}

function isShown(term: Term, shown: Shown, { doubles }: ListNames): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'entries':
      return !isOnlyLevel(term);
    case 'bare':
      return isBare(term);
    case 'doubles':
      return doubles?.has(term.id) === true;
  }
}

/** Until the text is counted nothing is left out. */
function isInPlace({ id }: Term, place: 'in' | 'out' | null, { counts }: ListNames): boolean {
  return place === null || counts === null || counts === undefined || counts.has(id) === (place === 'in');
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
  if (column === 'level' || column === 'count') {
    const value = column === 'level' ? levelRank : (term: Term) => names.counts?.get(term.id) ?? null;
    return (a, b) => {
      const [one, other] = [value(a), value(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byHeadword(a, b);
      return sign * (one - other) || byHeadword(a, b);
    };
  }
  const [cell, rules] = cellOf(column, names);
  return (a, b) => {
    const [one, other] = [cell(a), cell(b)];
    // What has no such cell stands last, whichever way the list is sorted.
    if (one === '' || other === '') return Number(one === '') - Number(other === '') || byHeadword(a, b);
    return sign * rules.compare(one, other) || byHeadword(a, b);
  };
}

function levelRank({ level }: Term): number | null {
  return level === undefined ? null : termLevels.indexOf(level);
}

/** Kazakh first: it is the language of the originals. */
function languageOrder(a: string, b: string): number {
  if (a === 'kk' || b === 'kk') return a === 'kk' ? -1 : 1;
  return a < b ? -1 : 1;
}

function cellOf(column: Exclude<SortColumn, 'headword' | 'level' | 'count'>, names: ListNames) {
  const own = language(names.own);
  if (column === 'category') return [(term: Term) => names.category(term.category), own] as const;
  if (column === 'note') return [names.note, own] as const;
  const tag = column.slice('gloss:'.length);
  return [(term: Term) => (term.glosses[tag] ?? []).join('; '), language(tag)] as const;
}
