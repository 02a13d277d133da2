import type { AlignedBead } from './course.ts';

/** A course with what is thought of it: each bead's probability, and what its confidence is told from. */
export interface JudgedCourse {
  readonly likely: readonly AlignedBead[];
  readonly told: readonly AlignedBead[];
}

/** Beads that a stretch must be expected to have right beyond the other course's, to be taken instead. */
const clearly = 1;

/**
 * The first course, but with the stretches of the second that are clearly better; both cover the same units, and both are
 * judged by the same probabilities. What is told of the beads taken.
 */
export function clearlyBetter(first: JudgedCourse, second: JudgedCourse, beadCost: number): AlignedBead[] {
  const found: AlignedBead[] = [];
  const one = walk(first);
  const other = walk(second);
  while (one.next()) {
    other.next();
    // On to where both have passed the same units.
    while (one.source !== other.source || one.target !== other.target) {
      if (one.source + one.target < other.source + other.target) one.next();
      else other.next();
    }
    const gain = worth(other.likely, beadCost) - worth(one.likely, beadCost);
    for (const bead of gain > clearly ? other.told : one.told) found.push(bead);
    one.begin();
    other.begin();
  }
  return found;
}

function worth(beads: readonly AlignedBead[], beadCost: number): number {
  return beads.reduce((sum, bead) => sum + bead.confidence - beadCost, 0);
}

interface Walk {
  /** Units passed so far. */
  readonly source: number;
  readonly target: number;
  /** Beads since `begin`. */
  readonly likely: readonly AlignedBead[];
  readonly told: readonly AlignedBead[];
  /** Goes on by a bead, or by two that cross; whether there was one. */
  next(): boolean;
  begin(): void;
}

function walk({ likely, told }: JudgedCourse): Walk {
  let at = 0;
  let from = 0;
  let source = 0;
  let target = 0;
  const pass = (): boolean => {
    const bead = likely[at];
    if (bead === undefined) return false;
    at += 1;
    source += bead.source.length;
    target += bead.target.length;
    return true;
  };
  return {
    get source() {
      return source;
    },
    get target() {
      return target;
    },
    get likely() {
      return likely.slice(from, at);
    },
    get told() {
      return told.slice(from, at);
    },
    next: () => {
      const crosses = (likely[at]?.target[0] ?? target) > target;
      return pass() && (!crosses || pass());
    },
    begin: () => {
      from = at;
    },
  };
}
