import type { Paragraph } from '#core/records/paragraph.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Drawing, Layer } from '#renderer/reader/drawing.ts';
import { glossaryView } from './glossary-state.ts';
import { termFinder, type TermFinder, type TermMark } from './marks.ts';
import './marks.css';

let finder: TermFinder | null = null;

/**
 * Headwords and their renderings in the text of both sides. `data-terms` holds the ids of the terms, `data-term-at` the
 * offsets of the whole mark, also on a piece of it.
 */
export const marksLayer: Layer = {
  name: 'glossary',
  draw: (paragraph) => (glossaryView.getState().marks ? marksOf(paragraph).map(drawing) : []),
  subscribe: (changed) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stopTerms = library.subscribe((state, before) => {
      if (state.terms === before.terms || timer !== null) return;
      // After the key's own work and paint. Until then the marks that are there stay.
      timer = setTimeout(() => {
        timer = null;
        finder = makeFinder();
        changed('all');
      });
    });
    const stopView = glossaryView.subscribe((state, before) => {
      if (state.marks !== before.marks) changed('all');
    });
    return () => {
      if (timer !== null) clearTimeout(timer);
      finder = null;
      stopTerms();
      stopView();
    };
  },
};

/** The marks of a paragraph of the open work, whether they are shown or not. */
export function marksOf(paragraph: Paragraph): readonly TermMark[] {
  finder ??= makeFinder();
  const edition = openedWork.getState().current?.editions.find(({ id }) => id === paragraph.edition);
  return edition === undefined ? [] : finder.marks(paragraph, edition.language);
}

function makeFinder(): TermFinder {
  const made = termFinder([...library.getState().terms.values()]);
  for (const { language } of openedWork.getState().current?.editions ?? []) made.prepare(language);
  return made;
}

function drawing({ role, start, end, terms }: TermMark): Drawing {
  return {
    start,
    end,
    class: role === 'headword' ? 'term' : 'gloss',
    attributes: { 'data-terms': terms.join(' '), 'data-term-at': `${String(start)}-${String(end)}` },
  };
}
