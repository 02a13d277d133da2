import type { Finding } from '#core/alignment/checks/finding.ts';
import { isUnsure } from '#core/alignment/unsure.ts';
import type { Bead } from '#core/records/bead.ts';

/** How a bead is marked: as sure as it is, as something that one side lacks, or as lacking on purpose. */
export type BeadKind = 'confirmed' | 'auto' | 'unsure' | 'omitted' | 'added' | 'intended';

export function beadKind(bead: Bead): BeadKind {
  if (bead.intended === true) return 'intended';
  if (bead.target.length === 0) return 'omitted';
  if (bead.source.length === 0) return 'added';
  if (bead.status === 'confirmed') return 'confirmed';
  return isUnsure(bead) ? 'unsure' : 'auto';
}

/** Which beads are listed. */
export const filters = ['all', 'unsure', 'uneven', 'omissions', 'numbers', 'unconfirmed'] as const;
export type Filter = (typeof filters)[number];

/** What is known of a bead's findings, by its id. */
export type Findings = ReadonlyMap<string, readonly Finding[]>;

/** Does a bead belong to what a filter lists? */
export function matches(filter: Filter, bead: Bead, findings: Findings): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unsure':
      return isUnsure(bead);
    case 'uneven':
      return bead.source.length !== 1 || bead.target.length !== 1;
    case 'omissions':
      return beadKind(bead) === 'omitted';
    case 'numbers':
      return (findings.get(bead.id) ?? []).some(({ check }) => check === 'numbers');
    case 'unconfirmed':
      return bead.status !== 'confirmed';
  }
}

/** How many beads each filter lists. */
export function countBeads(beads: readonly Bead[], findings: Findings): Record<Filter, number> {
  const counts: Record<Filter, number> = { all: 0, unsure: 0, uneven: 0, omissions: 0, numbers: 0, unconfirmed: 0 };
  // Filter by filter the same branch is taken over and over, which is much faster than bead by bead.
  for (const filter of filters) {
    let count = 0;
    for (const bead of beads) if (matches(filter, bead, findings)) count += 1;
    counts[filter] = count;
  }
  return counts;
}
