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

/** How well a reader knows a headword: not met before, being learned (1 to 5), known, or not worth learning. */
export const termLevels = ['new', '1', '2', '3', '4', '5', 'known', 'ignored'] as const;
export type TermLevel = (typeof termLevels)[number];

/** A glossary entry. A word to which a reader only gave a level is one without glosses. */
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
  /** Of the headword, whatever form it stands in; left out, the reader has said nothing. */
  level: z.enum(termLevels).optional(),
  /** The work it came from, where there is one. */
  work: z.string().optional(),
});
export type Term = z.infer<typeof term>;
