import { readerView } from '#renderer/reader/reader-state.ts';
import { openCard } from './card/open-card.ts';
import { annotationsAt } from './lit.ts';
import { annotationTools } from './store.ts';

/** Opens the card of the highlight that is pressed; a press beside all of them chooses none. */
export function followPresses(target: Document): () => void {
  const click = (event: MouseEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const paragraph = event.target.closest('[data-paragraph]');
    if (paragraph === null || choosingWords() || window.getSelection()?.isCollapsed === false) return;
    const drawn = event.target.closest('.highlight, .echo');
    // A sentence is wide: a word of the glossary in it is what is meant.
    const isWord = drawn?.matches('.beside') === true && event.target.closest('[data-terms]') !== null;
    const ids = drawn === null || isWord ? [] : annotationsAt(event.target);
    if (ids.length === 0) {
      readerView.setState({ chosen: null });
      return;
    }
    event.preventDefault();
    // The reader made the highlight, the glossary mark made itself: its gloss shows under the pointer, its card opens by key.
    event.stopPropagation();
    openCard(ids, 'card');
  };
  target.addEventListener('click', click, true);
  return () => {
    target.removeEventListener('click', click, true);
  };
}

function choosingWords(): boolean {
  return readerView.getState().linking !== null || annotationTools.getState().attaching !== null;
}
