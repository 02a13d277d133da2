import { z } from 'zod';
import { baseRecord, languageTag, localisedText } from './record.ts';

/** What a term names. (The record's own `kind` is always `term`.) */
export const termCategories = [
  'institution',
  'party',
  'people',
  'place',
  'person',
  'administration',
  'revolution',
  'society',
  'document',
  'press',
  'word',
] as const;

/** A glossary entry. */
export const term = baseRecord.extend({
  kind: z.literal('term'),
  language: languageTag,
  /** The form that stands in a dictionary; may have several words. */
  headword: z.string().min(1),
  category: z.enum(termCategories),
  /** By language, each sense one string, the most useful first. */
  glosses: z.record(z.string(), z.array(z.string())),
  /** By language of the note; a reader's own note stands under the language they wrote it in. */
  notes: localisedText,
  /** The work it came from, where there is one. */
  work: z.string().optional(),
});
export type Term = z.infer<typeof term>;
