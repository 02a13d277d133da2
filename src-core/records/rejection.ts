import { z } from 'zod';
import { target } from './annotation.ts';
import { baseRecord } from './record.ts';

/** A form that is never this term, wherever it stands: бас of the term бас in басқа. */
export const rejection = baseRecord.extend({
  kind: z.literal('rejection'),
  /** The id of the term. */
  term: z.string(),
  /** The form in the spelling of `Inflection.normal`. */
  form: z.string().min(1),
});
export type Rejection = z.infer<typeof rejection>;

/** A place at which a word is not this term, though its form could be. */
export const mismatch = baseRecord.extend({
  kind: z.literal('mismatch'),
  /** The id of the term. */
  term: z.string(),
  target,
});
export type Mismatch = z.infer<typeof mismatch>;
