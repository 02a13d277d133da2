import { createStore } from 'zustand/vanilla';

/** What the shell shows over or beside the view; belongs to this window and is not kept. */
export interface Shell {
  open: 'palette' | 'keys' | null;
  /** The reading settings under "Aa". */
  settings: boolean;
  /** In a narrow window, where panels lie over the text: which are open. */
  narrow: { contents: boolean; side: 'notes' | 'glossary' | 'search' | null };
  /** Counts up when a panel is asked for, so that it takes the focus though it is open already. */
  asked: number;
}

export const shell = createStore<Shell>(() => ({
  open: null,
  settings: false,
  narrow: { contents: false, side: null },
  asked: 0,
}));
