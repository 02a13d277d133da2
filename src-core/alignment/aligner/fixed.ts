import type { Order } from './order.ts';

/** A bead that a person confirmed, by the numbers of its units. */
export interface FixedBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** @throws RangeError for a unit that is not there, or that two fixed beads have */
export function checkFixed(fixed: readonly FixedBead[], source: number, target: number): void {
  check(
    'source',
    fixed.flatMap((bead) => bead.source),
    source,
  );
  check(
    'target',
    fixed.flatMap((bead) => bead.target),
    target,
  );
}

function check(side: string, units: readonly number[], count: number): void {
  const seen = new Set<number>();
  for (const unit of units) {
    if (!Number.isInteger(unit) || unit < 0 || unit >= count) {
      throw new RangeError(`fixed bead: no ${side} unit ${unit}`);
    }
    if (seen.has(unit)) throw new RangeError(`fixed bead: ${side} unit ${unit} stands in two of them`);
    seen.add(unit);
  }
}

/**
 * Positions among the free units that no bead may span: where a fixed bead stands. Of fixed beads that cross each other the
 * most that do not are taken; the others keep their units and part nothing.
 */
export function barriersBetween(fixed: readonly FixedBead[], source: Order, target: Order): [number, number][] {
  const walls = fixed
    .filter((bead) => bead.source.length > 0 && bead.target.length > 0)
    .map((bead): [number, number] => [wallOf(bead.source, source), wallOf(bead.target, target)])
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return distinct(longestRising(walls));
}

/** Rising walls, each once. */
export function distinct(walls: readonly (readonly [number, number])[]): [number, number][] {
  return walls.flatMap(([i, j], at): [number, number][] => {
    const before = walls[at - 1];
    return before !== undefined && before[0] === i && before[1] === j ? [] : [[i, j]];
  });
}

/** How many free units stand before the first of these. */
function wallOf(units: readonly number[], { units: all, free }: Order): number {
  const first = Math.min(...units);
  let from = 0;
  let to = free;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((all[middle] ?? 0) < first) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The longest run of walls, as they come, whose target never falls back. */
export function longestRising(walls: readonly (readonly [number, number])[]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(walls.length).fill(-1);
  walls.forEach(([, j], at) => {
    let from = 0;
    let to = ends.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((walls[ends[middle] ?? 0]?.[1] ?? 0) <= j) from = middle + 1;
      else to = middle;
    }
    before[at] = from > 0 ? (ends[from - 1] ?? -1) : -1;
    ends[from] = at;
  });
  const found: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const wall = walls[at];
    if (wall !== undefined) found.push([...wall]);
  }
  return found.toReversed();
}
