import { createStore } from 'zustand/vanilla';

/** What of a card is unfolded below what a word means; stays from card to card. */
export type CardPart = 'places' | 'dictionaries';

export const cardPart = createStore<{ open: CardPart | null }>(() => ({ open: null }));
