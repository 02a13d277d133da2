import { z } from 'zod';
import { baseRecord } from './record.ts';

/** How text and interface look, for the whole library. There is one such record, with the id `display`. */
export const display = baseRecord.extend({
  kind: z.literal('display'),
  theme: z.enum(['system', 'light', 'dark', 'sepia']),
  /** Of the text, in CSS pixels. */
  size: z.number().min(12).max(32),
  /** Line height as a multiple of the size. */
  leading: z.number().min(1.2).max(2.4),
  /** Greatest width of a column of text, in rem of the text's size. */
  measure: z.number().min(20).max(60),
  /** Of the interface; `null` follows the system. */
  language: z.enum(['kk', 'en', 'ru']).nullable(),
});
export type Display = z.infer<typeof display>;

/** One way to highlight. `hue` names a pair of colours (light, dark) of the theme. */
export const colour = z.looseObject({
  id: z.string().min(1),
  /** `null`: the translated default name of this id. */
  name: z.string().max(60).nullable(),
  hue: z.enum(['yellow', 'green', 'blue', 'pink', 'orange', 'violet', 'teal', 'grey']),
});
export type Colour = z.infer<typeof colour>;

/** The reader's colours for highlights. There is one such record, with the id `palette`. */
export const palette = baseRecord.extend({ kind: z.literal('palette'), colours: z.array(colour).min(1).max(12) });
export type Palette = z.infer<typeof palette>;

/** Where and how a device reads a work. Its id is `reading:<device>`; it is not part of undo. */
export const reading = baseRecord.extend({
  kind: z.literal('reading'),
  device: z.string(),
  mode: z.enum(['side', 'stacked', 'demand']),
  /** Ids of the editions shown, left and right. */
  editions: z.tuple([z.string(), z.string()]),
  /**
   * The paragraph at the top of the view, and how far it is scrolled past, as a fraction of its height. `share` is how much of
   * the text lies above, 0 to 1, so that the library can tell without reading the work.
   */
  position: z
    .looseObject({
      paragraph: z.string(),
      fraction: z.number().min(0).max(1),
      share: z.number().min(0).max(1).optional(),
    })
    .nullable(),
  /** Panels: open or not, and their widths in CSS pixels. */
  panels: z.looseObject({
    contents: z.looseObject({ open: z.boolean(), width: z.number() }),
    side: z.looseObject({ open: z.enum(['notes', 'glossary', 'search']).nullable(), width: z.number() }),
  }),
  /** By edition, the scheme in whose script it is shown (`src-core/language/scripts`); left out, its own. */
  scripts: z.record(z.string(), z.string()).optional(),
  /** Editions of which the reader does not want to be told that words look damaged. */
  repairsHidden: z.array(z.string()).optional(),
  /** The panes scroll each by itself. */
  unlocked: z.boolean().optional(),
  /** The sentence under the pointer and what stands beside it are not lit; left out, they are. */
  sentencesUnlit: z.boolean().optional(),
  /** Words of the glossary are not marked in the text; left out, they are. */
  marksHidden: z.boolean().optional(),
  /** Words that are in no term are marked as new; left out, they are not. */
  newWords: z.boolean().optional(),
  at: z.iso.datetime(),
});
export type Reading = z.infer<typeof reading>;
