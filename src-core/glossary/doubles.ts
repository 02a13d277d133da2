import { language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { foldText } from '#core/text/fold.ts';
import { wordKindOf } from './kind.ts';

/** Entries that say the same, or perhaps do. */
export interface Doubles {
  /**
   * `same`: the same headword in the same language, and no two categories. `perhaps`: spelled the same but for Kazakh letters,
   * accents and the like (казак, қазақ), a verb and its citation form (бар, бару), or one headword in several categories.
   */
  kind: 'same' | 'perhaps';
  /** At least two; the one that says most comes first. */
  terms: Term[];
}

/** The doubles among terms, in the order of their headwords as dictionaries of their language have it. */
export function doublesOf(terms: Iterable<Term>): Doubles[] {
  const all = [...terms];
  const same = grouped(all, (term) => [`${headwordOf(term)}\n${term.category === 'word' ? '' : term.category}`]);
  // A word without a category goes with the one category that the others have.
  const byHeadword = grouped(all, (term) => [headwordOf(term)]);
  const sure = byHeadword.flatMap((group) => {
    const categories = new Set(group.map(({ category }) => category).filter((category) => category !== 'word'));
    return categories.size <= 1 ? [group] : same.filter(([first]) => first !== undefined && group.includes(first));
  });
  const inSure = new Map(sure.flatMap((group) => group.map((term) => [term, group] as const)));
  const headwords = new Set(all.map(headwordOf));
  const perhaps = grouped(all, (term) => nearKeys(term, headwords)).filter(
    (group) => new Set(group.map((term) => inSure.get(term) ?? term)).size > 1,
  );
  const doubles = [
    ...sure.map((group): Doubles => ({ kind: 'same', terms: group })),
    ...perhaps.map((group): Doubles => ({ kind: 'perhaps', terms: group })),
  ];
  return doubles
    .map(({ kind, terms: group }) => ({ kind, terms: group.toSorted(byContent) }))
    .toSorted((a, b) => byFirst(a.terms[0], b.terms[0]));
}

/** What is compared of a headword: its language, and its words in the spelling in which words are compared. */
function headwordOf({ language: tag, headword }: Pick<Term, 'language' | 'headword'>): string {
  return `${tag}\n${language(tag).inflection.normal(headword).replace(/\s+/gu, ' ').trim()}`;
}

/** Terms that share a key, also through others; groups of at least two. */
function grouped(terms: readonly Term[], keysOf: (term: Term) => readonly string[]): Term[][] {
  // By term the one before it in its group, up to the first of all, which has itself.
  const before = terms.map((_, at) => at);
  const firstOf = (at: number): number => {
    let first = at;
    while (before[first] !== undefined && before[first] !== first) first = before[first] ?? first;
    before[at] = first;
    return first;
  };
  const byKey = new Map<string, number>();
  for (const [at, term] of terms.entries()) {
    for (const key of keysOf(term)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, at);
      else before[firstOf(at)] = firstOf(known);
    }
  }
  const groups = Map.groupBy(terms.keys(), firstOf);
  const all = [...groups.values()].filter((group) => group.length > 1);
  return all.map((group) => group.flatMap((at) => terms[at] ?? []));
}

function nearKeys(term: Term, headwords: ReadonlySet<string>): string[] {
  const keys = [`${term.language}\n${foldText(headwordOf(term)).text}`];
  for (const verb of citedVerbs(term)) {
    if (headwords.has(`${term.language}\n${verb}`)) keys.push(`verb\n${term.language}\n${verb}`);
  }
  if (wordKindOf(term) !== 'noun') keys.push(`verb\n${headwordOf(term)}`);
  return keys;
}

/** The verbs whose citation form a Kazakh headword may be: бар of бару. */
function citedVerbs(term: Term): string[] {
  const { inflection } = language(term.language);
  const word = inflection.normal(term.headword);
  if (!/^kk(?:-|$)/u.test(term.language) || !/^\p{L}+[ую]$/u.test(word) || wordKindOf(term) === 'noun') return [];
  const stems = inflection.stems(word, 'verb', false);
  const readings = stems.flatMap((stem) => (word.startsWith(stem.text) ? stem.readings(word) : []));
  return [...new Set(readings.filter(({ suffixes }) => suffixes.length === 1).map(({ stem }) => stem))];
}

/** The one that says more first. */
function byContent(a: Term, b: Term): number {
  return weight(b) - weight(a) || (a.id < b.id ? -1 : 1);
}

function weight({ glosses, notes, category, level }: Term): number {
  const senses = Object.values(glosses).reduce((sum, all) => sum + all.length, 0);
  return 4 * senses + 2 * Object.keys(notes).length + Number(category !== 'word') + Number(level !== undefined);
}

function byFirst(a: Term | undefined, b: Term | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.language !== b.language) return a.language < b.language ? -1 : 1;
  return language(a.language).compare(a.headword, b.headword);
}
