import { bandAround, makeBand, type Band } from './band.ts';
import { blockCourse, type BlockPair } from './block-course.ts';
import { makeBlocks } from './blocks.ts';
import type { WeighedPair } from './partners.ts';
import type { Sequence } from './sequence.ts';

/** Texts with fewer positions are looked at whole. */
const small = 150_000;
/** The coarsest look has as many blocks as the root of the units, times this: its cost grows with the units only. */
const coarsest = 4;
/** How much finer each further look is. */
const finer = 4;
/** How far from the course of a look the next one strays, in blocks. */
const stray = 2;
/** Units of the longer text in a block of the last look. */
const finest = 8;

/** A text so many times as long as the other has it as a part. */
const partRatio = 3;

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
  const longest = Math.max(rows, columns) - 1;
  let size = Math.min(Math.round(coarsest * Math.sqrt(longest)), longest);
  let blocks = blocksOf(sequence, source, target, size);
  let band = makeBand(
    new Int32Array(blocks.source.count),
    new Int32Array(blocks.source.count).fill(blocks.target.count - 1),
  );
  for (;;) {
    tick();
    const course = blockCourse(sequence, pairs, blocks, band);
    const around = bandAround(course.first, course.last, blocks.target.count - 1, stray);
    if (size * finest >= longest) return positions(around, blocks, rows);
    size = Math.min(longest, size * finer);
    const next = blocksOf(sequence, source, target, size);
    band = refine(around, blocks, next);
    blocks = next;
  }
}

function blocksOf(
  sequence: Sequence,
  source: readonly [number, number],
  target: readonly [number, number],
  size: number,
): BlockPair {
  const own = lengthOf(sequence.source.lengths, ...source);
  const other = lengthOf(sequence.target.lengths, ...target);
  // Of texts so different one is a part of the other: there blocks of the same length stand beside each other, not the same shares.
  const isPart = Math.max(own, other) > partRatio * Math.min(own, other);
  const count = (length: number): number =>
    isPart ? Math.max(1, Math.round((size * length) / Math.max(own, other))) : size;
  return {
    source: makeBlocks(sequence.source.lengths, ...source, count(own)),
    target: makeBlocks(sequence.target.lengths, ...target, count(other)),
    isPart,
  };
}

function lengthOf(lengths: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let unit = from; unit < to; unit++) sum += lengths[unit] ?? 0;
  return sum;
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
