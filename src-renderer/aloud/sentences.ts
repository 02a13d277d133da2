import { language } from '#core/language/language.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { mostSpoken } from './sound.ts';

/** A sentence of the open work: `[start, end)` of a paragraph, in UTF-16 code units. */
export interface Spot {
  edition: string;
  /** BCP 47 tag. */
  language: string;
  paragraph: string;
  start: number;
  end: number;
  /** As it stands in the edition, whatever script it is shown in. */
  text: string;
}

/** The sentence of a paragraph that holds an offset, else the first after it; `null` where there is none. @throws ApiFailure */
export async function sentenceAt(paragraph: string, offset: number): Promise<Spot | null> {
  const spots = await sentencesOf(paragraph);
  return spots.find(({ end }) => end > offset) ?? (await beyond(paragraph, 1));
}

/** The sentence after (1) or before (-1) one, across paragraphs; `null` at the end of the text. @throws ApiFailure */
export async function neighbour({ paragraph, start }: Spot, step: 1 | -1): Promise<Spot | null> {
  const spots = await sentencesOf(paragraph);
  const next = step === 1 ? spots.find((spot) => spot.start > start) : spots.findLast((spot) => spot.start < start);
  return next ?? (await beyond(paragraph, step));
}

/** The first sentence after a paragraph (1), or the last before it (-1). */
async function beyond(paragraph: string, step: 1 | -1): Promise<Spot | null> {
  const work = openedWork.getState().current;
  const place = work?.places.get(paragraph);
  const outline = place === undefined ? [] : (work?.outline[place.edition] ?? []);
  for (let at = (place?.index ?? 0) + step; at >= 0; at += step) {
    const next = outline[at];
    if (next === undefined) return null;
    const spots = await sentencesOf(next[0]);
    const spot = spots.at(step === 1 ? 0 : -1);
    if (spot !== undefined) return spot;
  }
  return null;
}

async function sentencesOf(paragraph: string): Promise<Spot[]> {
  await loadTexts([paragraph]);
  const work = openedWork.getState().current;
  const text = work?.texts.get(paragraph)?.text;
  const edition = work?.editions.find(({ id }) => id === work.places.get(paragraph)?.edition);
  if (text === undefined || edition === undefined) return [];
  const { sentences, words } = language(edition.language);
  return sentences(text)
    .flatMap(([start, end]) => parts(text, start, end))
    .filter(([start, end]) => words(text.slice(start, end)).length > 0)
    .map(([start, end]) => ({
      edition: edition.id,
      language: edition.language,
      paragraph,
      start,
      end,
      text: text.slice(start, end),
    }));
}

/** A stretch of text, cut at white space where it is too long to be asked for at once. */
function parts(text: string, start: number, end: number): [start: number, end: number][] {
  const found: [number, number][] = [];
  let from = start;
  while (end - from > mostSpoken) {
    const space = text.lastIndexOf(' ', from + mostSpoken);
    const to = space > from ? space : from + mostSpoken;
    found.push([from, to]);
    from = to;
  }
  found.push([from, end]);
  return found;
}
