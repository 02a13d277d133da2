import { libraryRecords, normalise } from '#core/records/normalise.ts';
import { type Kind, libraryKinds, workKinds, type AnyRecord } from '#core/records/schema.ts';
import type { LibraryRecords, WorkRecords } from '#core/records/state.ts';
import { renormalise, type Replaced } from '#core/records/update.ts';

/** How the records of a folder are shown, and which kinds belong there. */
export interface Lens<State> {
  kinds: readonly Kind[];
  state(joined: ReadonlyMap<string, AnyRecord>): State;
  /** The state after `replaced` changed, given the one before. */
  next(previous: State, joined: ReadonlyMap<string, AnyRecord>, replaced: readonly Replaced[]): State;
  /** The beads of an alignment. */
  beads(state: State, alignment: string): readonly AnyRecord[];
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
    *text(state) {
      yield* state.sections;
      for (const paragraphs of state.paragraphs.values()) yield* paragraphs;
      for (const beads of state.alignments.values()) yield* beads;
    },
  };
}

/** The top of a library. */
export const topLens: Lens<LibraryRecords> = {
  kinds: libraryKinds,
  state: libraryRecords,
  next: (_previous, joined) => libraryRecords(joined),
  beads: () => [],
  text: () => [],
};
