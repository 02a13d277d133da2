import type { AnyRecord } from './schema.ts';
import type { LibraryRecords, WorkRecords } from './state.ts';

type List = readonly AnyRecord[];

/** The lists that a state consists of, by a name. One that a change did not touch is the same object in the next state. */
function lists(state: WorkRecords | LibraryRecords): [name: string, list: List][] {
  if ('terms' in state) {
    return [
      ['terms', state.terms],
      ['rejections', state.rejections],
      ['cards', state.cards],
      ['answers', state.answers],
      ['display', single(state.display)],
      ['palette', single(state.palette)],
      ['study', single(state.study)],
    ];
  }
  return [
    ['work', single(state.work)],
    ['editions', state.editions],
    ['sections', state.sections],
    ...[...state.paragraphs].map(([edition, list]): [string, List] => [`text ${edition}`, list]),
    ...[...state.alignments].map(([alignment, list]): [string, List] => [`alignment ${alignment}`, list]),
    ['annotations', state.annotations],
    ['mismatches', state.mismatches],
    ['waivers', state.waivers],
    ['readings', [...state.readings.values()]],
  ];
}

function single(record: AnyRecord | null): List {
  return record === null ? [] : [record];
}

const indexes = new WeakMap<List, ReadonlyMap<string, AnyRecord>>();

/** The record of a list with an id, or `null`. An index is made when a list is first asked, and kept as long as the list. */
export function findIn<R extends AnyRecord>(list: readonly R[], id: string): R | null {
  const index = indexes.get(list) ?? new Map(list.map((record) => [record.id, record]));
  indexes.set(list, index);
  return (index.get(id) as R | undefined) ?? null;
}

/** The record with an id as it stands in a state, or `null`. */
export function find(state: WorkRecords | LibraryRecords, id: string): AnyRecord | null {
  for (const [, list] of lists(state)) {
    const record = findIn(list, id);
    if (record !== null) return record;
  }
  return null;
}

/**
 * What a view that shows `before` needs to show `after`: the records that are new or others, and those that are gone, as they
 * were, with `deleted`.
 */
export function differences(before: WorkRecords | LibraryRecords, after: WorkRecords | LibraryRecords): AnyRecord[] {
  const old = new Map(lists(before));
  const gone = new Map<string, AnyRecord>();
  const come = new Map<string, AnyRecord>();
  for (const [name, list] of lists(after)) {
    compare(old.get(name) ?? [], list, gone, come);
    old.delete(name);
  }
  for (const list of old.values()) compare(list, [], gone, come);
  for (const [id, record] of gone) {
    if (come.get(id) === record) come.delete(id);
    else if (!come.has(id)) come.set(id, { ...record, deleted: true });
  }
  return [...come.values()];
}

/** Notes what of two versions of a list differs. Mostly that is one record in the middle: what stands around it is passed over. */
function compare(old: List, now: List, gone: Map<string, AnyRecord>, come: Map<string, AnyRecord>): void {
  if (old === now) return;
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let oldEnd = old.length;
  let nowEnd = now.length;
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd -= 1;
    nowEnd -= 1;
  }
  const stayed = new Set(old.slice(start, oldEnd));
  for (const record of now.slice(start, nowEnd)) if (!stayed.delete(record)) come.set(record.id, record);
  for (const record of stayed) gone.set(record.id, record);
}
