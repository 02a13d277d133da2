import { cellOf, type Band } from './band.ts';
import { shapes } from './model.ts';
import type { Weights } from './weights.ts';

/**
 * The probability of every bead: `beads` as scores are kept, by the cell where a bead begins; of the source unit after a
 * cell's position to have no counterpart there, and of the target unit.
 */
export interface Posteriors {
  readonly beads: Float32Array;
  readonly sourceNull: Float32Array;
  readonly targetNull: Float32Array;
  /** The log of the sum over all courses. */
  readonly total: number;
}

/** Sums over all courses to positions: the last bead had units on both sides, or the source's only, or the target's. */
interface Sums {
  readonly both: Float64Array;
  readonly source: Float64Array;
  readonly target: Float64Array;
  /** Whatever the last bead was. */
  readonly any: Float64Array;
}

/** The cost of a unit without counterpart after a bead, and after another such unit. */
interface Steps {
  first: number;
  next: number;
}

/** Where each shape of bead leads from a row: rows below, and how far right. */
const count = shapes.length;
const down = Int32Array.from(shapes, ({ source }) => source);
const along = Int32Array.from(shapes, ({ target }) => target);

/**
 * The cell where a bead ends, given the row it begins in. Every bead that has a score ends within the band: nothing is asked that is
 * not so.
 */
function endOf({ low, offsets }: Band, i: number, j: number, at: number): number {
  const row = i + (down[at] ?? 0);
  return (offsets[row] ?? 0) + j + (along[at] ?? 0) - (low[row] ?? 0);
}

/**
 * Sums over all courses through the band. Of units without counterpart between two beads those of the source come first, so
 * that each alignment is one course; at a wall, where no bead passes, what comes after begins anew. Positions of the band must
 * connect (0, 0) to the end.
 */
export function posteriors(
  band: Band,
  scores: Float32Array,
  walls: readonly (readonly [number, number])[],
  weights: Weights,
  tick: () => void,
): Posteriors {
  const steps = { first: weights.nullFirst, next: weights.nullNext };
  const wallCells = new Set(walls.map(([i, j]) => cellOf(band, i, j)));
  const forward = sumForward(band, scores, wallCells, steps, tick);
  const backward = sumBackward(band, scores, wallCells, steps, tick);
  const cells = band.offsets.at(-1) ?? 0;
  const total = forward.any[cells - 1] ?? -Infinity;
  const beads = new Float32Array(cells * shapes.length);
  const sourceNull = new Float32Array(cells);
  const targetNull = new Float32Array(cells);
  eachCell(band, (i, j, cell) => {
    const both = forward.both[cell] ?? -Infinity;
    const source = forward.source[cell] ?? -Infinity;
    const target = forward.target[cell] ?? -Infinity;
    const any = forward.any[cell] ?? -Infinity;
    if (any === -Infinity) return;
    for (let at = 0; at < count; at++) {
      const score = scores[cell * count + at] ?? -Infinity;
      if (score === -Infinity) continue;
      const logOdds = any + score + (backward.both[endOf(band, i, j, at)] ?? -Infinity) - total;
      if (logOdds > -unlikely) beads[cell * count + at] = Math.exp(logOdds);
    }
    const below = cellOf(band, i + 1, j);
    if (below >= 0) {
      const into = logSum(both + steps.first, source + steps.next, -Infinity);
      sourceNull[cell] = Math.exp(into + (backward.source[below] ?? -Infinity) - total);
    }
    const right = cellOf(band, i, j + 1);
    if (right >= 0) {
      const into = logSum(both + steps.first, source + steps.first, target + steps.next);
      targetNull[cell] = Math.exp(into + (backward.target[right] ?? -Infinity) - total);
    }
  });
  tick();
  return { beads, sourceNull, targetNull, total };
}

function sumForward(
  band: Band,
  scores: Float32Array,
  walls: ReadonlySet<number>,
  { first, next }: Steps,
  tick: () => void,
): Sums {
  const sums = emptySums(band);
  const { both, source, target, any } = sums;
  both[0] = 0;
  const { low, high, offsets } = band;
  const parts = new Float64Array(count);
  eachCell(band, (i, j, cell) => {
    if (j === (low[i] ?? 0) && i % rowsPerTick === 0) tick();
    if (cell > 0) {
      let top = -Infinity;
      for (let at = 0; at < count; at++) {
        parts[at] = -Infinity;
        const row = i - (down[at] ?? 0);
        const column = j - (along[at] ?? 0);
        if (row < 0 || column > (high[row] ?? -1)) continue;
        const place = column - (low[row] ?? 0);
        if (place < 0) continue;
        const from = (offsets[row] ?? 0) + place;
        const part = (scores[from * count + at] ?? -Infinity) + (any[from] ?? -Infinity);
        parts[at] = part;
        if (part > top) top = part;
      }
      both[cell] = logSumOf(parts, top);
    }
    const above = cellOf(band, i - 1, j);
    if (above >= 0) {
      source[cell] = logSum((both[above] ?? -Infinity) + first, (source[above] ?? -Infinity) + next, -Infinity);
    }
    const left = cellOf(band, i, j - 1);
    if (left >= 0) {
      target[cell] = logSum(
        (both[left] ?? -Infinity) + first,
        (source[left] ?? -Infinity) + first,
        (target[left] ?? -Infinity) + next,
      );
    }
    any[cell] = logSum(both[cell] ?? -Infinity, source[cell] ?? -Infinity, target[cell] ?? -Infinity);
    if (walls.has(cell)) {
      both[cell] = any[cell] ?? -Infinity;
      source[cell] = -Infinity;
      target[cell] = -Infinity;
    }
  });
  return sums;
}

function sumBackward(
  band: Band,
  scores: Float32Array,
  walls: ReadonlySet<number>,
  { first, next }: Steps,
  tick: () => void,
): Omit<Sums, 'any'> {
  const sums = emptySums(band);
  const { both, source, target } = sums;
  const last = (band.offsets.at(-1) ?? 0) - 1;
  const parts = new Float64Array(count);
  for (let i = band.low.length - 1; i >= 0; i--) {
    if (i % rowsPerTick === 0) tick();
    const low = band.low[i] ?? 0;
    for (let j = band.high[i] ?? -1; j >= low; j--) {
      const cell = (band.offsets[i] ?? 0) + j - low;
      if (cell === last) {
        both[cell] = 0;
        source[cell] = 0;
        target[cell] = 0;
        continue;
      }
      let top = -Infinity;
      for (let at = 0; at < count; at++) {
        const score = scores[cell * count + at] ?? -Infinity;
        const part = score === -Infinity ? score : score + (both[endOf(band, i, j, at)] ?? -Infinity);
        parts[at] = part;
        if (part > top) top = part;
      }
      const matched = logSumOf(parts, top);
      const below = cellOf(band, i + 1, j);
      const right = cellOf(band, i, j + 1);
      const onlySource = below < 0 ? -Infinity : (source[below] ?? -Infinity);
      const onlyTarget = right < 0 ? -Infinity : (target[right] ?? -Infinity);
      both[cell] = logSum(matched, onlySource + first, onlyTarget + first);
      source[cell] = logSum(matched, onlySource + next, onlyTarget + first);
      target[cell] = logSum(matched, onlyTarget + next, -Infinity);
      if (walls.has(cell)) {
        source[cell] = both[cell] ?? -Infinity;
        target[cell] = both[cell] ?? -Infinity;
      }
    }
  }
  return sums;
}

const rowsPerTick = 256;

function emptySums(band: Band): Sums {
  const cells = band.offsets.at(-1) ?? 0;
  const empty = (): Float64Array => new Float64Array(cells).fill(-Infinity);
  return { both: empty(), source: empty(), target: empty(), any: empty() };
}

/** Calls for every cell, from the beginning. */
function eachCell({ low, high, offsets }: Band, call: (i: number, j: number, cell: number) => void): void {
  for (let i = 0; i < low.length; i++) {
    const from = low[i] ?? 0;
    const to = high[i] ?? -1;
    const offset = offsets[i] ?? 0;
    for (let j = from; j <= to; j++) call(i, j, offset + j - from);
  }
}

/** The logarithm of the sum of three numbers given by theirs. */
function logSum(a: number, b: number, c: number): number {
  const top = a > b ? (a > c ? a : c) : b > c ? b : c;
  if (top === -Infinity) return top;
  // The largest is one; the others are most often nothing beside it.
  let sum = 0;
  if (top - a < negligible) sum += a === top ? 1 : Math.exp(a - top);
  if (top - b < negligible) sum += b === top ? 1 : Math.exp(b - top);
  if (top - c < negligible) sum += c === top ? 1 : Math.exp(c - top);
  return sum === 1 ? top : top + Math.log(sum);
}

/** The same of many numbers, the largest of which is `top`. */
function logSumOf(parts: Float64Array, top: number): number {
  if (top === -Infinity) return top;
  let sum = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = (parts[at] ?? -Infinity) - top;
    if (part > -negligible) sum += part === 0 ? 1 : Math.exp(part);
  }
  return sum === 1 ? top : top + Math.log(sum);
}

/** Beads less likely than this, as a negative logarithm, are told as impossible. */
const unlikely = 16;
/** Parts that are smaller by this log factor do not change a sum. */
const negligible = 30;
