import type { Change } from './change.ts';
import type { AnyRecord } from './schema.ts';

/**
 * What a change makes of the records as they stand: the records to store, in the change's order, not yet stamped.
 *
 * An `updated: [from, to]` takes from `to` only the fields in which it differs from `from`, so an edit of another
 * field that came in between is kept, and so that undo gives back just what the change took. A removed record
 * becomes a tombstone; an added one that exists as a tombstone lives again. An update of a record that is gone
 * brings it back: the reader sees it before them and edits it.
 *
 * @param current the record with an id as it stands, tombstones included, or `null`
 */
export function applied(current: (id: string) => AnyRecord | null, change: Change): AnyRecord[] {
  return [
    ...change.added.map(alive),
    ...change.updated.map(([from, to]) => merged(current(to.id) ?? from, from, to)),
    ...change.removed.map((record) => ({ ...(current(record.id) ?? record), deleted: true as const })),
  ];
}

function alive(record: AnyRecord): AnyRecord {
  if (record.deleted !== true) return record;
  const { deleted: _deleted, ...rest } = record;
  return rest;
}

function merged(base: AnyRecord, from: AnyRecord, to: AnyRecord): AnyRecord {
  const result: Record<string, unknown> = { ...base };
  const before: Record<string, unknown> = from;
  const after: Record<string, unknown> = to;
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (field === 'modified' || field === 'deleted') continue;
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    if (after[field] === undefined) delete result[field];
    else result[field] = after[field];
  }
  delete result.deleted;
  return result as AnyRecord;
}
