import { z } from 'zod';
import { anyRecord, type AnyRecord } from './schema.ts';

/**
 * What a person did, as a value: `{added, updated: [from, to][], removed}`. Reversing it is undo.
 * The `modified` of its records says nothing: the library stamps them when it stores them.
 */
export const change = z.object({
  added: z.array(anyRecord),
  updated: z.array(z.tuple([anyRecord, anyRecord])),
  removed: z.array(anyRecord),
});
export type Change = z.infer<typeof change>;

export const noChange: Change = { added: [], updated: [], removed: [] };

/** The change that undoes `done`: what was added is removed, and so on. Reversing twice gives `done` again. */
export function reverse(done: Change): Change {
  return {
    added: done.removed,
    updated: done.updated.map(([from, to]): [AnyRecord, AnyRecord] => [to, from]),
    removed: done.added,
  };
}
