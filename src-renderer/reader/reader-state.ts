import { createStore } from 'zustand/vanilla';
import type { Target } from '#core/records/annotation.ts';
import type { Reading } from '#core/records/preference.ts';

/** What is selected in the text: ranges of one edition, in text order. */
export interface TextSelection {
  edition: string;
  /** One for each paragraph that the selection touches. */
  targets: readonly Target[];
  /** As its record has it, whatever script it is shown in. */
  text: string;
  /** Where it stands in the window, to place a toolbar. */
  box: { left: number; top: number; right: number; bottom: number };
}

export interface ReaderView {
  selection: TextSelection | null;
  /** Annotations lit on both sides because the pointer or the focus is on them. */
  lit: ReadonlySet<string>;
  /** The annotation whose card is open or that is chosen in the panel. */
  chosen: string | null;
  /** While a counterpart is being chosen: the annotation it is for. */
  linking: string | null;
}

/** What the reading view and the panels beside it share. Annotations are named by their ids. */
export const readerView = createStore<ReaderView>(() => ({
  selection: null,
  lit: new Set(),
  chosen: null,
  linking: null,
}));

/** A range of a paragraph, in UTF-16 code units of its text. */
export interface TextPlace {
  paragraph: string;
  start: number;
  end: number;
}

/** A part of the text: a section by its id, or what is in view now. */
export type TextPart = { part: 'section'; section: string } | { part: 'page' };

/** The part of which all words are to be made known that the reader said nothing of, while they are asked about it. */
export const askedRest = createStore<{ part: TextPart | null }>(() => ({ part: null }));

/** What the panels ask of the reading view; set by it while it is mounted. */
export interface ReaderControls {
  /** Brings a range into view (loading its text first) and lets it flash once; focuses it where asked. */
  reveal: (place: { paragraph: string; start: number; end: number }, options?: { focus?: boolean }) => void;
  clearSelection: () => void;
  /** Gives up the selection; a word cursor stays on its word. */
  settleSelection: () => void;
  /** The word that the word cursor is on; `null` while there is none. */
  word: () => TextPlace | null;
  /** Puts the word cursor on the first word of the text in view, or of the paragraph with the focus. */
  startWord: () => TextPlace | null;
  /** Brings a word into view (loading its text first) and puts the word cursor on it. */
  goToWord: (place: TextPlace) => Promise<void>;
  /** Shows the beginning of a section of the left edition. */
  goToSection: (section: string) => void;
  /** Where the text is being read, to come back to with `goTo`; `null` before it is there. */
  place: () => Reading['position'];
  goTo: (place: NonNullable<Reading['position']>) => void;
}

export const readerControls: { current: ReaderControls | null } = { current: null };
