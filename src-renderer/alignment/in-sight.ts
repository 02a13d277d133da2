import { createStore } from 'zustand/vanilla';

/** Indexes of the first and the last bead in view, among all beads. */
export const inSight = createStore<{ first: number; last: number }>(() => ({ first: 0, last: 0 }));
