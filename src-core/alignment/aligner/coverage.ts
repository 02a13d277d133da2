import type { Band } from './band.ts';
import type { Partners } from './partners.ts';
import type { Side } from './side.ts';
import type { Weights } from './weights.ts';

/** The most units that a bead has on one side. */
export const most = 5;

/**
 * What one unit's words and signs say about standing with 1 to 5 units of the other side from a cell on:
 * `values[cell * most + span - 1]`. Of a bead these add up over its units. Linked units, which may have taught the learned
 * pairs, are `from[unit]` up to `to[unit]`.
 */
export interface Coverage {
  readonly values: Float32Array;
}

export interface Taught {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The rows of units over which coverage is counted: for each unit the other side's units `low` up to `high`. */
interface Rows {
  low: (unit: number) => number;
  high: (unit: number) => number;
  cell: (unit: number, other: number) => number;
}

/** Rows of source units. A row reaches as far as beads that begin in it may. */
export function sourceRows({ low, high, offsets }: Band): Rows {
  const last = high.length - 1;
  return {
    low: (unit) => low[unit] ?? 0,
    high: (unit) => high[Math.min(last, unit + most)] ?? 0,
    cell: (unit, other) => {
      const from = low[unit] ?? 0;
      return other < from || other > (high[unit] ?? -1) ? -1 : (offsets[unit] ?? 0) + other - from;
    },
  };
}

/** Rows of target units: the columns of the band. */
export function targetRows(band: Band, target: number): Rows {
  const { low, high, offsets } = band;
  const first = new Int32Array(target + 1).fill(-1);
  const last = new Int32Array(target + 1).fill(-1);
  for (let i = 0; i < low.length; i++) {
    for (let j = low[i] ?? 0; j <= (high[i] ?? 0); j++) {
      if (first[j] === -1) first[j] = i;
      last[j] = i;
    }
  }
  return {
    low: (unit) => Math.max(0, first[unit] ?? 0),
    high: (unit) => last[Math.min(target, unit + most)] ?? 0,
    cell: (unit, other) => {
      const from = low[other] ?? 0;
      return unit < from || unit > (high[other] ?? -1) ? -1 : (offsets[other] ?? 0) + unit - from;
    },
  };
}

/** Counts the coverage of the first `units` units of `own` in a band. */
export function coverage(
  own: Side,
  units: number,
  other: Side,
  partners: Partners,
  band: Band,
  rows: Rows,
  taught: Taught | null,
  weights: Weights,
): Coverage {
  // Among more units a partner is found more easily by chance.
  const discounts = Array.from({ length: most }, (_, at) => weights.spanDiscount * Math.log(at + 1));
  const values = new Float32Array((band.offsets.at(-1) ?? 0) * most);
  let best = new Float32Array(256);
  let sums = new Float64Array(256);
  for (let unit = 0; unit < units; unit++) {
    const low = rows.low(unit);
    const high = rows.high(unit);
    const width = high - low;
    if (width <= 0) continue;
    const count = (own.starts[unit + 1] ?? 0) - (own.starts[unit] ?? 0);
    if (best.length < width) best = new Float32Array(width * 2);
    if (sums.length < width * most) sums = new Float64Array(width * most * 2);
    sums.fill(0, 0, width * most);
    let base = 0;
    for (let token = 0; token < count; token++) {
      const type = own.tokens[(own.starts[unit] ?? 0) + token] ?? 0;
      if (partners.starts[type] === partners.starts[type + 1]) {
        base -= partners.nowhere[type] ?? 0;
        continue;
      }
      if (!markPartners(best, type, unit, low, high, other, partners, taught)) continue;
      const missing = partners.missing[type] ?? 0;
      base -= missing;
      addToken(sums, best, width, missing, discounts);
      best.fill(0, 0, width);
    }
    for (let at = 0; at < width; at++) {
      const cell = rows.cell(unit, low + at);
      if (cell < 0) continue;
      for (let span = 0; span < most; span++) values[cell * most + span] = base + (sums[at * most + span] ?? 0);
    }
  }
  return { values };
}

/** Adds what one token says of every beginning and span of a row. */
function addToken(
  sums: Float64Array,
  best: Float32Array,
  width: number,
  gain: number,
  discounts: readonly number[],
): void {
  let last = width - 1;
  while (last >= 0 && best[last] === 0) last -= 1;
  let first = 0;
  while (first < last && best[first] === 0) first += 1;
  for (let at = Math.max(0, first - most + 1); at <= last; at++) {
    let reached = 0;
    for (let span = 0; span < most; span++) {
      const here = at + span <= last ? (best[at + span] ?? 0) : 0;
      if (here > reached) reached = here;
      if (reached === 0) continue;
      const cell = at * most + span;
      const less = reached - (discounts[span] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + (less > 0 ? less + gain : gain);
    }
  }
}

/** Writes a type's best partner in each unit of the row; whether it has one there at all. */
function markPartners(
  best: Float32Array,
  type: number,
  unit: number,
  low: number,
  high: number,
  other: Side,
  partners: Partners,
  taught: Taught | null,
): boolean {
  let found = false;
  const from = taught?.from[unit] ?? 0;
  const to = taught?.to[unit] ?? 0;
  for (let at = partners.starts[type] ?? 0; at < (partners.starts[type + 1] ?? 0); at++) {
    const partner = partners.types[at] ?? 0;
    const end = other.placeStarts[partner + 1] ?? 0;
    for (let place = firstPlace(other, partner, low); place < end; place++) {
      const where = other.places[place] ?? 0;
      if (where >= high) break;
      const isTaught = where >= from && where < to;
      const weight = (isTaught ? partners.weightsThere[at] : partners.weights[at]) ?? 0;
      const cell = where - low;
      if (weight > (best[cell] ?? 0)) {
        best[cell] = weight;
        found = true;
      }
    }
  }
  return found;
}

/** The first place of a type at or after a unit. */
export function firstPlace({ placeStarts, places }: Side, type: number, unit: number): number {
  let from = placeStarts[type] ?? 0;
  let to = placeStarts[type + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] ?? 0) < unit) from = middle + 1;
    else to = middle;
  }
  return from;
}
