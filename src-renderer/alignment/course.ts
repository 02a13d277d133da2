import type { Bead } from '#core/records/bead.ts';

/** How far either text has come at a bead's end, in UTF-16 code units from its beginning. */
export interface CoursePoint {
  readonly source: number;
  readonly target: number;
}

/** A place where one text runs ahead of the other far more than elsewhere. */
export interface Slip {
  /** The index of the bead at which it is steepest. */
  readonly bead: number;
  /** By how much the target runs ahead of the source there (behind it: negative), in code units of the target. */
  readonly by: number;
}

/** Beads over which the texts may drift apart before it counts. */
const stretch = 5;
/** A slip is this many times what stretches of this text usually drift, ... */
const unusual = 8;
/** ... and at least this many code units: some lines. Less is a matter of style. */
const least = 240;
/** Slips that are told; more would say nothing. */
const most = 12;

/** The course of an alignment: a point at the end of each bead, after the beginning. */
export function courseOf(beads: readonly Bead[], lengthOf: (paragraph: string) => number): CoursePoint[] {
  let source = 0;
  let target = 0;
  return [
    { source, target },
    ...beads.map((bead) => {
      for (const id of bead.source) source += lengthOf(id);
      for (const id of bead.target) target += lengthOf(id);
      return { source, target };
    }),
  ];
}

/**
 * Where a passage slipped: stretches of some beads over which the target gains or loses much more, against what the length of
 * the source leads to expect, than stretches of the same text usually do. Something left out on purpose is no slip.
 *
 * @param course as `courseOf` gives it of the same beads
 */
export function slipsOf(beads: readonly Bead[], course: readonly CoursePoint[]): Slip[] {
  const drift = driftOf(beads, course);
  const over = drift.map((value, at) => value - (drift[Math.max(0, at - stretch)] ?? 0));
  const usual = median(over.map(Math.abs));
  const limit = Math.max(least, usual * unusual);
  const slips: Slip[] = [];
  let best: { end: number; by: number } | null = null;
  for (const [at, by] of [...over, 0].entries()) {
    const isSlip = Math.abs(by) >= limit;
    if (isSlip && (best === null || Math.sign(by) === Math.sign(best.by))) {
      if (best === null || Math.abs(by) > Math.abs(best.by)) best = { end: at, by };
      continue;
    }
    if (best !== null) slips.push({ bead: steepest(drift, best.end, best.by), by: best.by });
    best = isSlip ? { end: at, by } : null;
  }
  return slips
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, most)
    .toSorted((a, b) => a.bead - b.bead);
}

/** By bead, how far the target has run ahead of what is expected, after its beginning. */
function driftOf(beads: readonly Bead[], course: readonly CoursePoint[]): number[] {
  const end = course.at(-1);
  const ratio = end === undefined || end.source === 0 ? 1 : end.target / end.source;
  let sum = 0;
  return [
    0,
    ...beads.map((bead, at) => {
      const [from, to] = [course[at], course[at + 1]];
      if (from === undefined || to === undefined || bead.intended === true) return sum;
      sum += to.target - from.target - (to.source - from.source) * ratio;
      return sum;
    }),
  ];
}

/** Of the stretch that ends at a point of the course, the bead that moves it most in its direction. */
function steepest(drift: readonly number[], end: number, by: number): number {
  let best = end;
  let furthest = -Infinity;
  for (let at = Math.max(1, end - stretch + 1); at <= end; at += 1) {
    const step = ((drift[at] ?? 0) - (drift[at - 1] ?? 0)) * Math.sign(by);
    if (step > furthest) [best, furthest] = [at, step];
  }
  return Math.max(0, best - 1);
}

function median(values: readonly number[]): number {
  // Numbers sort far faster here than by a function that compares them.
  const sorted = Float64Array.from(values).toSorted();
  return sorted[sorted.length >> 1] ?? 0;
}

/** At most `count` of the points: every so many, the first, the last and those at `kept`. */
export function thinned(course: readonly CoursePoint[], count: number, kept: readonly number[]): CoursePoint[] {
  const every = Math.max(1, Math.ceil(course.length / count));
  const wanted = new Set(kept.flatMap((at) => [at, at + 1]));
  return course.filter((_, at) => at % every === 0 || at === course.length - 1 || wanted.has(at));
}

/** The bead whose source or target holds a place of the course; the last one beyond the end. */
export function beadAt(course: readonly CoursePoint[], side: keyof CoursePoint, place: number): number {
  let low = 0;
  let high = Math.max(0, course.length - 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((course[middle + 1]?.[side] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
