import { cellOf, type Band } from './band.ts';
import type { Posteriors } from './lattice.ts';
import { shapes } from './model.ts';
import type { Weights } from './weights.ts';

/** A bead between units by their number, and how likely it is right. */
export interface AlignedBead {
  source: number[];
  target: number[];
  /** 0 to 1. */
  confidence: number;
}

/**
 * The course on which most beads may be expected to be right: not the likeliest course, but the one whose beads' own
 * probabilities, less a cost a bead, add up to most. Crossing neighbours are told as the two beads they are.
 *
 * @param told the probabilities that the beads get as their confidence
 */
export function bestCourse(band: Band, likely: Posteriors, weights: Weights, told: Posteriors = likely): AlignedBead[] {
  const { beads, sourceNull, targetNull } = likely;
  const cells = band.offsets.at(-1) ?? 0;
  const worth = new Float64Array(cells).fill(-Infinity);
  const chosen = new Int8Array(cells).fill(-1);
  const rows = band.low.length;
  for (let i = rows - 1; i >= 0; i--) {
    const low = band.low[i] ?? 0;
    for (let j = band.high[i] ?? -1; j >= low; j--) {
      const cell = (band.offsets[i] ?? 0) + j - low;
      if (cell === cells - 1) {
        worth[cell] = 0;
        continue;
      }
      let best = -Infinity;
      let choice = -1;
      const consider = (at: number, end: number, gain: number): void => {
        const sum = end < 0 ? -Infinity : gain + (worth[end] ?? -Infinity);
        if (sum > best) {
          best = sum;
          choice = at;
        }
      };
      for (let at = 0; at < shapes.length; at++) {
        const chance = beads[cell * shapes.length + at] ?? 0;
        const one = shapes[at];
        if (chance <= leastProbability || one === undefined) continue;
        const gain = chance - weights.beadCost;
        consider(at, cellOf(band, i + one.source, j + one.target), one.crossing ? gain * 2 : gain);
      }
      if (i + 1 < rows) consider(onlySource, cellOf(band, i + 1, j), (sourceNull[cell] ?? 0) - weights.nullCost);
      consider(onlyTarget, cellOf(band, i, j + 1), (targetNull[cell] ?? 0) - weights.nullCost);
      worth[cell] = best;
      chosen[cell] = choice;
    }
  }
  return follow(band, chosen, told);
}

const onlySource = shapes.length;
const onlyTarget = shapes.length + 1;
/** Beads that are less likely are not looked at. */
const leastProbability = 1e-4;

function follow(band: Band, chosen: Int8Array, posteriors: Posteriors): AlignedBead[] {
  const found: AlignedBead[] = [];
  const last = (band.offsets.at(-1) ?? 0) - 1;
  let i = 0;
  let j = 0;
  for (let cell = 0; cell !== last; cell = cellOf(band, i, j)) {
    const at = chosen[cell] ?? -1;
    if (at === onlySource) {
      found.push({ source: [i], target: [], confidence: probability(posteriors.sourceNull[cell]) });
      i += 1;
    } else if (at === onlyTarget) {
      found.push({ source: [], target: [j], confidence: probability(posteriors.targetNull[cell]) });
      j += 1;
    } else {
      const one = shapes[at];
      if (one === undefined) throw new Error(`the band of positions does not connect at ${i}, ${j}`);
      const confidence = probability(posteriors.beads[cell * shapes.length + at]);
      if (one.crossing) {
        found.push({ source: [i], target: [j + 1], confidence }, { source: [i + 1], target: [j], confidence });
      } else {
        found.push({ source: run(i, one.source), target: run(j, one.target), confidence });
      }
      i += one.source;
      j += one.target;
    }
  }
  return found;
}

function run(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + at);
}

function probability(value: number | undefined): number {
  return Math.min(1, Math.max(0, value ?? 0));
}
