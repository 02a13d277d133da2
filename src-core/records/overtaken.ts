import type { Change } from './change.ts';
import { canonical, sameContent } from './join.ts';
import type { AnyRecord } from './schema.ts';

/**
 * Whether what a change made was changed again since, by someone who is not part of its undo: to reverse it now would take
 * away what they did. A field that the change did not touch may differ, and a record that is not known is not looked at.
 *
 * @param current the record with an id as it stands, tombstones included, or `null`
 */
export function overtaken(current: (id: string) => AnyRecord | null, change: Change): boolean {
  const rewritten = change.updated.some(([from, to]) => {
    const now = current(to.id);
    return now !== null && now.deleted !== true && !sameFields(now, from, to);
  });
  const grown = change.added.some((record) => {
    const now = current(record.id);
    return now !== null && now.deleted !== true && !sameContent(now, withoutTombstone(record));
  });
  const revived = change.removed.some((record) => {
    const now = current(record.id);
    return now !== null && now.deleted !== true;
  });
  return rewritten || grown || revived;
}

/** Are the fields in which `to` differs from `from` in `now` as `to` has them? */
function sameFields(now: AnyRecord, from: AnyRecord, to: AnyRecord): boolean {
  const [here, before, after]: Record<string, unknown>[] = [now, from, to];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => field !== 'modified' && field !== 'deleted')
    .filter((field) => !same(before?.[field], after?.[field]))
    .every((field) => same(here?.[field], after?.[field]));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));
}

function withoutTombstone(record: AnyRecord): AnyRecord {
  const { deleted: _deleted, ...rest } = record;
  return rest;
}
