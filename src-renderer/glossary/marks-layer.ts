import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Drawing, Layer } from '#renderer/reader/drawing.ts';
import { glossaryView } from './glossary-state.ts';
import { changedTerms, termFinder, type TermFinder, type TermMark } from './marks.ts';
import './marks.css';

/** Paragraphs whose marks are remembered: more than are ever mounted. */
const mostDrawn = 2_000;
/** When more terms change at once, as by an import, everything is drawn again. */
const mostChanges = 100;

let finder: TermFinder | null = null;
/** The paragraphs that were drawn last, with their marks: what a change of terms does not touch need not be drawn again. */
const drawn = new Map<Paragraph, readonly TermMark[]>();

/**
 * Headwords and their renderings in the text of both sides. `data-terms` holds the ids of the terms, `data-term-at` the
 * offsets of the whole mark, also on a piece of it.
 */
export const marksLayer: Layer = {
  name: 'glossary',
  draw: (paragraph) => (glossaryView.getState().marks ? marksOf(paragraph).map(drawing) : []),
  subscribe: (changed) => {
    const end = new AbortController();
    void prepared(end.signal).then((made) => {
      if (made === null) return;
      finder ??= made;
      changed('all');
    });
    let timer: ReturnType<typeof setTimeout> | null = null;
    let before = library.getState().terms;
    const update = (): void => {
      timer = null;
      const { terms } = library.getState();
      const touched = touchedBy(changedTerms(before, terms));
      before = terms;
      for (const paragraph of touched) drawn.delete(paragraph);
      finder = termFinder([...terms.values()], drawn);
      changed(new Set(touched.map(({ id }) => id)));
    };
    const stopTerms = library.subscribe((state) => {
      // After the key's own work and paint. Until then the marks that are there stay.
      if (state.terms !== before) timer ??= setTimeout(update);
    });
    const stopView = glossaryView.subscribe((state, previous) => {
      if (state.marks !== previous.marks) changed('all');
    });
    return () => {
      end.abort();
      if (timer !== null) clearTimeout(timer);
      finder = null;
      drawn.clear();
      stopTerms();
      stopView();
    };
  },
};

/** Milliseconds of a frame that preparing may take. */
const share = 6;

/**
 * A finder for the glossary as it is, made once the text is on the screen and little by little, so that scrolling goes on
 * meanwhile; `null` when it was called off.
 */
async function prepared(end: AbortSignal): Promise<TermFinder | null> {
  const made = termFinder([...library.getState().terms.values()]);
  for (const { language } of openedWork.getState().current?.editions ?? []) {
    const steps = made.prepare(language);
    let done = false;
    while (!done) {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
      if (end.aborted) return null;
      const until = performance.now() + share;
      while (!done && performance.now() < until) done = steps.next().done === true;
    }
  }
  return made;
}

/** None until the index is there: the text can be read without waiting for it. */
function marksOf(paragraph: Paragraph): readonly TermMark[] {
  const tag = tagOf(paragraph);
  if (tag === null || finder === null) return [];
  const marks = finder.marks(paragraph, tag);
  drawn.delete(paragraph);
  drawn.set(paragraph, marks);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= mostDrawn) break;
    drawn.delete(oldest);
  }
  return marks;
}

/** The drawn paragraphs in which any of these terms stands: only their marks can change with them. */
function touchedBy(terms: readonly Term[]): Paragraph[] {
  if (terms.length > mostChanges) return [...drawn.keys()];
  const few = termFinder(terms);
  return [...drawn.keys()].filter((paragraph) => few.marks(paragraph, tagOf(paragraph) ?? 'und').length > 0);
}

function tagOf({ edition }: Paragraph): string | null {
  return openedWork.getState().current?.editions.find(({ id }) => id === edition)?.language ?? null;
}

function drawing({ role, start, end, terms }: TermMark): Drawing {
  return {
    start,
    end,
    class: role === 'headword' ? 'term' : 'gloss',
    attributes: { 'data-terms': terms.join(' '), 'data-term-at': `${String(start)}-${String(end)}` },
  };
}
