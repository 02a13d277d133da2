import type { Paragraph } from '#core/records/paragraph.ts';

/** Something drawn over `[start, end)` of a paragraph's text, in UTF-16 code units; never part of the text itself. */
export interface Drawing {
  start: number;
  end: number;
  class: string;
  style?: string;
  /** `data-*` and `aria-*` attributes by which a layer finds its drawings again under the pointer. */
  attributes?: Readonly<Record<string, string>>;
}

/** A source of drawings: highlights, their echoes, glossary marks, search hits. */
export interface Layer {
  name: string;
  /** What to draw in this paragraph now. Called for mounted paragraphs only. */
  draw: (paragraph: Paragraph) => readonly Drawing[];
  /** Tells which paragraphs are to be drawn again. Gives the function that ends it. */
  subscribe: (changed: (paragraphs: ReadonlySet<string> | 'all') => void) => () => void;
}

const layers = new Set<Layer>();
const listeners = new Set<(paragraphs: ReadonlySet<string> | 'all') => void>();
const endings = new Map<Layer, () => void>();

/** Adds a layer; later ones lie above earlier ones. Gives the function that takes it away. */
export function addLayer(layer: Layer): () => void {
  const tell = (paragraphs: ReadonlySet<string> | 'all'): void => {
    for (const listener of listeners) listener(paragraphs);
  };
  layers.add(layer);
  endings.set(layer, layer.subscribe(tell));
  tell('all');
  return () => {
    endings.get(layer)?.();
    endings.delete(layer);
    layers.delete(layer);
    tell('all');
  };
}

/** All drawings of a paragraph, bottom layer first. */
export function drawings(paragraph: Paragraph): Drawing[] {
  return [...layers].flatMap((layer) => layer.draw(paragraph));
}

/** Tells which paragraphs are to be drawn again. */
export function onDrawings(listener: (paragraphs: ReadonlySet<string> | 'all') => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
