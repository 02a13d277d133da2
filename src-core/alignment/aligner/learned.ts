import type { AlignedBead } from './course.ts';
import type { Taught } from './coverage.ts';
import { kind } from './kinds.ts';
import { chance, surprise, type WeighedPair } from './partners.ts';
import { occurrences, type Side } from './side.ts';
import type { Weights } from './weights.ts';

/** What occurs in more than this share of the units is not learned from. */
const tooOften = 0.2;
/** Partners of a type that are kept. */
const partnersKept = 10;
/** Beads that are less sure teach nothing, and pairs that say less are not kept. */
const leastConfidence = 0.3;
const leastWeight = 0.3;
const leastOdds = Math.exp(leastWeight) - 1;

/**
 * Word pairs that stand in the same beads more often than by chance. What a pair says in a bead that it was learned from
 * leaves that bead out: else a wrong bead would prove itself.
 */
export function learnedPairs(
  source: Side,
  target: Side,
  beads: readonly AlignedBead[],
  weights: Weights,
): WeighedPair[] {
  const bySource = beadsByUnit(beads, source.units);
  const teaches = teachable(target);
  const counts = new Float64Array(target.types.length);
  const marked = new Int32Array(target.types.length).fill(-1);
  const found: WeighedPair[] = [];
  const canTeach = teachable(source);
  const common = commonness(target, weights);
  // Which visit of a bead counted a type last: it counts once a bead.
  let stamp = 0;
  // By bead, the type that it was seen with last.
  const seenWith = new Int32Array(beads.length).fill(-1);
  const touched: number[] = [];
  for (let type = 0; type < source.types.length; type++) {
    if (canTeach[type] !== 1) continue;
    touched.length = 0;
    for (let place = source.placeStarts[type] ?? 0; place < (source.placeStarts[type + 1] ?? 0); place++) {
      const at = bySource[source.places[place] ?? 0] ?? -1;
      const bead = beads[at];
      if (bead === undefined || bead.confidence < leastConfidence || seenWith[at] === type) continue;
      seenWith[at] = type;
      stamp += 1;
      for (const unit of bead.target) {
        for (let token = target.starts[unit] ?? 0; token < (target.starts[unit + 1] ?? 0); token++) {
          const other = target.tokens[token] ?? 0;
          if (teaches[other] !== 1 || marked[other] === stamp) continue;
          marked[other] = stamp;
          if (counts[other] === 0) touched.push(other);
          counts[other] = (counts[other] ?? 0) + bead.confidence;
        }
      }
    }
    for (const pair of strongest(type, touched, counts, source, target, common, weights)) found.push(pair);
    for (const other of touched) counts[other] = 0;
  }
  return found;
}

/** What of each type is asked for again and again. */
interface Commonness {
  readonly occurrences: Float64Array;
  /** The root of the occurrences but one. */
  readonly doubt: Float64Array;
  readonly chance: Float64Array;
}

function commonness(side: Side, weights: Weights): Commonness {
  const found = Float64Array.from(side.types, (_, type) => occurrences(side, type));
  return {
    occurrences: found,
    doubt: found.map((often) => Math.sqrt(Math.max(0, often - 1))),
    chance: Float64Array.from(side.types, (_, type) => chance(side, type, weights)),
  };
}

function strongest(
  type: number,
  touched: readonly number[],
  counts: Float64Array,
  source: Side,
  target: Side,
  common: Commonness,
  weights: Weights,
): WeighedPair[] {
  const often = occurrences(source, type);
  const ownDoubt = Math.sqrt(Math.max(0, often - 1));
  const ownChance = chance(source, type, weights);
  let kept = 0;
  for (const other of touched) {
    const together = counts[other] ?? 0;
    const expected = (often * (common.occurrences[other] ?? 0)) / source.units;
    if (together <= expected) continue;
    // What says too little needs no logarithm.
    const byChance = Math.max(ownChance, common.chance[other] ?? 0);
    const doubt = ownDoubt * (common.doubt[other] ?? 0) + weights.learnedDoubt;
    const odds = weights.learned * Math.min(1, (together - expected) / doubt) * (1 / byChance - 1);
    if (odds < leastOdds || (kept === partnersKept && odds < (best.odds[kept - 1] ?? 0))) continue;
    if (source.types[type]?.key === target.types[other]?.key) continue;
    kept = keep(kept, odds, other);
  }
  return Array.from({ length: kept }, (_, at): WeighedPair => {
    const other = best.types[at] ?? 0;
    const excess = (counts[other] ?? 0) - (often * (common.occurrences[other] ?? 0)) / source.units;
    const doubt = ownDoubt * (common.doubt[other] ?? 0) + weights.learnedDoubt;
    const weightThere = said(excess - 1, doubt, Math.max(ownChance, common.chance[other] ?? 0), weights);
    const weight = Math.log(1 + (best.odds[at] ?? 0));
    return { source: type, target: other, kind: kind.learned, sure: 1, weight, weightThere };
  });
}

/** The partners of one type that say most so far. */
const best = { odds: new Float64Array(partnersKept + 1), types: new Int32Array(partnersKept + 1) };

/** Puts a partner in its place among the best, of equal ones the lower number first; how many there are then. */
function keep(kept: number, odds: number, type: number): number {
  let at = kept;
  for (; at > 0; at--) {
    const before = best.odds[at - 1] ?? 0;
    if (before > odds || (before === odds && (best.types[at - 1] ?? 0) < type)) break;
    best.odds[at] = before;
    best.types[at] = best.types[at - 1] ?? 0;
  }
  best.odds[at] = odds;
  best.types[at] = type;
  return Math.min(partnersKept, kept + 1);
}

/** What a pair says that was seen together this much more often than by chance. */
function said(excess: number, doubt: number, byChance: number, weights: Weights): number {
  return excess <= 0 ? 0 : surprise(weights.learned * Math.min(1, excess / doubt), byChance);
}

/** Types that may be learned from, as 1: they occur again, and not everywhere. */
function teachable(side: Side): Uint8Array {
  return Uint8Array.from(side.types, ({ kind: what }, type) => {
    const often = occurrences(side, type);
    return what !== kind.shape && often >= 2 && often <= Math.max(3, side.units * tooOften) ? 1 : 0;
  });
}

function beadsByUnit(beads: readonly AlignedBead[], units: number): Int32Array {
  const found = new Int32Array(units).fill(-1);
  beads.forEach(({ source }, at) => {
    for (const unit of source) found[unit] = at;
  });
  return found;
}

/** The units of the other side that each unit is linked with, as ranges. */
export function taughtBy(beads: readonly AlignedBead[], side: 'source' | 'target', units: number): Taught {
  const other = side === 'source' ? 'target' : 'source';
  const from = new Int32Array(units);
  const to = new Int32Array(units);
  for (const bead of beads) {
    const first = bead[other][0];
    const last = bead[other].at(-1);
    if (first === undefined || last === undefined) continue;
    for (const unit of bead[side]) {
      from[unit] = first;
      to[unit] = last + 1;
    }
  }
  return { from, to };
}
