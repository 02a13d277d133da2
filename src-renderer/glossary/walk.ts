import { runningWords } from '#core/glossary/running-words.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { beside } from './beside.ts';
import type { TextPlace } from './glossary-state.ts';
import { isLearned, tagOf } from './marks-layer.ts';

/** Tells whether a word of a paragraph is one to stop at. */
export type Wanted = (paragraph: Paragraph, start: number, end: number) => boolean;

/** Paragraphs whose texts are read at once. */
const atOnce = 50;

/** Counts walks: a later one takes the place of one that is still looking. */
let walks = 0;

/**
 * Puts the word cursor on the next (1) or the previous (-1) word that is wanted, in the language that is learned, however far
 * it is. Gives whether there is one.
 *
 * @throws ApiFailure when texts cannot be loaded
 */
export async function walkTo(step: 1 | -1, wanted: Wanted): Promise<boolean> {
  walks += 1;
  const walk = walks;
  const controls = readerControls.current;
  const at = controls?.word() ?? null;
  const from = inLearned(at ?? controls?.startWord() ?? null);
  if (from === null) return false;
  const paragraphs = paragraphsFrom(from.paragraph, step);
  for (let done = 0; done < paragraphs.length; done += atOnce) {
    const part = paragraphs.slice(done, done + atOnce);
    await loadTexts(part);
    if (walk !== walks) return true;
    const found = firstIn(part, from, step, wanted, at === null);
    if (found === null) continue;
    await readerControls.current?.goToWord(found);
    return true;
  }
  return false;
}

/** @param here whether the word at `from` itself may be the one */
function firstIn(
  paragraphs: readonly string[],
  from: TextPlace,
  step: 1 | -1,
  wanted: Wanted,
  here: boolean,
): TextPlace | null {
  const { texts } = openedWork.getState().current ?? {};
  for (const id of paragraphs) {
    const paragraph = texts?.get(id);
    if (paragraph === undefined) continue;
    const words = runningWords(paragraph.text, language(tagOf(paragraph) ?? 'und'));
    for (const [start, end] of step === 1 ? words : words.toReversed()) {
      const isPast =
        id !== from.paragraph || (step === 1 ? start >= (here ? from.start : from.end) : end <= from.start);
      if (isPast && wanted(paragraph, start, end)) return { paragraph: id, start, end };
    }
  }
  return null;
}

/** The paragraphs of an edition from one on, in the order in which they are walked. */
function paragraphsFrom(paragraph: string, step: 1 | -1): string[] {
  const { current } = openedWork.getState();
  const place = current?.places.get(paragraph);
  const all = (current?.outline[place?.edition ?? ''] ?? []).map(([id]) => id);
  const at = place?.index ?? 0;
  return step === 1 ? all.slice(at) : all.slice(0, at + 1).toReversed();
}

/** From a translation one goes on where the original stands. */
function inLearned(place: TextPlace | null): TextPlace | null {
  const { current } = openedWork.getState();
  const edition = current?.places.get(place?.paragraph ?? '')?.edition;
  if (place === null || current === null || edition === undefined || isLearned(edition)) return place;
  const [paragraph] = beside(place.paragraph, edition, current.work.original, current).other;
  return paragraph === undefined ? null : { paragraph, start: 0, end: 0 };
}
