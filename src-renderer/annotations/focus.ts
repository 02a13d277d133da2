import { readerView } from '#renderer/reader/reader-state.ts';
import { annotationOf } from './store.ts';
import { annotationsAt } from './lit.ts';

/** Is the focus in the text, or nowhere in particular? */
export function focusInText(): boolean {
  const active = document.activeElement;
  if (active === null || active === document.body) return true;
  if (active instanceof HTMLElement && active.closest('dialog, [role=dialog], aside') !== null) return false;
  return active.closest('[data-paragraph]') !== null || active.querySelector('[data-paragraph]') !== null;
}

/** The annotations over the highlight or echo that has the focus, the topmost last. */
export function focusedAnnotations(): string[] {
  const active = document.activeElement;
  return active?.closest('.highlight, .echo') == null ? [] : annotationsAt(active);
}

/** The annotation that a command is about: the focused one, else the chosen one; `null` where there is neither. */
export function meantAnnotation(): string | null {
  const id = focusedAnnotations().at(-1) ?? readerView.getState().chosen;
  return id !== null && annotationOf(id) !== null ? id : null;
}
