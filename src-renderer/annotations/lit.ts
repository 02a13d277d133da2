import { readerView } from '#renderer/reader/reader-state.ts';

/**
 * Lights every part of an annotation at once: highlights and echoes in the text, bars in the gutter, notes in the panel.
 * All of them carry `data-annotations`, so one rule of a style sheet of our own does it, and no text is drawn again.
 */
export function lightAnnotations(target: Document): () => void {
  const sheet = new CSSStyleSheet();
  target.adoptedStyleSheets.push(sheet);
  const show = (): void => {
    const { lit, chosen, linking } = readerView.getState();
    sheet.replaceSync(
      [...rule(lit, '--lit'), ...rule(new Set([chosen, linking].filter((id) => id !== null)), '--chosen')].join('\n'),
    );
  };
  const unsubscribe = readerView.subscribe((state, before) => {
    if (state.lit !== before.lit || state.chosen !== before.chosen || state.linking !== before.linking) show();
  });
  const stop = follow(target);
  show();
  return () => {
    stop();
    unsubscribe();
    target.adoptedStyleSheets = target.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

function rule(ids: ReadonlySet<string>, property: string): string[] {
  if (ids.size === 0) return [];
  const selector = [...ids].map((id) => `[data-annotations~="${CSS.escape(id)}"]`).join(',');
  return [`${selector}{${property}:1}`];
}

/** The annotations that an element shows, the topmost last; none for one that shows none. */
export function annotationsAt(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest('[data-annotations]') : null;
  return (
    element
      ?.getAttribute('data-annotations')
      ?.split(' ')
      .filter((id) => id !== '') ?? []
  );
}

/** Keeps `readerView.lit` to what the pointer and the focus are on. */
function follow(target: Document): () => void {
  let hovered: readonly string[] = [];
  let focused: readonly string[] = [];
  const update = (): void => {
    const next = new Set([...hovered, ...focused]);
    const { lit } = readerView.getState();
    if (next.size !== lit.size || [...next].some((id) => !lit.has(id))) readerView.setState({ lit: next });
  };
  const over = (event: Event): void => {
    hovered = annotationsAt(event.target);
    update();
  };
  const left = (): void => {
    hovered = [];
    update();
  };
  const focus = (event: Event): void => {
    focused = annotationsAt(event.target);
    update();
  };
  const blur = (): void => {
    focused = [];
    update();
  };
  target.addEventListener('pointerover', over);
  target.documentElement.addEventListener('pointerleave', left);
  target.addEventListener('focusin', focus);
  target.addEventListener('focusout', blur);
  return () => {
    target.removeEventListener('pointerover', over);
    target.documentElement.removeEventListener('pointerleave', left);
    target.removeEventListener('focusin', focus);
    target.removeEventListener('focusout', blur);
  };
}
