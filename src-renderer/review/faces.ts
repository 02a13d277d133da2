import type { TFunction } from 'i18next';
import type { Card } from '#core/records/review.ts';

/** What the front of a card shows, in the interface's language. */
export function faceNames(t: TFunction): Record<Card['face'], string> {
  return { word: t('review:face.word'), cloze: t('review:face.cloze'), translation: t('review:face.translation') };
}
