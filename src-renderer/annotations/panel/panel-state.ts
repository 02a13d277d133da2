import { createStore } from 'zustand/vanilla';
import { askForSide, sideOpen } from '#renderer/app/panels.ts';
import { annotationOf } from '../store.ts';
import { everything, filtered, type NoteFilter } from './filter.ts';

export interface NotesView {
  filter: NoteFilter;
  /** The note that the panel is asked to show with the focus on it; the panel takes the request away once it did. */
  asked: string | null;
}

export const notesView = createStore<NotesView>(() => ({ filter: everything, asked: null }));

export function setFilter(filter: NoteFilter): void {
  notesView.setState({ filter });
}

/** Opens the notes where they are closed and puts the focus on one; a filter that leaves it out is taken away. */
export function focusNote(id: string): void {
  const annotation = annotationOf(id);
  if (annotation === null) return;
  const { filter } = notesView.getState();
  notesView.setState({ asked: id, filter: filtered([annotation], filter).length === 0 ? everything : filter });
  if (sideOpen() !== 'notes') askForSide('notes');
}
