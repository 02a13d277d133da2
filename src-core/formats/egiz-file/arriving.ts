import { offeredColours, retiredColours } from '#core/annotation/colours.ts';
import type { Change } from '#core/records/change.ts';
import { sameContent, winner } from '#core/records/join.ts';
import type { Palette } from '#core/records/preference.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { EgizContent } from './content.ts';
import { EgizFileError } from './egiz-file-error.ts';
import { paletteOf } from './selected.ts';

/**
 * How the work of a file comes into a library: as a new one; joined into the same work, record by record the newer; or as a
 * copy beside it.
 */
export type Arrival = 'new' | 'join' | 'copy';

/** What stands in the library already, tombstones included. */
export interface Here {
  /** Of the same work; `null` when there is no such work. */
  readonly work: ReadonlyMap<string, AnyRecord> | null;
  readonly top: ReadonlyMap<string, AnyRecord>;
}

/** What is to be stored. */
export interface Arriving {
  readonly work: string;
  readonly records: readonly AnyRecord[];
  /** Joined into the top of the library. */
  readonly top: readonly AnyRecord[];
  /** The library's palette with the colours that it did not know; `null` where it stays as it is. */
  readonly palette: Palette | null;
}

/** Milliseconds that a stamp may be ahead of now; one further ahead would win over whatever a person does for years. */
const mostAhead = 24 * 60 * 60 * 1000;

/**
 * What becomes of a file's records in a library.
 *
 * @param now milliseconds since 1970
 * @param newId makes an id that no record has; for a copy, whose first is the work's
 * @throws EgizFileError conflict when a record has the id of one of another kind
 */
export function arriving(
  { work, records, top }: EgizContent,
  how: Arrival,
  here: Here,
  now: number,
  newId: () => string,
): Arriving {
  const own = records.map((record) => inTime(record, now));
  const others = top.filter(({ kind }) => kind !== 'palette').map((record) => inTime(record, now));
  const palette = paletteWith(here.top, paletteOf(top), records);
  if (how === 'copy') return { ...copied(work.id, own, others, here.top, newId), palette };
  noConflict(others, here.top);
  if (how === 'join') noConflict(own, here.work ?? new Map<string, AnyRecord>());
  return { work: work.id, records: own, top: others, palette };
}

/** A stamp of the far future counts as none. */
function inTime(record: AnyRecord, now: number): AnyRecord {
  const time = Date.parse(record.modified.slice(0, '0000-00-00T00:00:00.000Z'.length));
  return time > now + mostAhead ? { ...record, modified: '' } : record;
}

function noConflict(records: readonly AnyRecord[], here: ReadonlyMap<string, AnyRecord>): void {
  for (const { id, kind } of records) {
    const there = here.get(id);
    if (there !== undefined && there.kind !== kind) {
      throw new EgizFileError('conflict', `${id} is a ${kind} in the file and a ${there.kind} in this library`);
    }
  }
}

/**
 * A copy shares nothing with the work that it was made of but the words: those that are there stay as they are. Its records
 * keep their ids, which are its own within the work; cards of its highlights are other cards.
 */
function copied(
  from: string,
  records: readonly AnyRecord[],
  top: readonly AnyRecord[],
  here: ReadonlyMap<string, AnyRecord>,
  newId: () => string,
): Omit<Arriving, 'palette'> {
  const work = newId();
  const cards = new Map<string, string>();
  for (const record of top) {
    if (record.kind === 'card' && record.subject.type === 'highlight') cards.set(record.id, newId());
  }
  const words = top.flatMap((record): AnyRecord[] => {
    if (record.kind === 'card' && record.subject.type === 'highlight') {
      return [{ ...record, id: cards.get(record.id) ?? record.id, subject: { ...record.subject, work } }];
    }
    if (record.kind === 'answer') {
      const card = cards.get(record.card);
      if (card !== undefined) return [{ ...record, id: newId(), card }];
    }
    if (here.has(record.id)) return [];
    return [record.kind === 'term' && record.work === from ? { ...record, work } : record];
  });
  return {
    work,
    records: records.map((record) => (record.kind === 'work' ? { ...record, id: work } : record)),
    top: words,
  };
}

/** Colours of the file's highlights that the library does not know stay what they were: it shows them, without offering them. */
function paletteWith(
  here: ReadonlyMap<string, AnyRecord>,
  brought: Palette | null,
  records: readonly AnyRecord[],
): Palette | null {
  if (brought === null) return null;
  const own = paletteOf(here.values());
  const known = new Set([...offeredColours(own), ...retiredColours(own)].map(({ id }) => id));
  const used = new Set(records.flatMap((record) => (record.kind === 'annotation' ? [record.colour] : [])));
  const missing = [...brought.colours, ...retiredColours(brought)].filter(({ id }) => used.has(id) && !known.has(id));
  if (missing.length === 0) return null;
  const base: Palette = own ?? { id: 'palette', kind: 'palette', modified: '', colours: [...offeredColours(null)] };
  return { ...base, retired: [...retiredColours(own), ...missing] };
}

/** What joining would do, in numbers of records. */
export interface JoinCount {
  added: number;
  /** The file's version is newer. */
  replaced: number;
  /** What stands here is newer; it stays. */
  kept: number;
  same: number;
}

/** Counts what joining a file's records would do. */
export function countJoin(records: readonly AnyRecord[], here: ReadonlyMap<string, AnyRecord>, now: number): JoinCount {
  const count: JoinCount = { added: 0, replaced: 0, kept: 0, same: 0 };
  for (const record of records) {
    const there = here.get(record.id);
    if (there === undefined) {
      if (record.deleted !== true) count.added += 1;
    } else if (there.modified === record.modified) count.same += 1;
    else if (winner(there, inTime(record, now)) === there) count.kept += 1;
    else count.replaced += 1;
  }
  return count;
}

/** What joining records changes, as a value that can be reversed: what is older here gives way, the rest stays. */
export function joinChange(records: readonly AnyRecord[], here: ReadonlyMap<string, AnyRecord>): Change {
  const change: Change = { added: [], updated: [], removed: [] };
  for (const record of records) {
    const there = here.get(record.id);
    const isGone = record.deleted === true;
    if (there !== undefined && (winner(there, record) === there || sameContent(there, record))) continue;
    if (there === undefined || there.deleted === true) {
      if (!isGone) change.added.push(record);
    } else if (isGone) change.removed.push(there);
    else change.updated.push([there, record]);
  }
  return change;
}
