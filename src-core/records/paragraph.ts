import { z } from 'zod';
import { baseRecord } from './record.ts';

/** Inline markup over `[start, end)`, in UTF-16 code units of the paragraph's text. */
export const mark = z.looseObject({
  type: z.enum(['emphasis', 'strong', 'link', 'superscript', 'subscript', 'note']),
  start: z.int().min(0),
  end: z.int().min(0),
  /** Of a link: shown and opened only after asking, and only http(s). */
  href: z.string().optional(),
  /** Of a note's reference: the id of the paragraph with the note. */
  note: z.string().optional(),
});
export type Mark = z.infer<typeof mark>;

/** The smallest unit of text with an id. */
export const paragraph = baseRecord.extend({
  kind: z.literal('paragraph'),
  edition: z.string(),
  section: z.string(),
  /** A fractional index: the paragraphs of an edition stand in the order of their sections, then of this, then of their ids. */
  order: z.string(),
  type: z.enum(['heading', 'text', 'verse', 'quote', 'note']),
  /** Of a heading: 1 to 6. */
  level: z.int().min(1).max(6).optional(),
  /** Plain text; a line break inside verse is `\n`. */
  text: z.string(),
  marks: z.array(mark),
});
export type Paragraph = z.infer<typeof paragraph>;
