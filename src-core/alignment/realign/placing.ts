import { longestRising } from '#core/alignment/aligner/fixed.ts';
import { orderedAnew, withOrders } from '#core/alignment/edits/replace.ts';
import type { Bead } from '#core/records/bead.ts';

/** Where the sides of a bead begin, by the numbers of their paragraphs; `null` for a side that is empty. */
type Starts = readonly [source: number | null, target: number | null];

/**
 * New beads among those that stay. These stay in the order that they have; a new one stands where its paragraphs belong between
 * them. Beads that stay and cross others do not part the new ones.
 *
 * @param made in the order of the text
 */
export function placed(kept: readonly Bead[], made: readonly Bead[], startsOf: (bead: Bead) => Starts): Bead[] {
  const anchors = anchorsAmong(kept.map(startsOf));
  const result: Bead[] = [];
  let done = 0;
  let next = 0;
  for (const anchor of [...anchors, kept.length]) {
    const bead = kept[anchor];
    const end = bead === undefined ? made.length : firstAfter(made, next, startsOf, startsOf(bead));
    result.push(...between(kept.slice(done, anchor), made.slice(next, end), startsOf));
    if (bead !== undefined) result.push(bead);
    done = anchor + 1;
    next = end;
  }
  return result;
}

/** The indexes of beads with both sides that rise on both. */
function anchorsAmong(starts: readonly Starts[]): number[] {
  const linked = starts.flatMap(([source, target], at) =>
    source === null || target === null ? [] : [{ at, source, target }],
  );
  const rising = longestRising(linked.map(({ source }, at) => [at, source]));
  const both = longestRising(rising.map(([at]) => [at, linked[at]?.target ?? 0]));
  return both.flatMap(([at]) => linked[at]?.at ?? []);
}

/** The index of the first of the beads, from `from` on, that stands after these starts. */
function firstAfter(
  beads: readonly Bead[],
  from: number,
  startsOf: (bead: Bead) => Starts,
  [source, target]: Starts,
): number {
  let at = from;
  while (at < beads.length) {
    const bead = beads[at];
    const own: Starts = bead === undefined ? [null, null] : startsOf(bead);
    const isAfter =
      own[0] !== null && source !== null ? own[0] > source : own[1] !== null && target !== null && own[1] > target;
    if (isAfter) break;
    at += 1;
  }
  return at;
}

/** Beads that stay, in their order, among new ones: each before the first that begins after it. */
function between(kept: readonly Bead[], made: readonly Bead[], startsOf: (bead: Bead) => Starts): Bead[] {
  const result: Bead[] = [];
  let next = 0;
  for (const bead of kept) {
    const end = firstAfter(made, next, startsOf, startsOf(bead));
    result.push(...made.slice(next, end), bead);
    next = end;
  }
  return [...result, ...made.slice(next)];
}

/**
 * Beads in orders that rise; those that stay keep theirs, and others where that fits. Where orders are no fractional indexes, or
 * nothing fits between two of them, all get new ones.
 */
export function ordered(beads: readonly Bead[], stays: (bead: Bead) => boolean): Bead[] {
  const result: Bead[] = [];
  let waiting: Bead[] = [];
  for (const bead of [...beads, null]) {
    if (bead !== null && !stays(bead)) {
      waiting.push(bead);
      continue;
    }
    const fitted =
      waiting.length === 0 ? waiting : withOrders(waiting, result.at(-1)?.order ?? null, bead?.order ?? null);
    if (fitted === null) return orderedAnew(beads);
    result.push(...fitted);
    if (bead !== null) result.push(bead);
    waiting = [];
  }
  return result;
}
