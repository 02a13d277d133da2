import { describe } from '#core/annotation/describe.ts';
import { headwordGuesser, type HeadwordGuesser } from '#core/glossary/guess.ts';
import { headwordIndex, matches } from '#core/glossary/match.ts';
import { runningWords } from '#core/glossary/running-words.ts';
import { language } from '#core/language/language.ts';
import type { Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import { pointAt, textRange } from '#renderer/annotations/dom.ts';
import { focusInText } from '#renderer/annotations/focus.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import type { TextPlace } from './glossary-state.ts';
import { bareTerm, freeHeadword } from './levels.ts';
import { marksOf, tagOf } from './marks-layer.ts';

/** The word that a key is about. */
export interface MeantWord {
  place: TextPlace;
  /** As it stands in the text. */
  form: string;
  /** BCP 47 tag. */
  language: string;
  /** Ids of the terms that it is a form of, or a rendering of; none for a word that is in no term. */
  terms: readonly string[];
}

/** The longest phrase that can get a level, in code units. */
const longest = 200;

/** Where the pointer is in the window, in CSS pixels. */
let pointer: { x: number; y: number } | null = null;

/** Follows the pointer, so that keys can be about the word under it. Gives the function that ends it. */
export function followPointer(target: Document): () => void {
  const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
    pointer = { x, y };
  };
  const leave = (): void => {
    pointer = null;
  };
  target.addEventListener('pointermove', move, { passive: true });
  target.documentElement.addEventListener('pointerleave', leave);
  return () => {
    leave();
    target.removeEventListener('pointermove', move);
    target.documentElement.removeEventListener('pointerleave', leave);
  };
}

/** The word under the word cursor, or what is selected; else the word under the pointer. `null` where there is none. */
export function meantWord(): MeantWord | null {
  if (!focusInText()) return null;
  return selectedWord() ?? hoveredWord();
}

/** What is selected in one paragraph, be it by the word cursor: a word, a phrase, or a part of a term. */
export function selectedWord(): MeantWord | null {
  const [only, more] = readerView.getState().selection?.targets ?? [];
  if (only === undefined || more !== undefined || only.end - only.start > longest) return null;
  const paragraph = textOf(only.paragraph);
  return paragraph === null ? null : wordAt(paragraph, only.start, only.end);
}

function hoveredWord(): MeantWord | null {
  const at = pointer === null ? null : pointAt(pointer.x, pointer.y);
  const paragraph = textOf(at?.paragraph ?? '');
  if (at === null || paragraph === null) return null;
  const word = runningWords(paragraph.text, language(tagOf(paragraph) ?? 'und')).find(
    ([start, end]) => start <= at.offset && at.offset <= end && isUnderPointer(paragraph.id, start, end),
  );
  return word === undefined ? null : wordAt(paragraph, ...word);
}

function isUnderPointer(paragraph: string, start: number, end: number): boolean {
  const boxes = [...(textRange(paragraph, start, end)?.getClientRects() ?? [])];
  return boxes.some(
    ({ left, right, top, bottom }) =>
      pointer !== null && left <= pointer.x && pointer.x <= right && top <= pointer.y && pointer.y <= bottom,
  );
}

/** What stands at a place of a paragraph: the mark that holds it, else the words themselves. */
export function wordAt(paragraph: Paragraph, start: number, end: number): MeantWord | null {
  const tag = tagOf(paragraph) ?? 'und';
  const mark = marksOf(paragraph).find((one) => one.start <= start && end <= one.end);
  if (mark !== undefined) return wordOf(paragraph, mark, mark.terms, tag);
  const words = runningWords(paragraph.text, language(tag)).filter((word) => word[0] < end && start < word[1]);
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined
    ? null
    : wordOf(paragraph, { start: first[0], end: last[1] }, [], tag);
}

function wordOf(
  { id, text }: Paragraph,
  { start, end }: { start: number; end: number },
  terms: readonly string[],
  tag: string,
): MeantWord {
  return { place: { paragraph: id, start, end }, form: text.slice(start, end), language: tag, terms };
}

/** A word of the text as the target of a record; `null` where its paragraph is not here. */
export function targetOf({ place: { paragraph: id, start, end } }: Pick<MeantWord, 'place'>): Target | null {
  const paragraph = textOf(id);
  return paragraph === null ? null : describe(paragraph, start, end);
}

/** The text of a paragraph of the open work; `null` where it is not here. */
export function textOf(paragraph: string): Paragraph | null {
  return openedWork.getState().current?.texts.get(paragraph) ?? null;
}

/** The place of a paragraph counts as near when it is so many paragraphs away, before or after. */
const near = 150;

let guessers: { texts: unknown; key: string; guesser: HeadwordGuesser } | null = null;

/** What the headword of a word of the text may be, the likeliest first, by the words of the text around it. */
export function guessHeadwords({ place, form, language: tag }: Omit<MeantWord, 'terms'>): readonly string[] {
  const spoken = language(tag);
  if (spoken.words(form).length > 1) return [form.replace(/\s+/gu, ' ').trim()];
  const guesser = guesserAround(place.paragraph, tag);
  return guesser.guess(form).filter((headword) => fits(headword, form, tag));
}

function guesserAround(paragraph: string, tag: string): HeadwordGuesser {
  const { current } = openedWork.getState();
  const at = current?.places.get(paragraph);
  const from = Math.max(0, (at?.index ?? 0) - near);
  const key = `${at?.edition ?? ''} ${String(Math.floor(from / near))}`;
  if (guessers?.texts === current?.texts && guessers?.key === key) return guessers.guesser;
  const around = current?.outline[at?.edition ?? '']?.slice(from, from + 2 * near) ?? [];
  const guesser = headwordGuesser(
    around.flatMap(([id]) => wordsIn(current?.texts.get(id)?.text ?? '', tag)),
    language(tag),
  );
  guessers = { texts: current?.texts, key, guesser };
  return guesser;
}

/** The running words of a text. */
export function wordsIn(text: string, tag: string): string[] {
  return runningWords(text, language(tag)).map((range) => text.slice(...range));
}

/** Would an entry with this headword be found by this form? */
function fits(headword: string, form: string, tag: string): boolean {
  const term = bareTerm({ id: headword, language: tag, headword }, 'new', null);
  const [match] = matches(form, headwordIndex([term], language(tag)));
  return match !== undefined && match.start === 0 && match.end === form.length;
}

/** The entry of a word that is in no term yet, under the likeliest headword that is free. */
export function entryFor(word: MeantWord, level: NonNullable<Term['level']>): Term {
  const guesses = guessHeadwords(word);
  const headword = freeHeadword(
    guesses.length === 0 ? [word.form] : guesses,
    word.language,
    library.getState().terms.values(),
  );
  const work = openedWork.getState().current?.id ?? null;
  return bareTerm({ id: crypto.randomUUID(), language: word.language, headword }, level, work);
}
