import { readerControls, readerView } from '#renderer/reader/reader-state.ts';
import { closeCard, openCard } from '../card/open-card.ts';
import { homeEdition } from '../changes.ts';
import { linkCounterpart, moveTo } from '../edit.ts';
import { annotationOf, annotationTools } from '../store.ts';

/** Asks for the words on the other side that belong to an annotation. */
export function startLinking(id: string): void {
  closeCard();
  readerControls.current?.clearSelection();
  annotationTools.setState({ attaching: null });
  readerView.setState({ linking: id, chosen: id });
}

/** Asks for new words for an annotation whose text is gone. */
export function startAttaching(id: string): void {
  closeCard();
  readerView.setState({ linking: null });
  annotationTools.setState({ attaching: id });
}

export function stopChoosing(): void {
  readerView.setState({ linking: null });
  annotationTools.setState({ attaching: null });
}

/** May what is selected be taken? `wrong-side` where a counterpart stands on the annotation's own side. */
export function selectionFits(): 'yes' | 'nothing' | 'wrong-side' {
  const { linking, selection } = readerView.getState();
  if (selection === null) return 'nothing';
  const annotation = linking === null ? null : annotationOf(linking);
  return annotation !== null && homeEdition(annotation) === selection.edition ? 'wrong-side' : 'yes';
}

/** Takes what is selected as the counterpart, or as the new place. Gives whether it did. */
export function takeSelection(): boolean {
  const { linking, selection } = readerView.getState();
  const { attaching } = annotationTools.getState();
  const id = linking ?? attaching;
  if (id === null || selection === null || selectionFits() !== 'yes') return false;
  const done = linking === null ? moveTo(id, selection.targets) : linkCounterpart(id, selection.targets);
  if (!done) return false;
  stopChoosing();
  readerControls.current?.clearSelection();
  readerView.setState({ chosen: id });
  if (linking !== null) openCard([id], 'card');
  return true;
}
