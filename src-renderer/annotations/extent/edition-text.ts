import { language } from '#core/language/language.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';
import type { EditionText } from './extent.ts';

/** An edition of the open work, for reckoning with extents. */
export function editionText(open: OpenWork, edition: string): EditionText {
  const tag = open.editions.find(({ id }) => id === edition)?.language ?? 'und';
  const rules = language(tag);
  return {
    paragraphs: (open.outline[edition] ?? []).map(([id]) => id),
    placeOf: (paragraph) => {
      const place = open.places.get(paragraph);
      return place?.edition === edition ? place.index : null;
    },
    textOf: (paragraph) => open.texts.get(paragraph) ?? null,
    wordsOf: (text) => rules.words(text),
  };
}
