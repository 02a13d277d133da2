import * as fc from 'fast-check';
import type { Answer, Card } from '#core/records/review.ts';
import { cardId } from '#core/review/make.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A noon here, so that hours around it stay in one day. */
export const noon = new Date(2026, 2, 10, 12).getTime();

let count = 0;

/** An answer to `card`, so many days after the noon that all tests share. */
export function answerTo(card: string, rating: number, days: number): Answer {
  count += 1;
  const id = `answer-${String(count).padStart(6, '0')}`;
  return { id, modified: '1', kind: 'answer', card, rating, at: new Date(noon + days * day).toISOString() };
}

/** The card of a term, made so many minutes after the noon. */
export function cardOf(term: string, face: Card['face'] = 'word', minutes = 0): Card {
  const subject = { type: 'term', term } as const;
  const created = new Date(noon + minutes * 60_000).toISOString();
  return { id: cardId(subject, face), modified: '1', kind: 'card', subject, face, created };
}

/** Answers to a few cards within a year, with different ids. */
export const someAnswers = fc
  .array(
    fc.record({
      card: fc.constantFrom('a', 'b', 'c'),
      rating: fc.integer({ min: 1, max: 4 }),
      at: fc.integer({ min: noon, max: noon + 365 * day }).map((at) => new Date(at).toISOString()),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map((one, at): Answer => ({ ...one, id: `answer-${String(at)}`, modified: '1', kind: 'answer' })),
  );
