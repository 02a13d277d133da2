import { bandAround, makeBand, type Band } from './band.ts';
import type { AlignedBead } from './course.ts';
import { firstPlace } from './coverage.ts';
import { lengthScore } from './model.ts';
import type { Partners } from './partners.ts';
import type { Sequence } from './sequence.ts';
import type { Weights } from './weights.ts';

/** How far from the surveyed course it is looked for beads, in units. */
const margin = 4;

/** The moves of the survey: fewer than the model's, for it only has to come near. */
const moves = [
  { source: 1, target: 1 },
  { source: 2, target: 1 },
  { source: 1, target: 2 },
  { source: 1, target: 0 },
  { source: 0, target: 1 },
] as const;
const none = 255;

/** What a survey finds: a band to look at closely, and beads to learn from first. */
export interface Surveyed {
  readonly band: Band;
  readonly beads: AlignedBead[];
}

/** How sure a surveyed bead is taken to be. */
const surveyedConfidence = 0.6;

/**
 * Narrows a wide band to one about the best course of 1-1, 1-2 and 2-1 beads and units without counterpart, by lengths and by
 * words that need no learning. It keeps a byte a cell.
 */
export function survey(
  { source, target, freeSource, freeTarget }: Sequence,
  band: Band,
  partners: Partners,
  ratio: number,
  weights: Weights,
  tick: () => void,
): Surveyed {
  const chosen = new Uint8Array(band.offsets.at(-1) ?? 0).fill(none);
  const costs = [0, weights.oneToTwo, weights.oneToTwo, weights.nullNext, weights.nullNext];
  let rows = [rowOf(band, -2), rowOf(band, -1), rowOf(band, 0)] as const;
  // What words say of a source unit beside each target unit, by the target's number; of this row's unit and the one before.
  let words = [new Float32Array(freeTarget + 1), new Float32Array(freeTarget + 1)] as const;
  for (let i = 0; i < band.low.length; i++) {
    if (i % rowsPerTick === 0) tick();
    const low = band.low[i] ?? 0;
    const high = band.high[i] ?? -1;
    const row = i === 0 ? rows[2] : rowOf(band, i);
    if (i > 0) {
      rows = [rows[1], rows[2], row];
      words = [words[1], words[0]];
      const first = Math.max(0, (band.low[i - 1] ?? 0) - 2);
      words[1].fill(0, first, high + 1);
      addWords(words[1], i - 1, first, high, source, target, partners);
    }
    for (let j = low; j <= high; j++) {
      if (i === 0 && j === 0) {
        row[0] = 0;
        continue;
      }
      let best = -Infinity;
      let choice = none;
      for (let at = 0; at < moves.length; at++) {
        const move = moves[at];
        if (move === undefined || j < move.target || i < move.source) continue;
        const before = valueAt(band, rows[2 - move.source] ?? row, i - move.source, j - move.target);
        if (before === -Infinity) continue;
        let gain = costs[at] ?? 0;
        if (move.source > 0 && move.target > 0) {
          const own = sumOf(source.lengths, i, move.source);
          const other = sumOf(target.lengths, j, move.target);
          gain += lengthScore(own, other, ratio, weights);
          gain += weights.evidenceScale * (words[1][j - 1] ?? 0) * both;
          if (move.source === 2) gain += weights.evidenceScale * (words[0][j - 1] ?? 0) * both;
          if (move.target === 2) gain += weights.evidenceScale * (words[1][j - 2] ?? 0) * both;
        }
        if (before + gain > best) {
          best = before + gain;
          choice = at;
        }
      }
      row[j - low] = best;
      chosen[(band.offsets[i] ?? 0) + j - low] = choice;
    }
  }
  return follow(chosen, band, freeSource, freeTarget);
}

const rowsPerTick = 256;
/** Words are counted from the source only; the model counts them from both sides. */
const both = 2;

function rowOf(band: Band, i: number): Float64Array {
  const width = i < 0 ? 0 : (band.high[i] ?? 0) - (band.low[i] ?? 0) + 1;
  return new Float64Array(width).fill(-Infinity);
}

function valueAt(band: Band, row: Float64Array, i: number, j: number): number {
  const low = band.low[i] ?? 0;
  return j < low || j > (band.high[i] ?? -1) ? -Infinity : (row[j - low] ?? -Infinity);
}

function sumOf(lengths: Float64Array, end: number, count: number): number {
  return (lengths[end - 1] ?? 1) + (count === 2 ? (lengths[end - 2] ?? 1) : 0);
}

/** Adds what the words of a source unit say of target units `low` up to `high`. */
function addWords(
  words: Float32Array,
  unit: number,
  low: number,
  high: number,
  source: Sequence['source'],
  target: Sequence['target'],
  partners: Partners,
): void {
  for (let token = source.starts[unit] ?? 0; token < (source.starts[unit + 1] ?? 0); token++) {
    const type = source.tokens[token] ?? 0;
    for (let at = partners.starts[type] ?? 0; at < (partners.starts[type + 1] ?? 0); at++) {
      const partner = partners.types[at] ?? 0;
      const end = target.placeStarts[partner + 1] ?? 0;
      for (let place = firstPlace(target, partner, low); place < end; place++) {
        const where = target.places[place] ?? 0;
        if (where >= high) break;
        words[where] = (words[where] ?? 0) + (partners.weights[at] ?? 0);
      }
    }
  }
}

function follow(chosen: Uint8Array, band: Band, freeSource: number, freeTarget: number): Surveyed {
  const beads: AlignedBead[] = [];
  const first = new Int32Array(freeSource + 1).fill(freeTarget + 1);
  const last = new Int32Array(freeSource + 1).fill(-1);
  let i = freeSource;
  let j = freeTarget;
  const mark = (row: number, column: number): void => {
    first[row] = Math.min(first[row] ?? column, column);
    last[row] = Math.max(last[row] ?? column, column);
  };
  mark(i, j);
  while (i > 0 || j > 0) {
    const move = moves[chosen[(band.offsets[i] ?? 0) + j - (band.low[i] ?? 0)] ?? none];
    if (move === undefined) throw new Error(`the surveyed band does not connect at ${i}, ${j}`);
    i -= move.source;
    j -= move.target;
    beads.push({
      source: move.source === 2 ? [i, i + 1] : move.source === 1 ? [i] : [],
      target: move.target === 2 ? [j, j + 1] : move.target === 1 ? [j] : [],
      confidence: surveyedConfidence,
    });
    mark(i, j);
    if (move.source === 2) mark(i + 1, j);
  }
  const around = bandAround(first, last, freeTarget, margin);
  const low = around.low.map((at, row) => Math.max(at, band.low[row] ?? 0));
  const high = around.high.map((at, row) => Math.min(at, band.high[row] ?? 0));
  return { band: makeBand(low, high), beads: beads.toReversed() };
}
