import { readerView } from '#renderer/reader/reader-state.ts';
import { annotationOf } from './store.ts';
import { annotationsAt, annotationsUnderSelection } from './lit.ts';

/** Is the focus in the text, or nowhere in particular? */
export function focusInText(): boolean {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  if (active instanceof HTMLElement && active.closest('dialog, [role=dialog], aside') !== null) return false;
  return active.closest('[data-paragraph]') !== null || active.querySelector('[data-paragraph]') !== null;
}

/**
 * The annotations that Enter opens: the chosen one, else those that the word cursor or the selection stands in, the topmost
 * last. (Highlights themselves never have the focus: a paragraph keeps it while what is drawn in it changes.)
 */
export function pointedAnnotations(): string[] {
  if (!focusInText()) return [];
  const { chosen, selection } = readerView.getState();
  if (chosen !== null && annotationOf(chosen) !== null && selection === null) return [chosen];
  return annotationsUnderSelection();
}

/** The annotation that a command is about: that of the gutter's bar with the focus, else the chosen one; `null` without either. */
export function meantAnnotation(): string | null {
  const bar = document.activeElement?.closest('[data-gutter]') ?? null;
  const id = annotationsAt(bar).at(-1) ?? readerView.getState().chosen;
  return id !== null && annotationOf(id) !== null ? id : null;
}
