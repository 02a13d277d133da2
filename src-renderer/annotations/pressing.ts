import { readerView } from '#renderer/reader/reader-state.ts';
import { openCard } from './card/open-card.ts';
import { annotationsAt } from './lit.ts';
import { annotationOf, annotationTools } from './store.ts';

/** Opens the card of the highlight that is pressed; a press beside all of them chooses none. */
export function followPresses(target: Document): () => void {
  const click = (event: MouseEvent): void => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const paragraph = event.target.closest('[data-paragraph]');
    if (paragraph === null || choosingWords() || window.getSelection()?.isCollapsed === false) return;
    const ids = event.target.closest('.highlight, .echo') === null ? [] : annotationsAt(event.target);
    if (ids.length === 0) {
      readerView.setState({ chosen: null });
      return;
    }
    if (belongsToTerm(event.target, ids)) return;
    event.preventDefault();
    // A glossary mark under the highlight does not open as well.
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

/** A glossary mark inside a longer highlight can be pressed only there, the highlight everywhere else. */
function belongsToTerm(element: Element, ids: readonly string[]): boolean {
  const mark = element.closest('[data-term-at]')?.getAttribute('data-term-at');
  const paragraph = element.closest('[data-paragraph]')?.getAttribute('data-paragraph');
  if (mark === null || mark === undefined) return false;
  const [start = 0, end = 0] = mark.split('-').map(Number);
  return ids.every((id) =>
    annotationOf(id)?.targets.some((one) => one.paragraph === paragraph && one.end - one.start > end - start),
  );
}
