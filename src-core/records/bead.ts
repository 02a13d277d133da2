import { z } from 'zod';
import { baseRecord } from './record.ts';

/**
 * Which sentences of a bead stand together. Sentences are counted through the bead's paragraphs, from 0. `counts` are the
 * numbers of sentences on either side when the links were made: with others they are out of date.
 */
export const sentenceLinks = z.looseObject({
  counts: z.tuple([z.int().min(0), z.int().min(0)]),
  links: z.array(z.tuple([z.array(z.int().min(0)), z.array(z.int().min(0)), z.number().min(0).max(1)])),
});
export type SentenceLinks = z.infer<typeof sentenceLinks>;

/**
 * A link between 0..n paragraphs of one edition and 0..n of another: the unit of an alignment.
 * Every paragraph of either edition stands in exactly one bead of an alignment (`normalise` sees to it).
 */
export const bead = baseRecord.extend({
  kind: z.literal('bead'),
  /** `<source edition>~<target edition>`: the source is the work's original where it takes part. */
  alignment: z.string(),
  order: z.string(),
  /** Ids of paragraphs, in text order. */
  source: z.array(z.string()),
  target: z.array(z.string()),
  status: z.enum(['auto', 'confirmed']),
  /** How likely the bead is right, 0 to 1; of a confirmed bead 1. */
  confidence: z.number().min(0).max(1),
  sentences: sentenceLinks.optional(),
  /** One side is empty on purpose: the translation leaves it out, or adds it. */
  intended: z.literal(true).optional(),
});
export type Bead = z.infer<typeof bead>;
