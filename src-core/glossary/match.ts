import type { Language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { exactForms, type Forms } from './forms.ts';

/** Terms found in running text, in UTF-16 code units: from the start of the first word to the end of the last. */
export interface Match {
  start: number;
  end: number;
  /** Ids of the terms with this headword or gloss, in the order in which they were given: usually one. */
  terms: readonly string[];
}

/** Headwords or glosses, made ready to be found in running text. */
export interface GlossaryIndex {
  readonly language: Language;
  readonly forms: Forms;
  readonly root: Node;
}

/** A tree of words: the way from the root to a node spells an entry. */
interface Node {
  readonly next: Map<string, Node>;
  readonly terms: string[];
}

/** The index of the headwords of those terms whose language is `language`'s, by its primary tag. */
export function headwordIndex(
  terms: readonly Term[],
  language: Language,
  forms: Forms = exactForms(language),
): GlossaryIndex {
  const index = { language, forms, root: newNode() };
  for (const term of terms) {
    if (primaryTag(term.language) === primaryTag(language.tag)) addEntry(index, term.headword, term.id);
  }

  return index;
}

/** The index of all glosses in `language`, so that a term is found in a translation. */
export function glossIndex(
  terms: readonly Term[],
  language: Language,
  forms: Forms = exactForms(language),
): GlossaryIndex {
  const index = { language, forms, root: newNode() };
  for (const term of terms) {
    for (const [tag, senses] of Object.entries(term.glosses)) {
      if (primaryTag(tag) !== primaryTag(language.tag)) continue;
      for (const sense of senses) for (const entry of spellings(sense, tag)) addEntry(index, entry, term.id);
    }
  }
  return index;
}

/** The matches in a text, in order, not overlapping: the longest win, of equals the first. */
export function matches(text: string, index: GlossaryIndex): Match[] {
  const words = index.language.words(text);
  const candidates: { first: number; last: number; match: Match }[] = [];
  const walk = (node: Node, first: number, at: number): void => {
    const range = words[at];
    if (range === undefined) return;
    const gap = at === first ? '' : gapBetween(text, words[at - 1]?.[1] ?? 0, range[0]);
    for (const key of index.forms.keys(text.slice(...range))) {
      const next = node.next.get(gap + key);
      if (next === undefined) continue;
      if (next.terms.length > 0) {
        const match = { start: words[first]?.[0] ?? range[0], end: range[1], terms: next.terms };
        candidates.push({ first, last: at, match });
      }
      if (next.next.size > 0) walk(next, first, at + 1);
    }
  };
  for (let first = 0; first < words.length; first++) walk(index.root, first, first);
  return longestFirst(candidates, words.length);
}

function longestFirst(candidates: { first: number; last: number; match: Match }[], words: number): Match[] {
  const length = ({ match }: { match: Match }): number => match.end - match.start;
  const taken = new Uint8Array(words);
  return candidates
    .toSorted((a, b) => length(b) - length(a) || a.first - b.first)
    .filter(({ first, last }) => {
      if (taken.subarray(first, last + 1).includes(1)) return false;
      taken.fill(1, first, last + 1);
      return true;
    })
    .map(({ match }) => match)
    .toSorted((a, b) => a.start - b.start);
}

function addEntry({ language, forms, root }: GlossaryIndex, entry: string, term: string): void {
  let node = root;
  let end: number | null = null;
  for (const range of language.words(entry)) {
    const gap = end === null ? '' : gapBetween(entry, end, range[0]);
    const key = gap + forms.key(entry.slice(...range));
    const next = node.next.get(key) ?? newNode();
    node.next.set(key, next);
    node = next;
    end = range[1];
  }
  if (node !== root && !node.terms.includes(term)) node.terms.push(term);
}

function newNode(): Node {
  return { next: new Map(), terms: [] };
}

const quotes = /["'“”„‟«»‘’‚‛‹›]+/gu;

/**
 * What stands between two words, comparable: any white space is one space, any dash a hyphen, and quotation marks are
 * nothing, so that “Алаш” партиясы is found by Алаш партиясы.
 */
function gapBetween(text: string, start: number, end: number): string {
  if (end - start === 1 && text.charCodeAt(start) === 32) return ' ';
  return text.slice(start, end).replace(quotes, '').replace(/\s+/gu, ' ').replace(/[‐-―]/gu, '-');
}

/** A gloss as it may stand in a text: whole, without what it explains in brackets, without the `to` of an English verb. */
function spellings(gloss: string, tag: string): string[] {
  const bare = gloss.replace(/\s*\([^()]*\)/gu, '').trim();
  const found = bare === '' ? [gloss] : [gloss, bare];
  return primaryTag(tag) === 'en' ? found.flatMap((entry) => [entry, entry.replace(/^to\s+(?=\S)/u, '')]) : found;
}

function primaryTag(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
