import { keptSentences, pairAt, sentencePairs, type SentenceSpan } from '#core/alignment/sentences.ts';
import type { SentenceLinks } from '#core/records/bead.ts';
import { loadTexts, openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { beside } from './beside.ts';
import type { TextPlace } from './glossary-state.ts';

/** A piece of a paragraph of one edition. */
export interface Piece extends TextPlace {
  text: string;
}

/** A sentence, or whole paragraphs, and what stands beside it in another edition. */
export interface BesidePair {
  /** BCP 47 tags. */
  languages: { own: string; other: string };
  own: readonly Piece[];
  /** None where nothing stands beside it. */
  other: readonly Piece[];
}

/**
 * What stands beside a place in the edition `other`: beside its sentence, or its whole paragraph. Loads the texts that are not
 * here; `null` when the work was closed meanwhile or does not have them.
 *
 * @throws ApiFailure when a text cannot be loaded
 */
export async function besidePlace(
  place: TextPlace,
  other: string,
  extent: 'sentence' | 'paragraph',
): Promise<BesidePair | null> {
  const opened = openedWork.getState().current;
  const own = opened?.places.get(place.paragraph)?.edition;
  if (opened === null || opened === undefined || own === undefined) return null;
  const aligned = beside(place.paragraph, own, other, opened);
  await loadTexts([...aligned.own, ...aligned.other]);
  const work = openedWork.getState().current;
  if (work?.id !== opened.id) return null;
  const tagOf = (id: string): string => work.editions.find((edition) => edition.id === id)?.language ?? 'und';
  const languages = { own: tagOf(own), other: tagOf(other) };
  const noText = { text: '' };
  const texts = (ids: readonly string[]) => ids.map((id) => work.texts.get(id) ?? noText);
  if (extent === 'paragraph') {
    return { languages, own: whole(aligned.own, work), other: whole(aligned.other, work) };
  }
  const pairs = sentencePairs(
    { paragraphs: texts(aligned.own), language: languages.own },
    { paragraphs: texts(aligned.other), language: languages.other },
    storedLinks(place.paragraph, own, other, work),
  );
  const pair = pairAt(pairs, aligned.own.indexOf(place.paragraph), place.start);
  return pair === null
    ? null
    : { languages, own: pieces(pair.own, aligned.own, work), other: pieces(pair.other, aligned.other, work) };
}

function whole(ids: readonly string[], work: OpenWork): Piece[] {
  return ids.map((paragraph) => {
    const text = work.texts.get(paragraph)?.text ?? '';
    return { paragraph, start: 0, end: text.length, text };
  });
}

function pieces(spans: readonly SentenceSpan[], ids: readonly string[], work: OpenWork): Piece[] {
  return spans.flatMap(({ paragraph: at, start, end }) => {
    const paragraph = ids[at];
    if (paragraph === undefined) return [];
    return [{ paragraph, start, end, text: (work.texts.get(paragraph)?.text ?? '').slice(start, end) }];
  });
}

/** The sentences that were linked in the bead of a paragraph, from its own side. */
function storedLinks(paragraph: string, own: string, other: string, { alignments }: OpenWork): SentenceLinks | null {
  const bead =
    alignments[`${own}~${other}`]?.find(({ source }) => source.includes(paragraph)) ??
    alignments[`${other}~${own}`]?.find(({ target }) => target.includes(paragraph));
  return keptSentences(bead, own);
}

/** The edition of the two panes that `paragraph` does not belong to; else the first in another language. */
export function otherEdition(paragraph: string, panes: readonly string[]): string | null {
  const work = openedWork.getState().current;
  const own = work?.places.get(paragraph)?.edition;
  if (work === null || work === undefined || own === undefined) return null;
  const tag = work.editions.find(({ id }) => id === own)?.language;
  return panes.find((id) => id !== own) ?? work.editions.find(({ language }) => language !== tag)?.id ?? null;
}
