import { createStore } from 'zustand/vanilla';

/** Where in the open work the reader is, told by the reading view as it scrolls: for the contents and the status bar. */
export const readingPlace = createStore<{
  /** The id of the section at the top of the view; `null` before the text is there. */
  section: string | null;
  /** How much of the text lies above the top of the view, 0 to 1. */
  share: number;
}>(() => ({ section: null, share: 0 }));
