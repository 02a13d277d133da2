import { absence, kind, presence } from './kinds.ts';
import type { Pair } from './pairs.ts';
import { occurrences, type Side } from './side.ts';
import type { Weights } from './weights.ts';

/** A pair with what it says where it is found, as a log likelihood ratio. */
export interface WeighedPair extends Pair {
  weight: number;
  /** The same in a place that the pair was learned from, less what that place itself taught. */
  weightThere: number;
}

/** The partners of the types of one side: those of a type are at `starts[type] .. starts[type + 1]`. */
export interface Partners {
  readonly starts: Int32Array;
  readonly types: Int32Array;
  readonly weights: Float32Array;
  readonly weightsThere: Float32Array;
  /** What it costs that a type's partners are nearby but not here, and that it has none at all; by type. */
  readonly missing: Float32Array;
  readonly nowhere: Float32Array;
}

/** Units that a text is thought to go on for: what a few units happen to have in common is not common yet. */
const unseenUnits = 15;

/** How often a type is met by chance in one unit, 0 to 1. */
export function chance(side: Side, type: number, weights: Weights): number {
  const share = (occurrences(side, type) + 0.5) / (side.units + unseenUnits);
  return Math.min(0.9, Math.max(weights.rarest, share));
}

/** The log likelihood ratio of finding a partner that is there with this probability, against finding it by chance. */
export function surprise(probability: number, byChance: number): number {
  return Math.log(1 + probability * (1 / byChance - 1));
}

/** Weighs pairs by how rare their words are. */
export function weigh(pairs: readonly Pair[], source: Side, target: Side, weights: Weights): WeighedPair[] {
  const likely = presence(weights);
  return pairs.map((pair) => {
    const byChance = Math.max(chance(source, pair.source, weights), chance(target, pair.target, weights));
    const weight = surprise((likely[pair.kind] ?? 0) * pair.sure, byChance);
    return { ...pair, weight, weightThere: weight };
  });
}

/** The partners of each type of the source, or of the target. */
export function partnersOf(
  side: 'source' | 'target',
  own: Side,
  pairs: readonly WeighedPair[],
  weights: Weights,
): Partners {
  const other = side === 'source' ? 'target' : 'source';
  const count = own.types.length;
  const costs = absence(weights);
  const starts = new Int32Array(count + 1);
  for (const pair of pairs) starts[pair[side] + 1] = (starts[pair[side] + 1] ?? 0) + 1;
  for (let type = 0; type < count; type++) starts[type + 1] = (starts[type + 1] ?? 0) + (starts[type] ?? 0);
  const next = starts.slice();
  const types = new Int32Array(pairs.length);
  const found = new Float32Array(pairs.length);
  const there = new Float32Array(pairs.length);
  const missing = new Float32Array(count);
  for (const pair of pairs) {
    const at = next[pair[side]] ?? 0;
    next[pair[side]] = at + 1;
    types[at] = pair[other];
    found[at] = pair.weight;
    there[at] = pair.weightThere;
    const cost = (costs[pair.kind] ?? 0) * pair.sure;
    if (cost > (missing[pair[side]] ?? 0)) missing[pair[side]] = cost;
  }
  const nowhere = Float32Array.from(own.types, ({ kind: what }) =>
    what === kind.number ? weights.numberNowhere : what === kind.shape ? 0 : weights.wordNowhere,
  );
  return { starts, types, weights: found, weightsThere: there, missing, nowhere };
}
