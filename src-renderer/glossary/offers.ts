import { suggestions } from '#core/glossary/suggestions.ts';
import { language } from '#core/language/language.ts';
import type { Edition } from '#core/records/work.ts';
import { loadTexts, openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { beside } from './beside.ts';
import type { TextPlace } from './glossary-state.ts';

/** A range of an edition's text. */
export interface OfferPlace extends TextPlace {
  edition: string;
}

/** What the other side says where something was selected. */
export interface Offer {
  language: string;
  /** The sentences that stand beside the selection's. */
  sentence: string;
  /** The words of it that very likely render the selection, because they sound like it. */
  likely: string | null;
}

/** Names and loanwords reach this by their sound; words that are alike by chance do not. */
const likelyFrom = 0.8;

/**
 * What every edition in another language says where `target` stands, the shown one first. Loads the texts that are not here.
 *
 * @throws ApiFailure when a text cannot be loaded
 */
export async function offersFor(target: OfferPlace, shown: readonly string[]): Promise<Offer[]> {
  const work = openedWork.getState().current;
  const own = work?.editions.find(({ id }) => id === target.edition);
  if (work === null || own === undefined) return [];
  const others = work.editions
    .filter((edition) => edition.language !== own.language)
    .toSorted((a, b) => Number(shown.includes(b.id)) - Number(shown.includes(a.id)));
  const placed = others.map((edition) => ({ edition, ...beside(target.paragraph, own.id, edition.id, work) }));
  await loadTexts(placed.flatMap(({ own: here, other }) => [...here, ...other]));
  const loaded = openedWork.getState().current;
  if (loaded?.id !== work.id) return [];
  return placed.flatMap(({ edition, own: here, other }) => offer(target, own, here, edition, other, loaded) ?? []);
}

function offer(
  target: OfferPlace,
  own: Edition,
  here: readonly string[],
  edition: Edition,
  other: readonly string[],
  work: OpenWork,
): Offer | null {
  const rendering = { texts: textsOf(other, work), language: language(edition.language) };
  const found = suggestions(
    { paragraph: Math.max(0, here.indexOf(target.paragraph)), start: target.start, end: target.end },
    { texts: textsOf(here, work), language: language(own.language) },
    rendering,
  );
  const sentence = found.sentences
    .map(({ paragraph, start, end }) => (rendering.texts[paragraph] ?? '').slice(start, end))
    .join(' ');
  if (sentence === '') return null;
  const best = found.candidates.toSorted((a, b) => b.score - a.score || b.text.length - a.text.length)[0];
  const likely = best !== undefined && best.score >= likelyFrom ? best.text : null;
  return { language: edition.language, sentence, likely };
}

function textsOf(paragraphs: readonly string[], work: OpenWork): string[] {
  return paragraphs.map((id) => work.texts.get(id)?.text ?? '');
}
