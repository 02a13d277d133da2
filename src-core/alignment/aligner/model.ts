import { cellOf, type Band } from './band.ts';
import { most, type Coverage } from './coverage.ts';
import type { Weights } from './weights.ts';

/** The size of a bead; two units of each side may stand the other way round. */
export interface Shape {
  readonly source: number;
  readonly target: number;
  readonly crossing: boolean;
  readonly prior: (weights: Weights) => number;
}

function shape(source: number, target: number, prior: (weights: Weights) => number): Shape {
  return { source, target, crossing: false, prior };
}

/** The shapes of beads that have units on both sides, in the order in which scores are kept. */
export const shapes: readonly Shape[] = [
  shape(1, 1, () => 0),
  shape(1, 2, (weights) => weights.oneToTwo),
  shape(2, 1, (weights) => weights.oneToTwo),
  shape(1, 3, (weights) => weights.oneToThree),
  shape(3, 1, (weights) => weights.oneToThree),
  shape(1, 4, (weights) => weights.oneToMany),
  shape(4, 1, (weights) => weights.oneToMany),
  shape(1, 5, (weights) => weights.oneToMany),
  shape(5, 1, (weights) => weights.oneToMany),
  shape(2, 2, (weights) => weights.twoToTwo),
  shape(2, 3, (weights) => weights.twoToThree),
  shape(3, 2, (weights) => weights.twoToThree),
  { ...shape(2, 2, (weights) => weights.crossing), crossing: true },
];

/** What beads are scored by. */
export interface Evidence {
  readonly band: Band;
  readonly source: Coverage;
  readonly target: Coverage;
  /** Sums of lengths: of units before a position. */
  readonly sourceLengths: Float64Array;
  readonly targetLengths: Float64Array;
  /** The log of how much longer the source usually is. */
  readonly ratio: number;
  /** The units from a position up to the next place that no bead may span. */
  readonly sourceRoom: Int32Array;
  readonly targetRoom: Int32Array;
  /** The stretch between such places that each unit is in. */
  readonly sourceStretch: Int32Array;
  readonly targetStretch: Int32Array;
}

/**
 * The log likelihood ratio of every bead in the band: `scores[cell * shapes.length + shape]` of the bead that begins in the
 * cell; -Infinity where it does not fit.
 */
export function beadScores(evidence: Evidence, weights: Weights): Float32Array {
  const { band, sourceRoom, targetRoom, sourceStretch, targetStretch } = evidence;
  const scores = new Float32Array((band.offsets.at(-1) ?? 0) * shapes.length).fill(-Infinity);
  const priors = shapes.map(({ prior }) => prior(weights));
  const lengths = lengthScorer(evidence, weights);
  for (let i = 0; i + 1 < band.low.length; i++) {
    const from = band.low[i] ?? 0;
    for (let j = from; j <= (band.high[i] ?? -1); j++) {
      if (sourceStretch[i] !== targetStretch[j]) continue;
      const cell = (band.offsets[i] ?? 0) + j - from;
      for (let at = 0; at < shapes.length; at++) {
        const one = shapes[at];
        if (one === undefined || one.source > (sourceRoom[i] ?? 0) || one.target > (targetRoom[j] ?? 0)) continue;
        if (cellOf(band, i + one.source, j + one.target) < 0) continue;
        const score = one.crossing
          ? beadScore(evidence, weights, lengths, i, j + 1, 1, 1) +
            beadScore(evidence, weights, lengths, i + 1, j, 1, 1)
          : beadScore(evidence, weights, lengths, i, j, one.source, one.target);
        scores[cell * shapes.length + at] = score + (priors[at] ?? 0);
      }
    }
  }
  return scores;
}

function beadScore(
  evidence: Evidence,
  weights: Weights,
  lengths: LengthScorer,
  i: number,
  j: number,
  source: number,
  target: number,
): number {
  const { low, high, offsets } = evidence.band;
  const fromSource = evidence.source.values;
  const fromTarget = evidence.target.values;
  let words = 0;
  for (let row = i; row < i + source; row++) {
    const first = low[row] ?? 0;
    if (j < first || j > (high[row] ?? -1)) return -Infinity;
    words += fromSource[((offsets[row] ?? 0) + j - first) * most + target - 1] ?? 0;
  }
  if (j + target - 1 > (high[i] ?? -1)) return -Infinity;
  const cell = (offsets[i] ?? 0) + j - (low[i] ?? 0);
  for (let unit = 0; unit < target; unit++) words += fromTarget[(cell + unit) * most + source - 1] ?? 0;
  return words * weights.evidenceScale + lengths(i, j, source, target);
}

/** What the lengths of so many units from two positions on say. */
type LengthScorer = (i: number, j: number, source: number, target: number) => number;

/** `lengthScore` of units next to each other, with the logarithms of all their lengths made once. */
function lengthScorer({ sourceLengths, targetLengths, ratio }: Evidence, weights: Weights): LengthScorer {
  const own = spans(sourceLengths);
  const other = spans(targetLengths);
  const spread = weights.lengthSpread ** 2;
  const shortness = weights.lengthShortness ** 2 / 2;
  const constant = -logRootTwoPi - weights.lengthChance;
  const floor = weights.lengthFloor;
  // The density is highest where the variance is least.
  const highest = constant - Math.log(spread) / 2;
  return (i, j, source, target) => {
    const a = i * most + source - 1;
    const b = j * most + target - 1;
    const variance = spread + shortness * ((own.inverses[a] ?? 1) + (other.inverses[b] ?? 1));
    const off = (own.logs[a] ?? 0) - (other.logs[b] ?? 0) - ratio;
    const apart = (off * off) / (2 * variance);
    if (highest - apart <= floor) return floor;
    return Math.max(floor, constant - apart - Math.log(variance) / 2);
  };
}

/** Of 1 to `most` units from each position on, the logarithm of their length, and one divided by it. */
function spans(sums: Float64Array): { logs: Float64Array; inverses: Float64Array } {
  const logs = new Float64Array(sums.length * most);
  const inverses = new Float64Array(sums.length * most);
  for (let from = 0; from + 1 < sums.length; from++) {
    for (let count = 1; count <= most && from + count < sums.length; count++) {
      const length = (sums[from + count] ?? 0) - (sums[from] ?? 0);
      logs[from * most + count - 1] = Math.log(length);
      inverses[from * most + count - 1] = 1 / length;
    }
  }
  return { logs, inverses };
}

/** How much likelier counterparts are to have these lengths than other units: a log-normal, floored. */
export function lengthScore(source: number, target: number, ratio: number, weights: Weights): number {
  const variance = weights.lengthSpread ** 2 + (weights.lengthShortness ** 2 * (1 / source + 1 / target)) / 2;
  const off = Math.log(source / target) - ratio;
  const density = -(off * off) / (2 * variance) - Math.log(variance) / 2 - logRootTwoPi;
  return Math.max(weights.lengthFloor, density - weights.lengthChance);
}

const logRootTwoPi = Math.log(2 * Math.PI) / 2;
