import { createStore } from 'zustand/vanilla';

/** Which dialog of the exchange with Anki is open. */
export const ankiView = createStore<{ open: 'export' | 'import' | null }>(() => ({ open: null }));

/** Asks what goes to Anki. */
export function openAnkiExport(): void {
  ankiView.setState({ open: 'export' });
}

/** Asks for a file made by Anki or for it. */
export function openAnkiImport(): void {
  ankiView.setState({ open: 'import' });
}

export function closeAnki(): void {
  ankiView.setState({ open: null });
}
