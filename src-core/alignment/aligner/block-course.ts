import type { Band } from './band.ts';
import type { Blocks } from './blocks.ts';
import { firstPlace } from './coverage.ts';
import type { WeighedPair } from './partners.ts';
import type { Sequence } from './sequence.ts';
import { occurrences } from './side.ts';

/** Places that are looked at for each unit: the words that occur in the fewest come first. */
const placesPerUnit = 150;
/** What leaving the diagonal costs for a block, in deviations of what chance says; and the most that two blocks may say. */
const sideStep = 3;
const mostGain = 8;
/** Courses that are worse than the best by less than this are kept. */
const leeway = 20;
/** What a block far from the straight course costs, and the share of the text from which on it is far. */
const leaning = 0.5;
const farAway = 0.01;

/** Both texts in blocks. */
export interface BlockPair {
  readonly source: Blocks;
  readonly target: Blocks;
  /** One text is much longer: the course has no reason to be straight. */
  readonly isPart: boolean;
}

/** For each block of the source the first and the last block of the target that a course may go through. */
export interface Course {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The cells through which a course goes that is nearly as good as the best. */
export function blockCourse(sequence: Sequence, pairs: readonly WeighedPair[], blocks: BlockPair, band: Band): Course {
  const gains = blockEvidence(sequence, telling(sequence, pairs, blocks, band), blocks, band);
  if (!blocks.isPart) lean(gains, band, blocks);
  const before = sumForward(gains, band);
  const best = before.at(-1) ?? 0;
  const rows = blocks.source.count;
  const first = new Int32Array(rows).fill(blocks.target.count);
  const last = new Int32Array(rows).fill(-1);
  // What a course gains after a cell: the row below, and this one from its end.
  let below = new Float64Array(0);
  for (let row = rows - 1; row >= 0; row--) {
    const low = band.low[row] ?? 0;
    const high = band.high[row] ?? -1;
    const after = new Float64Array(high - low + 1);
    const lowBelow = band.low[row + 1] ?? 0;
    const offset = band.offsets[row] ?? 0;
    const offsetBelow = band.offsets[row + 1] ?? 0;
    const under = (column: number): number => below[column - lowBelow] ?? -Infinity;
    const aside = (cell: number): number => Math.min(0, (gains[cell] ?? 0) - sideStep);
    for (let column = high; column >= low; column--) {
      const at = column - low;
      const across = under(column + 1) + (gains[offsetBelow + column + 1 - lowBelow] ?? 0);
      const right = (after[at + 1] ?? -Infinity) + aside(offset + at + 1);
      const down = under(column) + aside(offsetBelow + column - lowBelow);
      const isEnd = row === rows - 1 && column === high;
      after[at] = isEnd ? 0 : Math.max(across, down, right);
      if ((before[offset + at] ?? 0) + (after[at] ?? 0) < best - leeway) continue;
      first[row] = column;
      last[row] = Math.max(last[row] ?? -1, column);
    }
    below = after;
  }
  return { first, last };
}

/** Takes a little off cells far from the diagonal: of equally good courses, as in a text that repeats, the straight one is taken. */
function lean(gains: Float64Array, { low, high, offsets }: Band, { source, target }: BlockPair): void {
  for (let row = 0; row < source.count; row++) {
    const middle = ((row + 0.5) / source.count) * target.count - 0.5;
    const from = low[row] ?? 0;
    for (let column = from; column <= (high[row] ?? -1); column++) {
      const cell = (offsets[row] ?? 0) + column - from;
      const away = Math.abs(column - middle) / target.count;
      gains[cell] = (gains[cell] ?? 0) - leaning * Math.min(1, away / farAway);
    }
  }
}

/** The most that a course gains up to each cell, the cell included. */
function sumForward(gains: Float64Array, { low, high, offsets }: Band): Float64Array {
  const sums = new Float64Array(gains.length);
  for (let row = 0; row < low.length; row++) {
    const from = low[row] ?? 0;
    const offset = offsets[row] ?? 0;
    const lowAbove = low[row - 1] ?? 0;
    const highAbove = high[row - 1] ?? -1;
    const above = (column: number): number =>
      column < lowAbove || column > highAbove ? -Infinity : (sums[(offsets[row - 1] ?? 0) + column - lowAbove] ?? 0);
    for (let column = from; column <= (high[row] ?? -1); column++) {
      const cell = offset + column - from;
      const left = column === from ? -Infinity : (sums[cell - 1] ?? 0);
      const across = above(column - 1) + (gains[cell] ?? 0);
      const aside = Math.min(0, (gains[cell] ?? 0) - sideStep);
      sums[cell] = cell === 0 ? 0 : Math.max(across, above(column) + aside, left + aside);
    }
  }
  return sums;
}

/** The pairs with the fewest places in the band, as many as may be looked at. */
function telling(
  { source, target }: Sequence,
  pairs: readonly WeighedPair[],
  blocks: BlockPair,
  band: Band,
): WeighedPair[] {
  const rows = unitsIn(blocks.source);
  const columns = unitsIn(blocks.target);
  const share = (band.offsets.at(-1) ?? 0) / (blocks.source.count * blocks.target.count);
  const costs = Float64Array.from(pairs, (pair) => {
    const own = occurrences(source, pair.source) * (rows / source.units);
    return own * (1 + occurrences(target, pair.target) * (columns / target.units) * share);
  });
  let left = placesPerUnit * Math.max(rows, columns);
  let limit = Infinity;
  for (const cost of costs.toSorted()) {
    left -= cost;
    if (left < 0) {
      limit = cost;
      break;
    }
  }
  return pairs.filter((_, at) => (costs[at] ?? 0) < limit);
}

function unitsIn({ edges }: Blocks): number {
  return (edges.at(-1) ?? 0) - (edges[0] ?? 0);
}

/** What words with partners say for each pair of blocks: each occurrence shares its weight among the places it may belong to. */
function blockEvidence(
  { source, target }: Sequence,
  pairs: readonly WeighedPair[],
  blocks: BlockPair,
  band: Band,
): Float64Array {
  const found = new Float64Array(band.offsets.at(-1) ?? 0);
  const from = blocks.source.edges[0] ?? 0;
  const to = blocks.source.edges.at(-1) ?? 0;
  const base = blocks.target.edges[0] ?? 0;
  for (const pair of pairs) {
    const end = target.placeStarts[pair.target + 1] ?? 0;
    for (let at = firstPlace(source, pair.source, from); at < (source.placeStarts[pair.source + 1] ?? 0); at++) {
      const unit = source.places[at] ?? 0;
      if (unit >= to) break;
      const row = blocks.source.of[unit - from] ?? 0;
      const low = band.low[row] ?? 0;
      const limit = blocks.target.edges[(band.high[row] ?? 0) + 1] ?? 0;
      const begin = firstPlace(target, pair.target, blocks.target.edges[low] ?? 0);
      let count = begin;
      while (count < end && (target.places[count] ?? 0) < limit) count++;
      const share = pair.weight / Math.max(1, count - begin);
      for (let place = begin; place < count; place++) {
        const column = blocks.target.of[(target.places[place] ?? 0) - base] ?? 0;
        if (column < low) continue;
        const cell = (band.offsets[row] ?? 0) + column - low;
        found[cell] = (found[cell] ?? 0) + share;
      }
    }
  }
  return aboveChance(found);
}

/** What stands out, in deviations: chance makes most cells say something, but none of them much more than the others. */
function aboveChance(sums: Float64Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const value of sums) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / sums.length;
  const deviation = Math.sqrt(Math.max(0, squares / sums.length - mean * mean));
  if (deviation === 0) return sums.fill(0);
  return sums.map((value) => Math.min(mostGain, Math.max(0, (value - mean) / deviation - 1)));
}
