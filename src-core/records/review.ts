import { z } from 'zod';
import { baseRecord } from './record.ts';

/** What a card asks about. */
export const cardSubject = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('term'), term: z.string() }),
  z.looseObject({ type: z.literal('highlight'), work: z.string(), annotation: z.string() }),
]);
export type CardSubject = z.infer<typeof cardSubject>;

/** What a card's front shows: the word, a gap in its sentence, or the translation. */
export const cardFaces = ['word', 'cloze', 'translation'] as const;

/** A card for spaced repetition. When it is due follows from its answers, so that two devices may both review. */
export const card = baseRecord.extend({
  kind: z.literal('card'),
  subject: cardSubject,
  face: z.enum(cardFaces),
  created: z.iso.datetime(),
  suspended: z.literal(true).optional(),
});
export type Card = z.infer<typeof card>;

/** An answer to a card: one entry of the log of reviews. */
export const answer = baseRecord.extend({
  kind: z.literal('answer'),
  card: z.string(),
  /** 1 again, 2 hard, 3 good, 4 easy. */
  rating: z.int().min(1).max(4),
  at: z.iso.datetime(),
  /** From the question to the answer, in milliseconds. */
  took: z.int().min(0).optional(),
});
export type Answer = z.infer<typeof answer>;

/** How the reader reviews. There is one such record, with the id `study`. */
export const study = baseRecord.extend({
  kind: z.literal('study'),
  newPerDay: z.int().min(0).max(9999),
  reviewsPerDay: z.int().min(0).max(9999),
  /** The share of cards to be remembered when they come, 0.7 to 0.99. */
  retention: z.number().min(0.7).max(0.99),
  /** The hour at which a day begins, local time. */
  dayStart: z.int().min(0).max(23),
  /** The faces that cards are made with; left out, the program's choice. */
  faces: z.array(z.enum(cardFaces)).min(1).optional(),
  /** A gap shows the first letter of what stood there. */
  firstLetter: z.boolean().optional(),
  /** Under a gap stands what the word means; left out, it does. */
  glossUnderGap: z.boolean().optional(),
});
export type Study = z.infer<typeof study>;
