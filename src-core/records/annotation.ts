import { z } from 'zod';
import { baseRecord } from './record.ts';

/** The words a target was made on, with up to 32 code units before and after: what finds it again when offsets fail. */
const quote = z.looseObject({ exact: z.string(), prefix: z.string(), suffix: z.string() });

/** A range of one paragraph: W3C Web Annotation's target with a TextPositionSelector and a TextQuoteSelector. */
export const target = z.looseObject({
  edition: z.string(),
  paragraph: z.string(),
  /** UTF-16 code units of the paragraph's text. */
  start: z.int().min(0),
  end: z.int().min(0),
  quote,
});
export type Target = z.infer<typeof target>;

/**
 * A highlight or a note on 1..n text ranges. A selection over several paragraphs has a target in each; a linked
 * counterpart adds targets in another edition. The first target's edition is the side it was made on.
 */
export const annotation = baseRecord.extend({
  kind: z.literal('annotation'),
  created: z.iso.datetime(),
  /** W3C motivation: a note has a body. */
  motivation: z.enum(['highlighting', 'commenting']),
  /** The id of a colour of the palette. */
  colour: z.string(),
  /** Markdown. */
  body: z.string(),
  tags: z.array(z.string()),
  targets: z.array(target).min(1),
});
export type Annotation = z.infer<typeof annotation>;
