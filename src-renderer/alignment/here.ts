import type { SideName } from '#core/alignment/edits/state.ts';
import type { Bead } from '#core/records/bead.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { workbench } from './workbench-state.ts';

/** What the workbench is about now. */
export interface Here {
  work: OpenWork;
  alignment: string;
  beads: readonly Bead[];
  /** The current bead and its index. */
  bead: Bead;
  index: number;
}

/** The work, the alignment and the current bead; `null` without beads. */
export function here(): Here | null {
  const { current: work } = openedWork.getState();
  const { alignment, bead: id, anchor } = workbench.getState();
  const beads = work?.alignments[alignment] ?? [];
  const index = beadIndex(beads).get(id ?? '') ?? Math.max(0, indexHolding(beads, anchor));
  const bead = beads[index];
  return work === null || bead === undefined ? null : { work, alignment, beads, bead, index };
}

/** The index of the bead that holds a paragraph; -1 where none does. */
export function indexHolding(beads: readonly Bead[], paragraph: string | null): number {
  if (paragraph === null) return -1;
  return beads.findIndex(({ source, target }) => source.includes(paragraph) || target.includes(paragraph));
}

/** The side of an alignment on which a paragraph stands; `null` for one that stands on neither. */
export function sideOf(work: OpenWork, alignment: string, paragraph: string): SideName | null {
  const [source, target] = alignment.split('~');
  const edition = work.places.get(paragraph)?.edition;
  if (edition === undefined) return null;
  return edition === source ? 'source' : edition === target ? 'target' : null;
}

/** May the paragraphs of an edition be edited? The original only once somebody said so. */
export function isEditable(work: OpenWork, edition: string): boolean {
  return edition !== work.work.original || workbench.getState().unlocked;
}

export function isReadOnly(): boolean {
  return (library.getState().state?.readOnly ?? null) !== null;
}
