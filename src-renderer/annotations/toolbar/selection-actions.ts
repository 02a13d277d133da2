import { readerControls, readerView } from '#renderer/reader/reader-state.ts';
import { openCard } from '../card/open-card.ts';
import { highlightSelection } from '../edit.ts';
import { copyWithReference } from '../note/quoting.ts';
import { returnToText } from './toolbar-focus.ts';

/** Highlights what is selected, in the colour used last unless one is given. */
export function highlight(colour?: string): void {
  const id = highlightSelection(colour);
  if (id === null) return;
  returnToText();
  readerControls.current?.settleSelection();
  readerView.setState({ chosen: id });
}

/** Highlights what is selected and opens its note. */
export function writeOnSelection(): void {
  const id = highlightSelection();
  if (id === null) return;
  returnToText();
  readerControls.current?.clearSelection();
  openCard([id], 'note');
}

/** Copies what is selected with a reference; with `both`, also what stands beside it. */
export function copySelection(both: boolean): void {
  const { selection } = readerView.getState();
  if (selection !== null) void copyWithReference(selection.targets, both);
}
