import { createStore } from 'zustand/vanilla';

/** The work for which a translation is about to be written; `null`: none. */
export const writing = createStore<{ work: string | null }>(() => ({ work: null }));
