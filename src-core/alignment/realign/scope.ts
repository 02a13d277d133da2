import type { Bead } from '#core/records/bead.ts';

/**
 * What is aligned again: everything that is not confirmed; from a bead to the next one that is confirmed (or to `to`, which is
 * aligned as well); or all of it, what a person confirmed included.
 */
export type RealignScope = 'unconfirmed' | 'all' | { readonly from: string; readonly to?: string };

/** Just these beads are aligned again (confirmed ones among them stay), each stretch of them between the beads around it. */
export interface ChosenBeads {
  readonly chosen: readonly string[];
}

/** Which beads are given up to be aligned again. */
export interface Range {
  /** Indexes of beads, rising. */
  readonly open: readonly number[];
  /** The first and one past the last bead of the stretch that is looked at. */
  readonly start: number;
  readonly end: number;
}

/** Rules F1, F2 and F7 of `docs/spec/alignment.md`. @throws RangeError for a bead that is not there */
export function rangeOf(beads: readonly Bead[], scope: RealignScope | ChosenBeads): Range {
  if (scope === 'all') return { open: beads.map((_, at) => at), start: 0, end: beads.length };
  if (scope === 'unconfirmed') return { open: unconfirmed(beads, 0, beads.length), start: 0, end: beads.length };
  if ('chosen' in scope) return chosenRange(beads, scope.chosen);
  const start = indexOf(beads, scope.from);
  const end = scope.to === undefined ? nextConfirmed(beads, start) : indexOf(beads, scope.to) + 1;
  if (end <= start) throw new RangeError(`the bead ${String(scope.to)} stands before ${scope.from}`);
  return { open: unconfirmed(beads, start, end), start, end };
}

function chosenRange(beads: readonly Bead[], ids: readonly string[]): Range {
  const chosen = new Set(ids);
  const open = unconfirmed(beads, 0, beads.length).filter((at) => chosen.has(beads[at]?.id ?? ''));
  return { open, start: open[0] ?? 0, end: (open.at(-1) ?? -1) + 1 };
}

function indexOf(beads: readonly Bead[], id: string): number {
  const index = beads.findIndex((bead) => bead.id === id);
  if (index === -1) throw new RangeError(`there is no bead ${id} to align from`);
  return index;
}

function unconfirmed(beads: readonly Bead[], start: number, end: number): number[] {
  return beads.flatMap(({ status }, at) => (at >= start && at < end && status !== 'confirmed' ? [at] : []));
}

/** The next confirmed bead after those, confirmed, with which the stretch begins. One with a single side holds nothing in place. */
function nextConfirmed(beads: readonly Bead[], start: number): number {
  const isFixed = ({ status, source, target }: Bead): boolean =>
    status === 'confirmed' && source.length > 0 && target.length > 0;
  const first = beads.findIndex((bead, at) => at >= start && bead.status !== 'confirmed');
  if (first === -1) return beads.length;
  const next = beads.findIndex((bead, at) => at > first && isFixed(bead));
  return next === -1 ? beads.length : next;
}
