import { notify } from '#renderer/app/notices.ts';
import { readingNow } from '#renderer/app/reading.ts';
import { besidePlace, otherEdition, type BesidePair } from '../beside-sentence.ts';
import type { TextPlace } from '../glossary-state.ts';

/** Copies a sentence, or a paragraph, and below it what stands beside it. */
export async function copyPair({ own, other }: Pick<BesidePair, 'own' | 'other'>): Promise<void> {
  const sides = [own, other].map((pieces) => pieces.map(({ text }) => text).join('\n'));
  await navigator.clipboard.writeText(sides.filter((side) => side !== '').join('\n\n'));
  notify({ kind: 'done', message: 'reader:copied', undoable: false });
}

/** Copies the sentence at a place and what stands beside it in the other pane. */
export async function copySentence(place: TextPlace): Promise<void> {
  const other = otherEdition(place.paragraph, readingNow()?.editions ?? []);
  const pair = other === null ? null : await besidePlace(place, other, 'sentence');
  if (pair !== null) await copyPair(pair);
}
