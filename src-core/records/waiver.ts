import { z } from 'zod';
import { baseRecord } from './record.ts';

/** A finding of a check of an alignment that a person waved through. */
export const waiver = baseRecord.extend({
  kind: z.literal('waiver'),
  alignment: z.string(),
  /** Which check it was. */
  check: z.string().min(1),
  /** Ids of the paragraphs that the finding was about. */
  source: z.array(z.string()),
  target: z.array(z.string()),
  /** What the finding said, so that another finding at the same place is shown again. */
  finding: z.string(),
});
export type Waiver = z.infer<typeof waiver>;
