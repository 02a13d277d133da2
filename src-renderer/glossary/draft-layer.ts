import type { Layer } from '#renderer/reader/drawing.ts';
import { glossaryView, type GlossaryUi, type TextPlace } from './glossary-state.ts';
import './marks.css';

/** The words that a card or a form was opened on, while the focus is there and the page's own selection is gone. */
export const draftLayer: Layer = {
  name: 'glossary-draft',
  draw: (paragraph) => {
    const place = placeOf(glossaryView.getState());
    return place?.paragraph === paragraph.id ? [{ start: place.start, end: place.end, class: 'term-draft' }] : [];
  },
  subscribe: (changed) =>
    glossaryView.subscribe((state, before) => {
      if (state.open === before.open) return;
      const paragraphs = [placeOf(before), placeOf(state)].flatMap((place) => place?.paragraph ?? []);
      if (paragraphs.length > 0) changed(new Set(paragraphs));
    }),
};

function placeOf({ open }: GlossaryUi): TextPlace | null {
  if (open === null) return null;
  return open.kind === 'add' ? open.target : open.place;
}
