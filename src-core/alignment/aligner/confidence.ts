import type { Band } from './band.ts';
import type { AlignedBead } from './course.ts';
import { posteriors, type Posteriors } from './lattice.ts';
import type { Weights } from './weights.ts';

/*
 * The model takes itself for surer than it is: what it adds up is not independent, and it learned words from its own beads. So the course
 * is chosen by its probabilities, but confidence is told by those of a model in which everything counts less.
 */

/** Probabilities of the beads when all evidence counts for less. */
export function doubted(
  band: Band,
  scores: Float32Array,
  walls: readonly (readonly [number, number])[],
  weights: Weights,
  tick: () => void,
): Posteriors {
  const { doubtScale, nullFirst, nullNext } = weights;
  const scaled = { ...weights, nullFirst: nullFirst * doubtScale, nullNext: nullNext * doubtScale };
  return posteriors(
    band,
    scores.map((score) => score * doubtScale),
    walls,
    scaled,
    tick,
  );
}

/** A bead with its confidence made of its doubted probability: less for each unit beyond one, and as often right as it says. */
export function withConfidence(bead: AlignedBead, { doubtPerUnit, doubtRestored }: Weights): AlignedBead {
  const more = Math.max(0, Math.max(bead.source.length, bead.target.length) - 1);
  const { confidence } = bead;
  const against = (1 - confidence) * Math.exp(more * doubtPerUnit - doubtRestored);
  return { ...bead, confidence: confidence / (confidence + against) };
}
