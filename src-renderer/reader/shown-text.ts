import { createStore } from 'zustand/vanilla';
import type { Arrangement } from './arrangement.ts';

/** Which two editions are shown beside each other, for what is drawn over their text; `null` while no text is open. */
export const shownText = createStore<{ arrangement: Arrangement | null }>(() => ({ arrangement: null }));
