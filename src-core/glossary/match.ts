import type { Inflection, Stem, WordKind } from '#core/language/inflection.ts';
import type { Language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Term } from '#core/records/term.ts';
import type { TextRange } from '#core/text/range.ts';
import { formOfWords, gapAt } from './gaps.ts';
import { wordKindOf } from './kind.ts';
import { longestFirst, type Candidate, type Match } from './overlaps.ts';
import { allowedTerms, type Refusals } from './refusals.ts';
import { wordTable, type WordTable } from './word-table.ts';
import { addWay, goalsOf, noWays, type WordWays } from './word-ways.ts';

/** Headwords or glosses, made ready to be found in running text in all their forms. */
export interface GlossaryIndex {
  readonly language: Language;
  readonly inflection: Inflection;
  readonly root: Node;
  /** Where the words met so far lead from the root. */
  readonly met: WordTable<readonly Node[]>;
}

/** A tree of words: the way from the root to a node spells an entry. */
interface Node {
  /** By what stands before the word. */
  readonly ways: Map<string, WordWays<Node>>;
  /** The nodes of the ways by their word, and the kinds in which each was added. */
  readonly words: Map<string, { node: Node; kinds: Set<WordKind | null> }>;
  /** A value: matches that were found keep the terms that they were found with. */
  terms: readonly string[];
}

/** Words met that are kept at most: those of a long book. */
const mostMet = 200_000;

/** The index of the headwords of those terms whose language is `language`'s, by its primary tag. */
export function headwordIndex(
  terms: readonly Term[],
  language: Language,
  inflection: Inflection = language.inflection,
): GlossaryIndex {
  const index = emptyIndex(language, inflection);
  for (const term of terms) addHeadword(index, term);
  return index;
}

/** Adds a term's headword to an index, if it is in the language of the index. */
export function addHeadword(index: GlossaryIndex, term: Term): void {
  if (primaryTag(term.language) === primaryTag(index.language.tag)) {
    addEntry(index, term.headword, wordKindOf(term), term.id);
  }
}

/** Takes a term's headword out of an index; `term` as it was when it was added. */
export function removeHeadword(index: GlossaryIndex, term: Term): void {
  removeEntry(index, term.headword, term.id);
}

/** Takes a term's glosses out of an index; `term` as it was when they were added. */
export function removeGlosses(index: GlossaryIndex, term: Term): void {
  for (const entry of glossEntries(index, term)) removeEntry(index, entry, term.id);
}

function removeEntry(index: GlossaryIndex, entry: string, term: string): void {
  let node = index.root;
  for (const [gap, word] of wordsWithGaps(index.language, entry)) {
    const next = node.words.get(`${gap}\n${index.inflection.normal(word)}`)?.node;
    if (next === undefined) return;
    node = next;
  }
  // The way stays: it costs next to nothing, and the term often comes back with another gloss.
  node.terms = node.terms.filter((id) => id !== term);
}

/** The beginnings of all forms of the first word of a term's headword; none when it is not in the language of the index. */
export function firstStems({ language, inflection }: GlossaryIndex, term: Term): readonly Stem[] {
  if (primaryTag(term.language) !== primaryTag(language.tag)) return [];
  const words = wordsWithGaps(language, term.headword);
  const [first] = words;
  if (first === undefined) return [];
  const kind = words.length === 1 ? (wordKindOf(term) ?? inflection.likelyKind(first[1])) : 'noun';
  return inflection.stems(first[1], kind, words.length > 1);
}

/** The index of all glosses in `language`, so that a term is found in a translation. */
export function glossIndex(
  terms: readonly Term[],
  language: Language,
  inflection: Inflection = language.inflection,
): GlossaryIndex {
  const index = emptyIndex(language, inflection);
  for (const term of terms) addGlosses(index, term);
  return index;
}

/** Adds those of a term's glosses that are in the language of the index. */
export function addGlosses(index: GlossaryIndex, term: Term): void {
  for (const entry of glossEntries(index, term)) addEntry(index, entry, null, term.id);
}

/** What of a term's glosses may stand in a text in the language of an index. */
function glossEntries({ language }: GlossaryIndex, { glosses }: Term): string[] {
  return Object.entries(glosses)
    .filter(([tag]) => primaryTag(tag) === primaryTag(language.tag))
    .flatMap(([tag, senses]) => senses.flatMap((sense) => spellings(sense, tag)));
}

function emptyIndex(language: Language, inflection: Inflection): GlossaryIndex {
  return { language, inflection, root: newNode(), met: wordTable() };
}

const nothingRefused: Refusals = {};

/**
 * The matches in a text, in order, not overlapping: the longest win, of equals the longest headword, then the first. What a
 * reader refused is not there, so that the next longest wins.
 *
 * @param words those of the text, where they are known
 */
export function matches(
  text: string,
  index: GlossaryIndex,
  words: readonly TextRange[] = index.language.words(text),
  refusals: Refusals = nothingRefused,
): Match[] {
  const candidates: Candidate[] = [];
  const walk = (node: Node, first: number, at: number): void => {
    const range = words[at];
    if (range === undefined) return;
    const goals =
      at === first
        ? fromRoot(index, text, range)
        : goalsFrom(index, node, gapAt(text, words, at), text.slice(...range));
    for (const next of goals) {
      if (next.terms.length > 0) {
        const start = words[first]?.[0] ?? range[0];
        const form = (): string => formOfWords(text, words.slice(first, at + 1), index.inflection);
        const terms = allowedTerms(next.terms, start, range[1], refusals, form);
        if (terms.length > 0) candidates.push({ first, last: at, place: { start, end: range[1], terms } });
      }
      if (next.ways.size > 0) walk(next, first, at + 1);
    }
  };
  for (let first = 0; first < words.length; first++) walk(index.root, first, first);
  return candidates.length === 0 ? [] : longestFirst(candidates, words.length);
}

const nowhere: readonly Node[] = [];

/** Where a word leads from the root. Most words of a text come again, so the answers are kept. */
function fromRoot(index: GlossaryIndex, text: string, [start, end]: TextRange): readonly Node[] {
  let found = index.met.get(text, start, end);
  if (found === undefined) {
    const word = text.slice(start, end);
    found = goalsFrom(index, index.root, '', word);
    if (index.met.size() >= mostMet) index.met.clear();
    index.met.add(word, found.length === 0 ? nowhere : found);
  }
  return found;
}

function goalsFrom(index: GlossaryIndex, node: Node, gap: string, word: string): readonly Node[] {
  const ways = node.ways.get(gap);
  return ways === undefined ? nowhere : goalsOf(ways, index.inflection.normal(word));
}

function addEntry(index: GlossaryIndex, entry: string, kind: WordKind | null, term: string): void {
  const { language, inflection, root, met } = index;
  const words = wordsWithGaps(language, entry);
  let node = root;
  for (const [at, [gap, word]] of words.entries()) {
    // Only the last word of a phrase may be a verb.
    const wordKind = at === words.length - 1 ? (kind ?? inflection.likelyKind(word)) : 'noun';
    const key = `${gap}\n${inflection.normal(word)}`;
    const known = node.words.get(key) ?? { node: newNode(), kinds: new Set() };
    node.words.set(key, known);
    if (!known.kinds.has(wordKind)) {
      known.kinds.add(wordKind);
      const ways = node.ways.get(gap) ?? noWays<Node>();
      node.ways.set(gap, ways);
      addWay(ways, inflection.stems(word, wordKind, words.length > 1), known.node);
    }
    node = known.node;
  }
  met.clear();
  if (node !== root && !node.terms.includes(term)) node.terms = [...node.terms, term];
}

/** The words of an entry, each with what stands before it. */
function wordsWithGaps(language: Language, entry: string): [gap: string, word: string][] {
  const ranges = language.words(entry);
  return ranges.map((range, at) => [at === 0 ? '' : gapAt(entry, ranges, at), entry.slice(...range)]);
}

function newNode(): Node {
  return { ways: new Map(), words: new Map(), terms: [] };
}

/** A gloss as it may stand in a text: whole, without what it explains in brackets, without the `to` of an English verb. */
function spellings(gloss: string, tag: string): string[] {
  const bare = gloss.replace(/\s*\([^()]*\)/gu, '').trim();
  const found = bare === '' ? [gloss] : [gloss, bare];
  return primaryTag(tag) === 'en' ? found.flatMap((entry) => [entry, entry.replace(/^to\s+(?=\S)/u, '')]) : found;
}
