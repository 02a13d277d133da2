import { z } from 'zod';
import { baseRecord, languageTag, localisedText } from './record.ts';

/** A text in all its languages: one folder in a library. */
export const work = baseRecord.extend({
  kind: z.literal('work'),
  /** By language; a reader's own name for the work replaces all of them under the key `und`. */
  titles: localisedText,
  author: localisedText.optional(),
  /** The id of the edition that is the original. */
  original: z.string(),
  created: z.iso.datetime().optional(),
});
export type Work = z.infer<typeof work>;

/** The work in one language: the original, or a translation of it. */
export const edition = baseRecord.extend({
  kind: z.literal('edition'),
  language: languageTag,
  title: z.string(),
  translator: z.string().optional(),
  /** Where the text comes from. */
  source: z.string().optional(),
  order: z.string(),
});
export type Edition = z.infer<typeof edition>;

/** A run of paragraphs of one edition under a title. */
export const section = baseRecord.extend({
  kind: z.literal('section'),
  edition: z.string(),
  order: z.string(),
  level: z.int().min(1).max(6),
  /** By language: an editorial title has several, a title that stands in the text has the edition's. */
  titles: localisedText,
  /** The title was given by an editor and does not stand in the text. */
  editorial: z.boolean().optional(),
});
export type Section = z.infer<typeof section>;
