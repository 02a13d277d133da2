import type { Card, CardSubject } from '#core/records/review.ts';
import { subjectKey } from './queue.ts';

/** Something that cards can be made of, and what is there to show. */
export interface Candidate {
  subject: CardSubject;
  hasSentence: boolean;
  hasTranslation: boolean;
}

/** The longest id that a record may have, in UTF-16 code units. */
const longestId = 200;

/**
 * The id of the card of a subject with a face. It follows from both, so that two devices which make the same card have one
 * card when they meet, and a card that is made again after it was removed has its answers again.
 */
export function cardId(subject: CardSubject, face: Card['face']): string {
  const id = `card ${face} ${subjectKey(subject)}`;
  return id.length <= longestId ? id : `${id.slice(0, longestId - 9)} ${hash(id)}`;
}

/**
 * The cards with these faces that can be made of candidates and are not there yet. The order of candidates is that in which
 * the cards come when they are new.
 *
 * @param at milliseconds since 1970
 */
export function newCards(
  candidates: readonly Candidate[],
  faces: readonly Card['face'][],
  has: (id: string) => boolean,
  at: number,
): Card[] {
  const cards: Card[] = [];
  const met = new Set<string>();
  // All with one face before those with the next: a word is met before its gap is to be filled.
  for (const face of faces) {
    for (const candidate of candidates) {
      const id = cardId(candidate.subject, face);
      if (!canShow(candidate, face) || has(id) || met.has(id)) continue;
      met.add(id);
      const created = new Date(at + cards.length).toISOString();
      cards.push({ id, modified: '', kind: 'card', subject: candidate.subject, face, created });
    }
  }
  return cards;
}

/** A gap needs a sentence; a translation as the front needs one, and so does a word, whose back would be empty. */
export function canShow({ hasSentence, hasTranslation }: Omit<Candidate, 'subject'>, face: Card['face']): boolean {
  return face === 'cloze' ? hasSentence : hasTranslation;
}

/** FNV-1a over UTF-16 units, in eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
