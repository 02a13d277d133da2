import { diffTexts, type Run } from './diff.ts';
import { commonPrefix, commonSuffix } from './distance.ts';
import type { TextRange } from './range.ts';

/** Maps a range of the old text to the new one; `null` when too little of its text is left. */
export type RangeMap = (range: TextRange) => TextRange | null;

/** The part of a range's letters and digits that must be left for the range to count as still there. */
const leastLeft = 1 / 4;

/** Compares an old text with the new one, once for any number of ranges. Rules R1 to R5 of `docs/spec/anchoring.md`. */
export function compareTexts(oldText: string, newText: string): RangeMap {
  const runs = diffTexts(oldText, newText);
  return ([start, end]) => {
    const inside = runs.slice(firstAfter(runs, start), firstFrom(runs, end));
    if (leftOf(oldText, inside, start, end) < leastLeft) return null;
    const covered = inside.filter((run) => run.kind !== 'changed' || isReplacedInside(run, start, end));
    const first = covered[0];
    const last = covered.at(-1);
    if (first === undefined || last === undefined) return null;
    let from = startIn(first, start, oldText, newText);
    let to = endIn(last, end, oldText, newText);
    // White space at an edge that was none comes from words that are gone.
    if (!isSpace(oldText, start)) while (from < to && isSpace(newText, from)) from++;
    if (!isSpace(oldText, end - 1)) while (from < to && isSpace(newText, to - 1)) to--;
    return from < to ? [from, to] : null;
  };
}

/** Where the text of `range` of `oldText` stands in `newText`; `null` when it is gone. For many ranges: `compareTexts`. */
export function mapRange(oldText: string, newText: string, range: TextRange): TextRange | null {
  return compareTexts(oldText, newText)(range);
}

function isSpace(text: string, at: number): boolean {
  return /^\s/u.test(text.charAt(at));
}

/** The index of the first run that ends after `offset` of the old text. */
function firstAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.oldEnd ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first run that starts at or after `offset` of the old text. */
function firstFrom(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.oldStart ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of the range's letters and digits that is left; of a range without any, of its signs. */
function leftOf(oldText: string, inside: readonly Run[], start: number, end: number): number {
  const weigh = (part: string): number => part.replace(/[^\p{L}\p{N}]+/gu, '').length;
  const range = oldText.slice(start, end);
  const measure = weigh(range) > 0 ? weigh : (part: string): number => part.trim().length;
  let left = 0;
  for (const run of inside) {
    if (run.kind === 'changed') continue;
    left += measure(oldText.slice(Math.max(start, run.oldStart), Math.min(end, run.oldEnd)));
  }
  const all = measure(range);
  return all === 0 ? 1 : left / all;
}

/** Text that was exchanged for other text wholly inside the range: the new text takes its place. */
function isReplacedInside(run: Run, start: number, end: number): boolean {
  return run.oldStart >= start && run.oldEnd <= end && run.newStart < run.newEnd;
}

function startIn(run: Run, start: number, oldText: string, newText: string): number {
  const into = start - run.oldStart;
  if (into <= 0) return run.newStart;
  if (run.kind === 'same') return run.newStart + into;
  const { prefix, suffix } = inCommon(run, oldText, newText);
  return into <= prefix ? run.newStart + into : run.newEnd - Math.min(suffix, run.oldEnd - start);
}

function endIn(run: Run, end: number, oldText: string, newText: string): number {
  const left = run.oldEnd - end;
  if (left <= 0) return run.newEnd;
  if (run.kind === 'same') return run.newEnd - left;
  const { prefix, suffix } = inCommon(run, oldText, newText);
  return left <= suffix ? run.newEnd - left : run.newStart + Math.min(prefix, end - run.oldStart);
}

/** What the two stretches of a run have in common at their start, and at their end apart from that. */
function inCommon(run: Run, oldText: string, newText: string): { prefix: number; suffix: number } {
  const before = oldText.slice(run.oldStart, run.oldEnd);
  const after = newText.slice(run.newStart, run.newEnd);
  const prefix = commonPrefix(before, after);
  return { prefix, suffix: commonSuffix(before.slice(prefix), after.slice(prefix)) };
}
