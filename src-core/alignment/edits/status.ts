import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import { noChange } from '#core/records/change.ts';
import { beadsOf, findBead, type EditState } from './state.ts';

/** These beads are right, says a person. `null` when all of them are confirmed already. */
export function confirm(state: EditState, alignment: string, beads: Iterable<string>): Change | null {
  const chosen = new Set(beads);
  return updating(
    beadsOf(state, alignment).filter(({ id }) => chosen.has(id)),
    confirmed,
  );
}

/** All beads above this one are right (not this one itself). `null` when all of them are confirmed already. */
export function confirmAbove(state: EditState, alignment: string, bead: string): Change | null {
  const { beads, index } = findBead(state, alignment, bead);
  return updating(beads.slice(0, index), confirmed);
}

/** These beads are doubtful: automatic, with confidence 0, so that they are found among the unsure ones. */
export function unconfirm(state: EditState, alignment: string, beads: Iterable<string>): Change | null {
  const chosen = new Set(beads);
  return updating(
    beadsOf(state, alignment).filter(({ id, status }) => chosen.has(id) && status === 'confirmed'),
    ({ intended: _intended, ...bead }) => ({ ...bead, status: 'auto', confidence: 0 }),
  );
}

/** What stands alone stands alone on purpose: confirmed, and no omission to go through. `null` for a bead with both sides. */
export function markIntended(state: EditState, alignment: string, bead: string): Change | null {
  const { bead: found } = findBead(state, alignment, bead);
  if (found.source.length > 0 && found.target.length > 0) return null;
  return updating([found], (one) => ({ ...one, status: 'confirmed', confidence: 1, intended: true }));
}

/** What stands alone is an omission to go through again. `null` for one that was not marked. */
export function unmarkIntended(state: EditState, alignment: string, bead: string): Change | null {
  const { bead: found } = findBead(state, alignment, bead);
  return found.intended === true ? unconfirm(state, alignment, [bead]) : null;
}

function confirmed(bead: Bead): Bead {
  return bead.status === 'confirmed' ? bead : { ...bead, status: 'confirmed', confidence: 1 };
}

function updating(beads: readonly Bead[], to: (bead: Bead) => Bead): Change | null {
  const updated = beads.flatMap((bead): [Bead, Bead][] => {
    const next = to(bead);
    const isSame =
      next.status === bead.status && next.confidence === bead.confidence && next.intended === bead.intended;
    return isSame ? [] : [[bead, next]];
  });
  return updated.length === 0 ? null : { ...noChange, updated };
}
