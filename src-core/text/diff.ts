import { diffArrays } from 'diff';
import { similarity } from './distance.ts';

/** A stretch of the old text and the stretch of the new one that took its place; either may be empty, not both. */
export interface Run {
  /** The same text; much the same word; or neither. */
  kind: 'same' | 'similar' | 'changed';
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

/** Words, runs of white space, single signs. */
const token = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** More edits than this in one text, in tokens, and it counts as another text. */
const mostEdits = 4000;

/** Compares two texts word by word: runs that cover both, in order. Words that were only corrected are `similar`. */
export function diffTexts(oldText: string, newText: string): Run[] {
  const changes = diffArrays(oldText.match(token) ?? [], newText.match(token) ?? [], { maxEditLength: mostEdits });
  const whole: Run = { kind: 'changed', oldStart: 0, oldEnd: oldText.length, newStart: 0, newEnd: newText.length };
  if (changes === undefined) return [whole];
  const runs: Run[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let oldAt = 0;
  let newAt = 0;
  const add = (kind: Run['kind'], oldLength: number, newLength: number): void => {
    if (oldLength + newLength === 0) return;
    const run = { kind, oldStart: oldAt, oldEnd: oldAt + oldLength, newStart: newAt, newEnd: newAt + newLength };
    runs.push(run);
    oldAt = run.oldEnd;
    newAt = run.newEnd;
  };
  const addChanged = (): void => {
    for (const [kind, oldPart, newPart] of pairWords(removed, added)) add(kind, lengthOf(oldPart), lengthOf(newPart));
    removed = [];
    added = [];
  };
  for (const change of changes) {
    if (change.removed) {
      removed = change.value;
    } else if (change.added) {
      added = change.value;
    } else {
      addChanged();
      const length = lengthOf(change.value);
      add('same', length, length);
    }
  }
  addChanged();
  return runs;
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, part) => sum + part.length, 0);
}

type Part = [kind: 'similar' | 'changed', oldPart: string[], newPart: string[]];

/** Words at least this alike are the same word, corrected. */
const alike = 0.5;
/** Longer stretches are not compared word by word. */
const mostPairs = 40_000;

/** Finds in a changed stretch the words that were corrected, in order: the pairing with the greatest likeness in all. */
function pairWords(removed: string[], added: string[]): Part[] {
  if (removed.length * added.length > mostPairs) return [['changed', removed, added]];
  // best[i][j]: the greatest likeness of the tokens from i and from j on.
  const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1));
  const likeness = removed.map((before) => added.map((after) => likenessOf(before, after)));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number): number => (likeness[i]?.[j] ?? 0) + at(i + 1, j + 1);
  for (let i = removed.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row !== undefined) row[j] = Math.max(paired(i, j), at(i + 1, j), at(i, j + 1));
    }
  }
  const parts: Part[] = [];
  let i = 0;
  let j = 0;
  let from: readonly [oldAt: number, newAt: number] = [0, 0];
  while (i < removed.length && j < added.length) {
    if ((likeness[i]?.[j] ?? 0) > 0 && at(i, j) === paired(i, j)) {
      parts.push(['changed', removed.slice(from[0], i), added.slice(from[1], j)]);
      parts.push(['similar', removed.slice(i, i + 1), added.slice(j, j + 1)]);
      i++;
      j++;
      from = [i, j];
    } else if (at(i, j) === at(i + 1, j)) {
      i++;
    } else {
      j++;
    }
  }
  parts.push(['changed', removed.slice(from[0]), added.slice(from[1])]);
  return parts;
}

function likenessOf(before: string, after: string): number {
  if (/\s/u.test(before) || /\s/u.test(after)) return 0;
  const like = similarity(before.toLowerCase(), after.toLowerCase());
  return like >= alike ? like : 0;
}
