import { createStore } from 'zustand/vanilla';

/** Asked for: the form in which cards are made. `terms` are those that were chosen before, by their ids; `null`: none were. */
export const adding = createStore<{ asked: { terms: readonly string[] | null } | null }>(() => ({ asked: null }));

/** Opens the form in which cards are made, of these terms or of what is chosen there. */
export function openAddCards(terms: readonly string[] | null = null): void {
  adding.setState({ asked: { terms } });
}

export function closeAddCards(): void {
  adding.setState({ asked: null });
}
