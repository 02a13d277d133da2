import type { AnyRecord } from './schema.ts';
import type { LibraryRecords, WorkRecords } from './state.ts';

/** The lists that a state consists of. A long list that a change did not touch is the same object in the next state. */
function lists(state: WorkRecords | LibraryRecords): (readonly AnyRecord[])[] {
  if ('terms' in state) return [state.terms, single(state.display), single(state.palette)];
  return [
    single(state.work),
    state.editions,
    state.sections,
    ...state.paragraphs.values(),
    ...state.alignments.values(),
    state.annotations,
    [...state.readings.values()],
  ];
}

function single(record: AnyRecord | null): AnyRecord[] {
  return record === null ? [] : [record];
}

const indexes = new WeakMap<readonly AnyRecord[], ReadonlyMap<string, AnyRecord>>();

/** By id, made when a list is first asked and kept as long as the list. */
function indexOf(list: readonly AnyRecord[]): ReadonlyMap<string, AnyRecord> {
  const known = indexes.get(list) ?? new Map(list.map((record) => [record.id, record]));
  indexes.set(list, known);
  return known;
}

/** The record with an id as it stands in a state, or `null`. */
export function find(state: WorkRecords | LibraryRecords, id: string): AnyRecord | null {
  for (const list of lists(state)) {
    const record = indexOf(list).get(id);
    if (record !== undefined) return record;
  }
  return null;
}

/**
 * What a view that shows `before` needs to show `after`: the records that are new or others, and those that are gone, as they
 * were, with `deleted`.
 */
export function differences(before: WorkRecords | LibraryRecords, after: WorkRecords | LibraryRecords): AnyRecord[] {
  const old = new Set(lists(before));
  const now = new Set(lists(after));
  const oldRecords = new Set<AnyRecord>();
  for (const list of old) if (!now.has(list)) for (const record of list) oldRecords.add(record);
  const changed = new Map<string, AnyRecord>();
  const stayed = new Set<string>();
  for (const list of now) {
    if (old.has(list)) continue;
    for (const record of list) {
      stayed.add(record.id);
      if (!oldRecords.has(record)) changed.set(record.id, record);
    }
  }
  for (const record of oldRecords) if (!stayed.has(record.id)) changed.set(record.id, { ...record, deleted: true });
  return [...changed.values()];
}
