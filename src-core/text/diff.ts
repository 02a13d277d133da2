import { diffArrays } from 'diff';
import { similarity } from './distance.ts';

/**
 * A stretch of the old text and the stretch of the new one that stands for it; either may be empty, not both. Runs cover
 * both texts, in order.
 */
export interface Run {
  /** The same text; much the same word; or neither. */
  kind: 'same' | 'similar' | 'changed';
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

/** A word or a single sign; white space only parts them. */
interface Token {
  text: string;
  start: number;
  end: number;
}

/** Tokens of both texts that stand for each other; with none on one side, what was put in or taken out. */
interface Pair {
  kind: Run['kind'];
  removed: readonly Token[];
  added: readonly Token[];
}

/** More edits than this in one text, in words and signs, and it counts as another text. */
const mostEdits = 2000;

/** Compares two texts word by word. Words that were only corrected are `similar`. */
export function diffTexts(oldText: string, newText: string): Run[] {
  const pairs = pairTokens(tokensOf(oldText), tokensOf(newText));
  const runs: Run[] = [];
  let oldAt = 0;
  let newAt = 0;
  const add = (kind: Run['kind'], oldEnd: number, newEnd: number): void => {
    if (oldEnd === oldAt && newEnd === newAt) return;
    runs.push({ kind, oldStart: oldAt, oldEnd, newStart: newAt, newEnd });
    oldAt = oldEnd;
    newAt = newEnd;
  };
  const addSpace = (oldEnd: number, newEnd: number): void => {
    const same = oldText.slice(oldAt, oldEnd) === newText.slice(newAt, newEnd);
    add(same ? 'same' : 'changed', oldEnd, newEnd);
  };
  for (const { kind, removed, added } of pairs) {
    // Between tokens on both sides there is white space on both; what is only on one side has the space before it.
    if (removed[0] !== undefined && added[0] !== undefined) addSpace(removed[0].start, added[0].start);
    add(kind, removed.at(-1)?.end ?? oldAt, added.at(-1)?.end ?? newAt);
  }
  addSpace(oldText.length, newText.length);
  return runs;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu), ({ 0: token, index }) => ({
    text: token,
    start: index,
    end: index + token.length,
  }));
}

function pairTokens(before: readonly Token[], after: readonly Token[]): Pair[] {
  const texts = (tokens: readonly Token[]): string[] => tokens.map(({ text }) => text);
  const changes = diffArrays(texts(before), texts(after), { maxEditLength: mostEdits });
  if (changes === undefined) return [{ kind: 'changed', removed: before, added: after }];
  const pairs: Pair[] = [];
  let [oldAt, newAt] = [0, 0];
  let [oldEnd, newEnd] = [0, 0];
  const addChanged = (): void => {
    if (oldAt < oldEnd || newAt < newEnd) {
      pairs.push(...pairWords(before.slice(oldAt, oldEnd), after.slice(newAt, newEnd)));
    }
    [oldAt, newAt] = [oldEnd, newEnd];
  };
  for (const { removed, added, count } of changes) {
    if (removed) oldEnd += count;
    else if (added) newEnd += count;
    else {
      addChanged();
      for (let at = 0; at < count; at++, oldAt++, newAt++) {
        pairs.push({ kind: 'same', removed: before.slice(oldAt, oldAt + 1), added: after.slice(newAt, newAt + 1) });
      }
      [oldEnd, newEnd] = [oldAt, newAt];
    }
  }
  addChanged();
  return pairs;
}

/** Words at least this alike are the same word, corrected. */
const alike = 0.5;
/** Stretches with more pairs of words than this are not compared word by word. */
const mostPairs = 40_000;

/**
 * Finds in a changed stretch the words that were corrected, in order: the pairing with the greatest likeness in all. Where
 * as many words stand between them as stood there, they were exchanged one by one.
 */
function pairWords(removed: readonly Token[], added: readonly Token[]): Pair[] {
  if (removed.length * added.length > mostPairs) return [{ kind: 'changed', removed, added }];
  const likeness = removed.map((before) => added.map((after) => likenessOf(before.text, after.text)));
  // best[i][j]: the greatest likeness of the tokens from i and from j on.
  const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1));
  const bestFrom = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number): number => (likeness[i]?.[j] ?? 0) + bestFrom(i + 1, j + 1);
  for (let i = removed.length - 1; i >= 0; i--) {
    const row = best[i] ?? new Float64Array();
    for (let j = added.length - 1; j >= 0; j--) row[j] = Math.max(paired(i, j), bestFrom(i + 1, j), bestFrom(i, j + 1));
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  let [fromI, fromJ] = [0, 0];
  while (i < removed.length && j < added.length) {
    if ((likeness[i]?.[j] ?? 0) > 0 && bestFrom(i, j) === paired(i, j)) {
      pairs.push(...exchanged(removed.slice(fromI, i), added.slice(fromJ, j)));
      pairs.push({ kind: 'similar', removed: removed.slice(i, i + 1), added: added.slice(j, j + 1) });
      i++;
      j++;
      [fromI, fromJ] = [i, j];
    } else if (bestFrom(i, j) === bestFrom(i + 1, j)) i++;
    else j++;
  }
  pairs.push(...exchanged(removed.slice(fromI), added.slice(fromJ)));
  return pairs;
}

function exchanged(removed: readonly Token[], added: readonly Token[]): Pair[] {
  if (removed.length + added.length === 0) return [];
  const before = wordsWithSigns(removed);
  const after = wordsWithSigns(added);
  if (before.length !== after.length) return [{ kind: 'changed', removed, added }];
  return before.map((tokens, at) => ({ kind: 'changed', removed: tokens, added: after[at] ?? [] }));
}

/** Every word with the signs behind it, the first also with those before it. */
function wordsWithSigns(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let words = 0;
  for (const token of tokens) {
    const group = groups.at(-1);
    const isWord = /^[\p{L}\p{M}\p{N}]/u.test(token.text);
    if (group === undefined || (isWord && words > 0)) groups.push([token]);
    else group.push(token);
    if (isWord) words++;
  }
  return groups;
}

/** How alike two tokens are, capitals aside; 0 when not enough to be the same word. */
function likenessOf(before: string, after: string): number {
  const like = similarity(before.toLowerCase(), after.toLowerCase());
  return like >= alike ? like : 0;
}
