import { decidingTerm } from '#core/glossary/coverage.ts';
import type { TermPlace } from '#core/glossary/overlaps.ts';
import { runningWords } from '#core/glossary/running-words.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { TextRange } from '#core/text/range.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Drawing, Layer } from '#renderer/reader/drawing.ts';
import { idList } from '#renderer/reader/id-list.ts';
import { glossaryView } from './glossary-state.ts';
import { marksMoved, type MarkState } from './marks-moved.ts';
import { termFinder, type TermFinder, type TermMark } from './marks.ts';
import './marks.css';

/** Paragraphs whose marks are remembered: more than are ever mounted. */
const mostDrawn = 2_000;

let finder: TermFinder | null = null;
/** Takes in what changed and was not taken in yet; `null` where nothing did. */
let settle: (() => void) | null = null;
/** The paragraphs that were drawn last, with their marks: what a change of terms does not touch need not be drawn again. */
const drawn = new Map<Paragraph, readonly TermMark[]>();

/**
 * Headwords and their renderings in the text of both sides. `data-terms` holds the ids of the terms, `data-term-at` the
 * offsets of the whole mark, also on a piece of it. A headword inside a longer one lies inside its element.
 */
export const marksLayer: Layer = {
  name: 'glossary',
  draw: (paragraph) => {
    const { marks, newWords } = glossaryView.getState();
    return [
      ...(newWords ? newWordDrawings(paragraph) : []),
      ...(marks ? marksTaken(paragraph).flatMap(markDrawings) : []),
    ];
  },
  subscribe: (changed) => {
    const end = new AbortController();
    let before = stateNow();
    void prepared(before, end.signal).then((made) => {
      if (made === null) return;
      // Whatever changed meanwhile.
      const now = stateNow();
      const { change } = marksMoved(before, now, [], tagOf);
      made.update(change, []);
      before = now;
      finder = made;
      changed('all');
    });
    let timer: ReturnType<typeof setTimeout> | null = null;
    const update = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      settle = null;
      if (finder === null) return;
      const now = stateNow();
      const { change, found, shown } = marksMoved(before, now, drawn, tagOf);
      before = now;
      for (const paragraph of found) drawn.delete(paragraph);
      finder.update(change, found);
      changed(new Set([...found, ...shown].map(({ id }) => id)));
    };
    const soon = (): void => {
      const now = stateNow();
      const isSame =
        now.terms === before.terms && now.rejections === before.rejections && now.mismatches === before.mismatches;
      if (isSame) return;
      // After the key's own work and paint. Until then the marks that are there stay, but for whoever asks.
      timer ??= setTimeout(update);
      settle = update;
    };
    const endings = [
      library.subscribe(soon),
      openedWork.subscribe(soon),
      glossaryView.subscribe((state, previous) => {
        if (state.marks !== previous.marks || state.newWords !== previous.newWords) changed('all');
      }),
    ];
    return () => {
      end.abort();
      if (timer !== null) clearTimeout(timer);
      settle = null;
      finder = null;
      drawn.clear();
      for (const ending of endings) ending();
    };
  },
};

/**
 * The marks of a paragraph by the glossary as it is at this moment; none until it was made ready: the text can be read without
 * waiting for it.
 */
export function marksOf(paragraph: Paragraph): readonly TermMark[] {
  settle?.();
  return marksTaken(paragraph);
}

/** The marks of a paragraph by what was taken in of the glossary. */
function marksTaken(paragraph: Paragraph): readonly TermMark[] {
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

const noMismatches: ReadonlyMap<string, Mismatch> = new Map();

function stateNow(): MarkState & { rejections: ReadonlyMap<string, Rejection> } {
  const { terms, rejections } = library.getState();
  return { terms, rejections, mismatches: openedWork.getState().current?.mismatches ?? noMismatches };
}

/** Milliseconds of a frame that preparing may take. */
const share = 6;

/**
 * A finder for the glossary as it is, made once the text is on the screen and little by little, so that scrolling goes on
 * meanwhile; `null` when it was called off.
 */
async function prepared(state: MarkState, end: AbortSignal): Promise<TermFinder | null> {
  const made = termFinder({
    terms: [...state.terms.values()],
    rejections: state.rejections.values(),
    mismatches: state.mismatches.values(),
  });
  for (const { language: tag } of openedWork.getState().current?.editions ?? []) {
    const steps = made.prepare(tag);
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

/** The language of a paragraph's edition, as a BCP 47 tag. */
export function tagOf({ edition }: Pick<Paragraph, 'edition'>): string | null {
  return openedWork.getState().current?.editions.find(({ id }) => id === edition)?.language ?? null;
}

/** Is an edition in the language of the original: the one that is learned? */
export function isLearned(edition: string): boolean {
  const { current } = openedWork.getState();
  if (current === null) return false;
  const tag = (id: string): string | undefined =>
    current.editions.find((one) => one.id === id)?.language.split('-', 1)[0];
  return tag(edition) !== undefined && tag(edition) === tag(current.work.original);
}

/** By the marks of a paragraph, which are a value, the words outside of them. */
const unmarked = new WeakMap<readonly TermMark[], readonly TextRange[]>();

/** The words of a paragraph that are in no term, `[start, end)`. */
export function unmarkedWords(paragraph: Paragraph): readonly TextRange[] {
  return wordsOutside(marksOf(paragraph), paragraph);
}

function wordsOutside(marks: readonly TermMark[], paragraph: Paragraph): readonly TextRange[] {
  let words = unmarked.get(marks);
  if (words === undefined) {
    const headwords = marks.filter(({ role }) => role === 'headword');
    words = runningWords(paragraph.text, language(tagOf(paragraph) ?? 'und')).filter(
      ([start, end]) => !headwords.some((mark) => mark.start < end && start < mark.end),
    );
    unmarked.set(marks, words);
  }
  return words;
}

function newWordDrawings(paragraph: Paragraph): Drawing[] {
  if (finder === null || !isLearned(paragraph.edition)) return [];
  return wordsOutside(marksTaken(paragraph), paragraph).map(([start, end]) => ({
    start,
    end,
    class: 'new-word',
    attributes: { 'data-new-word': `${String(start)}-${String(end)}` },
  }));
}

/** A mark, and inside of it those of shorter headwords. */
function markDrawings({ role, others, ...place }: TermMark): Drawing[] {
  const inside = others.filter(
    ({ start, end }) => start >= place.start && end <= place.end && end - start < place.end - place.start,
  );
  const className = role === 'headword' ? 'term' : 'gloss';
  return [
    drawing(place, role === 'headword' ? `${className}${levelClass(place)}` : className),
    ...inside.map((other) =>
      drawing(other, `${className} inner${isPlain(place) ? ' level-known' : levelClass(other)}`),
    ),
  ];
}

/** Is the word known, or ignored? */
function isPlain(place: TermPlace): boolean {
  return [' level-known', ' level-ignored'].includes(levelClass(place));
}

function levelClass({ terms }: TermPlace): string {
  const known = library.getState().terms;
  const level = decidingTerm(terms.flatMap((id) => known.get(id) ?? []))?.level;
  return level === undefined ? '' : ` level-${level}`;
}

function drawing({ start, end, terms }: TermPlace, className: string): Drawing {
  return {
    start,
    end,
    class: className,
    attributes: { 'data-terms': idList(terms), 'data-term-at': `${String(start)}-${String(end)}` },
  };
}
