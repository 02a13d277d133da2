import { createStore } from 'zustand/vanilla';
import type { Annotation } from '#core/records/annotation.ts';
import type { Palette } from '#core/records/preference.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { ParagraphIndex } from './by-paragraph.ts';

/** What the tools of this folder share besides the reading view's own state (reader/reader-state.ts). */
export interface AnnotationTools {
  /** The card that is open: annotations that lie over each other where it was opened, and which of them it shows. */
  card: { ids: readonly string[]; at: number; focus: 'card' | 'note' } | null;
  /** The colour used last: what H uses. `null`: the first of the palette. */
  lastColour: string | null;
  paletteOpen: boolean;
  /** The note in the panel from which a person jumped to the text. */
  cameFrom: string | null;
  /** The annotation that was come to by a key, to be read out. */
  told: string | null;
  /** A note whose text is gone, while a new place is chosen for it. */
  attaching: string | null;
}

export const annotationTools = createStore<AnnotationTools>(() => ({
  card: null,
  lastColour: null,
  paletteOpen: false,
  cameFrom: null,
  told: null,
  attaching: null,
}));

const none: ReadonlyMap<string, Annotation> = new Map();
let index = new ParagraphIndex();
let indexedWork: string | null = null;
const listeners = new Set<(paragraphs: ReadonlySet<string> | 'all') => void>();

function sync(): void {
  const { current } = openedWork.getState();
  if ((current?.id ?? null) !== indexedWork) {
    indexedWork = current?.id ?? null;
    index = new ParagraphIndex();
    index.update(current?.annotations ?? none);
    tell('all');
    return;
  }
  const touched = index.update(current?.annotations ?? none);
  if (touched.size > 0) tell(touched);
}

function tell(paragraphs: ReadonlySet<string> | 'all'): void {
  for (const listener of listeners) listener(paragraphs);
}

openedWork.subscribe(sync);
library.subscribe((state, before) => {
  if (state.state?.palette !== before.state?.palette) tell('all');
});
sync();

/** The open work's annotations on a paragraph, the oldest first. */
export function annotationsOn(paragraph: string): readonly Annotation[] {
  return index.on(paragraph);
}

/** Tells on which paragraphs annotations, or their colours, changed. Gives the function that ends it. */
export function onAnnotations(listener: (paragraphs: ReadonlySet<string> | 'all') => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An annotation of the open work, or `null`. */
export function annotationOf(id: string): Annotation | null {
  return openedWork.getState().current?.annotations.get(id) ?? null;
}

export function currentPalette(): Palette | null {
  return library.getState().state?.palette ?? null;
}
