import { colourOf } from '#core/annotation/colours.ts';
import { idsOf, withId } from '#renderer/reader/id-list.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { hueEdge } from './palette/colours.ts';
import { annotationOf, annotationsOn, currentPalette, onAnnotations } from './store.ts';

/**
 * Lights every part of an annotation at once: highlights and echoes in the text, bars in the gutter, notes in the panel.
 * All of them carry `data-annotations`, so one rule of a style sheet of our own does it, and no text is drawn again.
 */
export function lightAnnotations(target: Document): () => void {
  const sheet = new CSSStyleSheet();
  target.adoptedStyleSheets.push(sheet);
  const show = (): void => {
    const { lit, chosen, linking } = readerView.getState();
    const picked = new Set([chosen, linking].filter((id) => id !== null));
    sheet.replaceSync([...rules(new Set([...lit, ...picked]), 'lit'), ...rules(picked, 'chosen')].join('\n'));
  };
  const unsubscribe = readerView.subscribe((state, before) => {
    if (state.lit !== before.lit || state.chosen !== before.chosen || state.linking !== before.linking) show();
  });
  const endings = [follow(target), unsubscribe, onAnnotations(show)];
  show();
  return () => {
    for (const end of endings) end();
    target.adoptedStyleSheets = target.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** `--lit: 1` or `--chosen: 1` on every part of these annotations, with the colour of its line in `--lit-hue`, `--chosen-hue`. */
function rules(ids: ReadonlySet<string>, state: 'lit' | 'chosen'): string[] {
  return [...ids].flatMap((id) => {
    const annotation = annotationOf(id);
    if (annotation === null) return [];
    const edge = hueEdge(colourOf(annotation.colour, currentPalette()).hue);
    return [`${withId('data-annotations', id)}{--${state}:1;--${state}-hue:${edge}}`];
  });
}

/** The annotations that an element shows, the topmost last; none for one that shows none. */
export function annotationsAt(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest('[data-annotations]') : null;
  return idsOf(element?.getAttribute('data-annotations') ?? null);
}

/** The annotations that what is selected, by hand or by the word cursor, lies in. */
export function annotationsUnderSelection(): string[] {
  const [only, more] = readerView.getState().selection?.targets ?? [];
  if (only === undefined || more !== undefined) return [];
  return annotationsOn(only.paragraph)
    .filter(({ targets }) =>
      targets.some(
        ({ paragraph, start, end }) => paragraph === only.paragraph && start <= only.start && end >= only.end,
      ),
    )
    .map(({ id }) => id);
}

/** Keeps `readerView.lit` to what the pointer, the focus and the selection are on. */
function follow(target: Document): () => void {
  let hovered: readonly string[] = [];
  let focused: readonly string[] = [];
  let selected: readonly string[] = [];
  const update = (): void => {
    const next = new Set([...hovered, ...focused, ...selected]);
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
  const stopSelection = readerView.subscribe((state, before) => {
    if (state.selection === before.selection) return;
    selected = annotationsUnderSelection();
    update();
  });
  target.addEventListener('pointerover', over);
  target.documentElement.addEventListener('pointerleave', left);
  target.addEventListener('focusin', focus);
  target.addEventListener('focusout', blur);
  return () => {
    stopSelection();
    target.removeEventListener('pointerover', over);
    target.documentElement.removeEventListener('pointerleave', left);
    target.removeEventListener('focusin', focus);
    target.removeEventListener('focusout', blur);
  };
}
