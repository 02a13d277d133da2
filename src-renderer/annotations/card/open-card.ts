import { readerView } from '#renderer/reader/reader-state.ts';
import { annotationOf, annotationTools } from '../store.ts';

/** Opens the card of annotations that lie over each other, on the last of them; those that are gone are left out. */
export function openCard(ids: readonly string[], focus: 'card' | 'note'): void {
  const here = ids.filter((id) => annotationOf(id) !== null);
  const shown = here.at(-1);
  if (shown === undefined) return;
  annotationTools.setState({ card: { ids: here, at: here.length - 1, focus } });
  readerView.setState({ chosen: shown });
}

/** Shows another of the annotations that the card was opened on. */
export function turnCard(steps: number): void {
  const { card } = annotationTools.getState();
  if (card === null) return;
  const at = (card.at + steps + card.ids.length) % card.ids.length;
  annotationTools.setState({ card: { ...card, at, focus: 'card' } });
  readerView.setState({ chosen: card.ids[at] ?? null });
}

export function closeCard(): void {
  annotationTools.setState({ card: null });
}
