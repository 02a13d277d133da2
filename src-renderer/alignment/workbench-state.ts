import { createStore } from 'zustand/vanilla';
import type { Finding } from '#core/alignment/checks/finding.ts';
import type { Filter } from './bead-kind.ts';

/** A part of a bead that a key is about: a paragraph, or one of its sentences (counted from 0). */
export interface Unit {
  paragraph: string;
  sentence: number | null;
}

export interface Workbench {
  /** `<source edition>~<target edition>` */
  alignment: string;
  /** The id of the bead that keys are about. */
  bead: string | null;
  /** A paragraph of that bead, by which it is found again when the bead goes. */
  anchor: string | null;
  unit: Unit | null;
  /** Paragraphs chosen to be linked with each other. */
  selected: ReadonlySet<string>;
  /** The selection waits for a paragraph of the other side: a click on one links it. */
  linking: boolean;
  filter: Filter;
  /** The paragraph whose text is being edited, and where the caret is put, in UTF-16 code units. Each edit has a `turn` of its own. */
  edited: { paragraph: string; caret: number; turn: number } | null;
  /** The bead whose missing side is being written. */
  writing: string | null;
  /** Somebody said that the original may be edited here. */
  unlocked: boolean;
  /** What a person is asked. */
  asked: 'unlock' | 'realign' | null;
  /** In a narrow window: the panel with course and checks lies over the text. */
  panel: boolean;
  /** The finding that was gone to, while its place flashes. */
  shown: Finding | null;
}

const closed: Workbench = {
  alignment: '',
  bead: null,
  anchor: null,
  unit: null,
  selected: new Set(),
  linking: false,
  filter: 'all',
  edited: null,
  writing: null,
  unlocked: false,
  asked: null,
  panel: false,
  shown: null,
};

/** What the parts of the workbench share. */
export const workbench = createStore<Workbench>(() => closed);

/** Begins anew, with an alignment. */
export function openWorkbench(alignment: string): void {
  workbench.setState({ ...closed, alignment }, true);
}

let turns = 0;

/** Begins to edit a paragraph of the current bead, with the caret at an offset in UTF-16 code units. */
export function beginEditing(paragraph: string, caret: number): void {
  turns += 1;
  workbench.setState({
    edited: { paragraph, caret, turn: turns },
    unit: { paragraph, sentence: null },
    anchor: paragraph,
    writing: null,
  });
}

/** What the list of beads offers while it is mounted. */
export interface ListControls {
  /** Brings a bead into view. */
  show: (bead: string) => void;
  /** Gives it the focus as well. */
  focus: (bead: string) => void;
  /** By how many beads a key that turns a page goes. */
  page: () => number;
}

export const listControls: { current: ListControls | null } = { current: null };
