import type { Bead } from '#core/records/bead.ts';

/** Where a stretch from a bead on ends, found the plain way: rule F2. */
export function nextConfirmedOf(beads: readonly Bead[], start: number): number {
  let at = start;
  while (at < beads.length && beads[at]?.status === 'confirmed') at += 1;
  for (; at < beads.length; at += 1) {
    const one = beads[at];
    if (one?.status === 'confirmed' && one.source.length > 0 && one.target.length > 0) return at;
  }
  return beads.length;
}
