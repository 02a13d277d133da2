import { findIn } from '#core/records/differences.ts';
import { libraryRecords, normalise } from '#core/records/normalise.ts';
import { type Kind, libraryKinds, workKinds, type AnyRecord } from '#core/records/schema.ts';
import type { LibraryRecords, WorkRecords } from '#core/records/state.ts';
import type { Replaced } from '#core/records/replaced.ts';
import { nextLibraryRecords, renormalise } from '#core/records/update.ts';

/** How the records of a folder are shown, and which kinds belong there. */
export interface Lens<State> {
  kinds: readonly Kind[];
  state(joined: ReadonlyMap<string, AnyRecord>): State;
  /** The state after `replaced` changed, given the one before. */
  next(previous: State, joined: ReadonlyMap<string, AnyRecord>, replaced: readonly Replaced[]): State;
  /** The beads of an alignment. */
  beads(state: State, alignment: string): readonly AnyRecord[];
  /** A bead as it stands, or `null`. @param stored the record that is stored with this id, if there is one */
  bead(state: State, id: string, stored: AnyRecord | undefined): AnyRecord | null;
  /** Sections, paragraphs and beads in the order in which a reader meets them. */
  text(state: State): Iterable<AnyRecord>;
}

/** The folder of a work. */
export function workLens(id: string): Lens<WorkRecords> {
  return {
    kinds: workKinds,
    state: (joined) => normalise(id, joined),
    next: (previous, joined, replaced) => renormalise(id, previous, joined, replaced),
    beads: (state, alignment) => state.alignments.get(alignment) ?? [],
    bead: foundBead,
    *text(state) {
      yield* state.sections;
      for (const paragraphs of state.paragraphs.values()) yield* paragraphs;
      for (const beads of state.alignments.values()) yield* beads;
    },
  };
}

/** Looks only where a bead can be: its stored record says in which alignment, and the id of one that is derived begins with it. */
function foundBead(state: WorkRecords, id: string, stored: AnyRecord | undefined): AnyRecord | null {
  if (stored !== undefined && stored.kind !== 'bead') return null;
  for (const [alignment, beads] of state.alignments) {
    if (stored?.alignment !== alignment && !id.startsWith(`${alignment}:`)) continue;
    const bead = findIn(beads, id);
    if (bead !== null) return bead;
  }
  return null;
}

/** The top of a library. */
export const topLens: Lens<LibraryRecords> = {
  kinds: libraryKinds,
  state: libraryRecords,
  next: nextLibraryRecords,
  beads: () => [],
  bead: () => null,
  text: () => [],
};
