import { createStore } from 'zustand/vanilla';
import { askForSide, sideOpen } from '#renderer/app/panels.ts';

/** The note that the panel is asked to show with the focus on it; the panel takes the request away once it did. */
export const noteRequest = createStore<{ id: string | null }>(() => ({ id: null }));

/** Opens the notes where they are closed and puts the focus on one. */
export function focusNote(id: string): void {
  noteRequest.setState({ id });
  if (sideOpen() !== 'notes') askForSide('notes');
}
