import { followable } from './ExternalLink.tsx';
import { paragraphAround } from './focus.ts';
import type { Frame } from './frame.ts';
import { readerView } from './reader-state.ts';
import { readerParts } from './reader-store.ts';

/** What the pointer does in the text besides selecting. Gives the function that ends it. */
export function followGestures(root: HTMLElement, frame: () => Frame | null): () => void {
  const hover = (event: Event): void => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-link]') : null;
    const hovered = frame()?.arrangement.links[Number(element?.dataset.link)]?.id ?? null;
    if (readerParts.getState().hovered !== hovered) readerParts.setState({ hovered });
  };
  const leave = (): void => {
    readerParts.setState({ hovered: null });
  };
  const click = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-href]') : null;
    const href = link?.dataset.href ?? '';
    if (followable(href) && readerView.getState().selection === null) readerParts.setState({ asked: href });
  };
  const menu = (event: Event): void => {
    const paragraph = paragraphAround(event.target)?.dataset.paragraph;
    // Over selected text the system's menu has more to offer, and what is edited has a menu of its own.
    if (paragraph === undefined || readerView.getState().selection !== null || !(event instanceof MouseEvent)) return;
    if (event.target instanceof HTMLElement && event.target.isContentEditable) return;
    event.preventDefault();
    readerParts.setState({ menu: { paragraph, x: event.clientX, y: event.clientY } });
  };
  const listeners = { pointerover: hover, pointerleave: leave, click, contextmenu: menu };
  for (const [type, listener] of Object.entries(listeners)) root.addEventListener(type, listener);
  return () => {
    for (const [type, listener] of Object.entries(listeners)) root.removeEventListener(type, listener);
  };
}
