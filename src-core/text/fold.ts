import type { TextRange } from './range.ts';

/** A text made comparable for search, with the way back to its own offsets. */
export interface Folded {
  readonly text: string;
  /** `null`: the unit at `i` comes from the unit at `i`. Else it comes from the original's `[starts[i], ends[i])`. */
  readonly map: { readonly starts: Uint32Array; readonly ends: Uint32Array } | null;
}

/** Letters and signs that fold to others, and letters that decomposing must not take apart: of each entry the first folds to the rest. */
const table =
  'әа ғг қк ңн өо ұу үу һх іи ёе йй її ўў ѓѓ ќќ ıi łl đd øo æae œoe ßss əa ' +
  "ʼ' ‘' ’' ‚' ‛' ‹' ›' `' ´' “\" ”\" „\" ‟\" «\" »\" ‐- ‑- ‒- –- —- ―- −- …... " +
  '\u00AD \u200B \u200C \u200D \u2060 \uFEFF';
const letters = new Map(table.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)]));

/** White space; U+FEFF counts as such in regular expressions, but is a mark of byte order or a joiner. */
const space = /[^\S\uFEFF]/u;

/** What folds together with what stands beside it: letters with marks, surrogate pairs, runs of white space. */
const clusters = /[\p{M}\u{10000}-\u{10FFFF}]|[^\S\uFEFF]{2}/u;

/**
 * Folds case, Kazakh letters to their Russian neighbours (қазақ: казак), ё, Latin diacritics, typographic quotes and dashes,
 * and runs of white space to one space; drops soft hyphens and stress marks. The same for every language, because a query
 * has none. й stays й, ъ and ь stay.
 */
export function foldText(text: string): Folded {
  const even = clusters.test(text) ? null : foldEven(text);
  return even === null ? foldUneven(text) : { text: even, map: null };
}

/** The range of the original that the range `[start, end)` of `folded.text` stands for. */
export function unfold(folded: Folded, start: number, end: number): TextRange {
  const { map } = folded;
  if (map === null) return [start, end];
  const from = map.starts[start] ?? map.ends.at(-1) ?? 0;
  return [from, start < end ? (map.ends[end - 1] ?? from) : from];
}

/** Folds of single units, filled as they are met. */
const folds: (string | undefined)[] = [];

function foldUnit(unit: string): string {
  return (folds[unit.charCodeAt(0)] ??= foldCluster(unit));
}

/** Folds unit by unit; `null` when a unit does not fold to exactly one, so that offsets would shift. */
function foldEven(text: string): string | null {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const fold = foldUnit(text.charAt(at));
    if (fold.length !== 1) return null;
    folded += fold;
  }
  return folded;
}

function foldUneven(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  // A letter with its marks folds as one; a run of white space too.
  for (const { 0: cluster, index } of text.matchAll(/[^\S\uFEFF]+|\p{M}+|[\S\uFEFF]\p{M}*/gu)) {
    const end = index + cluster.length;
    const fold = cluster.length === 1 ? foldUnit(cluster) : foldCluster(cluster);
    // White space on both sides of something that folds to nothing is one run.
    const part = fold === ' ' && folded.endsWith(' ') ? '' : fold;
    // What folds to nothing belongs to what stands before it.
    if (part === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(index);
      ends.push(end);
    }
    folded += part;
  }
  return { text: folded, map: { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) } };
}

/** Folds a letter with its marks, a sign, or a run of white space. */
function foldCluster(cluster: string): string {
  if (space.test(cluster)) return ' ';
  let folded = foldOnce(cluster);
  // What a sign stands for may fold in its turn: 𝐀 stands for A.
  for (let next = foldOnce(folded); next !== folded; next = foldOnce(folded)) folded = next;
  return folded;
}

function foldOnce(cluster: string): string {
  const small = cluster.normalize('NFC').toLowerCase();
  let folded = '';
  for (const letter of small) {
    const known = letters.get(letter);
    if (known !== undefined) folded += known;
    // Marks that no letter took in: stress, or an accent on a letter that has none of its own.
    else if (!/^\p{M}/u.test(letter)) folded += withoutMarks(letter);
  }
  return folded;
}

/** What a letter or sign is made of, without marks; a sign that stands for a space and something stays as it is. */
function withoutMarks(letter: string): string {
  const parts = letter.normalize('NFKD').replace(/\p{M}+/gu, '');
  return parts === '' || space.test(parts) ? letter : parts;
}
