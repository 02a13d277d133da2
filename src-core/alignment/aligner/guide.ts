import { bandAround, makeBand, type Band } from './band.ts';
import { makeBlocks, type Blocks } from './blocks.ts';
import { firstPlace } from './coverage.ts';
import type { WeighedPair } from './partners.ts';
import type { Sequence } from './sequence.ts';
import { occurrences } from './side.ts';

/** Texts with fewer positions are looked at whole. */
const small = 150_000;
/** Blocks of the coarsest look, and how much finer each further look is. */
const coarsest = 320;
const finer = 4;
/** How far from the course of a look the next one strays, in blocks. */
const stray = 3;
/** Units of the longer text in a block of the last look. */
const finest = 8;
/** Words that occur together in more places tell nothing about where they belong. */
const mostPlaces = 1200;
/** What leaving the diagonal costs for a block: less than one rare word. */
const sideStep = 1;

/** A stretch of both texts between barriers. */
interface Stretch {
  readonly source: readonly [number, number];
  readonly target: readonly [number, number];
}

/**
 * The band of positions in which the course is sought. Of long texts it follows the course of words that have partners,
 * sought among blocks of units first and then ever finer, so that what is looked at grows with the length of the texts only.
 */
export function guide(sequence: Sequence, pairs: readonly WeighedPair[], tick: () => void): Band {
  const { freeSource, freeTarget, barriers } = sequence;
  const low = new Int32Array(freeSource + 1).fill(freeTarget);
  const high = new Int32Array(freeSource + 1);
  let before: readonly [number, number] = [0, 0];
  for (const wall of [...barriers, [freeSource, freeTarget] as const]) {
    const stretch: Stretch = { source: [before[0], wall[0]], target: [before[1], wall[1]] };
    const rows = stretchBand(sequence, stretch, pairs, tick);
    for (let i = before[0]; i <= wall[0]; i++) {
      low[i] = Math.min(low[i] ?? 0, rows.low[i - before[0]] ?? 0);
      high[i] = Math.max(high[i] ?? 0, rows.high[i - before[0]] ?? 0);
    }
    before = wall;
  }
  return makeBand(low, high);
}

/** The rows of a stretch, counted from its first. */
function stretchBand(
  sequence: Sequence,
  { source, target }: Stretch,
  pairs: readonly WeighedPair[],
  tick: () => void,
): { low: Int32Array; high: Int32Array } {
  const rows = source[1] - source[0] + 1;
  const columns = target[1] - target[0] + 1;
  if (rows * columns <= small) {
    return { low: new Int32Array(rows).fill(target[0]), high: new Int32Array(rows).fill(target[1]) };
  }
  const telling = pairs.filter(
    (pair) => occurrences(sequence.source, pair.source) * occurrences(sequence.target, pair.target) <= mostPlaces,
  );
  const longest = Math.max(rows, columns) - 1;
  let size = Math.min(coarsest, longest);
  let blocks = blocksOf(sequence, source, target, size);
  let band = makeBand(
    new Int32Array(blocks.source.count),
    new Int32Array(blocks.source.count).fill(blocks.target.count - 1),
  );
  for (;;) {
    tick();
    const course = blockCourse(sequence, telling, blocks, band);
    const around = bandAround(course.first, course.last, blocks.target.count - 1, stray);
    if (size * finest >= longest) return positions(around, blocks, rows);
    size = Math.min(longest, size * finer);
    const next = blocksOf(sequence, source, target, size);
    band = refine(around, blocks, next);
    blocks = next;
  }
}

interface BlockPair {
  readonly source: Blocks;
  readonly target: Blocks;
}

function blocksOf(
  sequence: Sequence,
  source: readonly [number, number],
  target: readonly [number, number],
  size: number,
): BlockPair {
  return {
    source: makeBlocks(sequence.source.lengths, ...source, size),
    target: makeBlocks(sequence.target.lengths, ...target, size),
  };
}

/** The band of coarse blocks in finer ones. */
function refine({ low, high }: Band, from: BlockPair, to: BlockPair): Band {
  const rows = to.source.count;
  const first = new Int32Array(rows);
  const last = new Int32Array(rows);
  const base = to.target.edges[0] ?? 0;
  const top = to.target.edges.at(-1) ?? 0;
  for (let row = 0; row < rows; row++) {
    const unit = Math.min(to.source.edges[row] ?? 0, (to.source.edges.at(-1) ?? 1) - 1) - (to.source.edges[0] ?? 0);
    const coarse = from.source.of[unit] ?? 0;
    const left = Math.min(top - 1, from.target.edges[low[coarse] ?? 0] ?? 0);
    const right = Math.max(left, (from.target.edges[(high[coarse] ?? 0) + 1] ?? top) - 1);
    first[row] = to.target.of[left - base] ?? 0;
    last[row] = to.target.of[right - base] ?? 0;
  }
  return bandAround(first, last, to.target.count - 1, 0);
}

/** For each block of the source the first and the last block of the target on the best course. */
interface Course {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const diagonal = 0;
const stepDown = 1;
const stepRight = 2;

function blockCourse(sequence: Sequence, pairs: readonly WeighedPair[], blocks: BlockPair, band: Band): Course {
  const sums = blockEvidence(sequence, pairs, blocks, band);
  const steps = new Uint8Array(sums.length);
  const rows = blocks.source.count;
  for (let row = 0; row < rows; row++) {
    const low = band.low[row] ?? 0;
    for (let column = low; column <= (band.high[row] ?? -1); column++) {
      const cell = (band.offsets[row] ?? 0) + column - low;
      if (cell === 0) continue;
      const across = sumAt(sums, band, row - 1, column - 1);
      const above = sumAt(sums, band, row - 1, column) - sideStep;
      const left = sumAt(sums, band, row, column - 1) - sideStep;
      const best = Math.max(across, above, left);
      steps[cell] = best === across ? diagonal : best === above ? stepDown : stepRight;
      sums[cell] = (sums[cell] ?? 0) + best;
    }
  }
  return follow(steps, band, blocks);
}

function sumAt(sums: Float64Array, { low, high, offsets }: Band, row: number, column: number): number {
  if (row < 0 || column < (low[row] ?? 0) || column > (high[row] ?? -1)) return -Infinity;
  return sums[(offsets[row] ?? 0) + column - (low[row] ?? 0)] ?? -Infinity;
}

function follow(steps: Uint8Array, band: Band, blocks: BlockPair): Course {
  const rows = blocks.source.count;
  const first = new Int32Array(rows).fill(blocks.target.count);
  const last = new Int32Array(rows).fill(-1);
  let row = rows - 1;
  let column = blocks.target.count - 1;
  for (;;) {
    first[row] = Math.min(first[row] ?? column, column);
    last[row] = Math.max(last[row] ?? column, column);
    if (row <= 0 && column <= 0) return { first, last };
    const step = steps[(band.offsets[row] ?? 0) + column - (band.low[row] ?? 0)];
    if (step !== stepRight) row -= 1;
    if (step !== stepDown) column -= 1;
    if (row < 0 || column < 0) throw new Error('the band of blocks does not connect its ends');
  }
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

/** What stands out: chance makes most cells say something, but none of them much more than the others. */
function aboveChance(sums: Float64Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const value of sums) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / sums.length;
  const chance = mean + Math.sqrt(Math.max(0, squares / sums.length - mean * mean));
  return sums.map((value) => Math.max(0, value - chance));
}

/** The positions of a band of blocks; of a stretch, counted from its first row. */
function positions({ low, high }: Band, { source, target }: BlockPair, rows: number): Band {
  const first = new Int32Array(rows).fill(target.edges.at(-1) ?? 0);
  const last = new Int32Array(rows).fill(target.edges[0] ?? 0);
  const from = source.edges[0] ?? 0;
  for (let block = 0; block < source.count; block++) {
    const left = target.edges[low[block] ?? 0] ?? 0;
    const right = target.edges[(high[block] ?? 0) + 1] ?? 0;
    for (let at = source.edges[block] ?? 0; at <= (source.edges[block + 1] ?? 0); at++) {
      first[at - from] = Math.min(first[at - from] ?? left, left);
      last[at - from] = Math.max(last[at - from] ?? right, right);
    }
  }
  return makeBand(first, last);
}
