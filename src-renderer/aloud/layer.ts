import type { Layer } from '#renderer/reader/drawing.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import './aloud.css';
import { aloud } from './player.ts';
import type { Spot } from './sentences.ts';

/** How much of the view's height is left free above and below the sentence that is read. */
const margin = 0.12;

/** Lights the sentence that is read aloud. */
export const aloudLayer: Layer = {
  name: 'aloud',
  draw: ({ id }) => {
    const { spot } = aloud.getState();
    return spot?.paragraph === id ? [{ start: spot.start, end: spot.end, class: 'aloud' }] : [];
  },
  subscribe: (changed) =>
    aloud.subscribe((state, before) => {
      if (state.spot === before.spot) return;
      const paragraphs = [state.spot?.paragraph, before.spot?.paragraph].filter((id) => id !== undefined);
      changed(new Set(paragraphs));
    }),
};

/** Keeps the sentence that is read in view, unless the reader has scrolled away from it. Gives the function that ends it. */
export function followAloud(): () => void {
  return aloud.subscribe((state, before) => {
    if (state.spot === null || state.spot === before.spot) return;
    const { spot } = state;
    if (before.spot !== null && !isInView()) return;
    // Columns are drawn once a frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        bringIntoView(spot);
      }),
    );
  });
}

function bringIntoView(spot: Spot): void {
  if (aloud.getState().spot !== spot) return;
  const places = drawn();
  if (places === null) {
    readerControls.current?.reveal({ paragraph: spot.paragraph, start: spot.start, end: spot.end });
    return;
  }
  const { first, view, top, bottom } = places;
  const free = view.height * margin;
  const fits = bottom - top < view.height - 2 * free;
  if (top < view.top + free || bottom > view.bottom - free) first.scrollIntoView({ block: fits ? 'center' : 'start' });
}

/** Where the sentence that is read stands in the window, and the text's view around it; `null` while it is not drawn. */
function drawn(): { first: Element; view: DOMRect; top: number; bottom: number } | null {
  // Other drawings cut it into several pieces.
  const pieces = [...document.querySelectorAll('.aloud')];
  const [first] = pieces;
  const view = first?.closest('[role=region]')?.getBoundingClientRect();
  if (first === undefined || view === undefined) return null;
  const boxes = pieces.map((piece) => piece.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { first, view, top, bottom };
}

function isInView(): boolean {
  const places = drawn();
  return places !== null && places.bottom > places.view.top && places.top < places.view.bottom;
}
