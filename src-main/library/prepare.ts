import { applied } from '#core/records/apply.ts';
import type { Change } from '#core/records/change.ts';
import { noChange } from '#core/records/change.ts';
import { sameContent } from '#core/records/join.ts';
import { readRecord } from '#core/records/read.ts';
import type { AnyRecord, Kind } from '#core/records/schema.ts';
import { LibraryError } from './error.ts';

/** What a change is prepared against. */
export interface Ground {
  kinds: readonly Kind[];
  /** A record as it stands, tombstones included; a bead as `normalise` shows it. */
  current(id: string): AnyRecord | null;
  /** The newest stamp under which anything is stored with an id, or the empty string. */
  modified(id: string): string;
  /** The beads of an alignment that `normalise` made or changed. */
  derived(alignment: string): readonly AnyRecord[];
  /** A stamp newer than `after`. */
  stamp(after: string): string;
}

/** A change as it will be stored. */
export interface Prepared {
  /** Stamped; empty when the change changes nothing. */
  put: AnyRecord[];
  /** The ids that the change names. */
  ids: string[];
}

/**
 * Makes of a change the records to store.
 *
 * With a bead everything is stored that `normalise` derived in its alignment: whoever changed it saw that, and
 * its order was chosen between beads that stood nowhere else.
 *
 * @throws LibraryError bad-request, naming the record that does not fit
 */
export function prepare(change: Change, ground: Ground): Prepared {
  const put = new Map<string, AnyRecord>();
  const ids = new Set<string>();
  const current = (id: string): AnyRecord | null => put.get(id) ?? ground.current(id);
  for (const { piece, kind, where } of pieces(change)) {
    const [record] = applied(current, piece);
    if (record === undefined) continue;
    const before = current(record.id);
    check(record, before?.kind ?? kind, kind, ground.kinds, where);
    ids.add(record.id);
    if (before !== null && sameContent(before, record)) continue;
    put.set(record.id, record);
  }
  for (const alignment of alignmentsOf(put.values(), ground)) {
    for (const bead of ground.derived(alignment)) if (!put.has(bead.id)) put.set(bead.id, bead);
  }
  if (put.size === 0) return { put: [], ids: [...ids] };
  const newest = [...put.keys()].map((id) => ground.modified(id)).reduce((a, b) => (a > b ? a : b), '');
  const modified = ground.stamp(newest);
  return { put: [...put.values()].map((record) => ({ ...record, modified })), ids: [...ids] };
}

/** A change of one record each, in order, so that two of the same record follow each other. */
function* pieces(change: Change): Generator<{ piece: Change; kind: Kind; where: string }> {
  for (const [index, record] of change.added.entries()) {
    yield { piece: { ...noChange, added: [record] }, kind: record.kind, where: `added[${String(index)}]` };
  }
  for (const [index, [from, to]] of change.updated.entries()) {
    const where = `updated[${String(index)}]`;
    if (from.id !== to.id || from.kind !== to.kind) {
      throw new LibraryError('bad-request', `${where} makes ${from.kind} ${from.id} into ${to.kind} ${to.id}`, where);
    }
    yield { piece: { ...noChange, updated: [[from, to]] }, kind: to.kind, where };
  }
  for (const [index, record] of change.removed.entries()) {
    yield { piece: { ...noChange, removed: [record] }, kind: record.kind, where: `removed[${String(index)}]` };
  }
}

/** @param is the kind of what stands there, @param named what the change says it is */
function check(record: AnyRecord, is: Kind, named: Kind, kinds: readonly Kind[], where: string): void {
  const checked = readRecord(record);
  if ('fault' in checked) throw new LibraryError('bad-request', `${where}: ${checked.fault}`, where);
  if (!kinds.includes(record.kind)) {
    throw new LibraryError(
      'bad-request',
      `${where}: a ${record.kind} is not stored here but ${kinds.join(', ')}`,
      where,
    );
  }
  if (is !== named) {
    throw new LibraryError('bad-request', `${where}: ${record.id} is a ${is}, not a ${named}`, where);
  }
}

function alignmentsOf(records: Iterable<AnyRecord>, ground: Ground): Set<string> {
  const alignments = new Set<string>();
  for (const record of records) {
    if (record.kind !== 'bead') continue;
    alignments.add(record.alignment);
    const before = ground.current(record.id);
    if (before?.kind === 'bead') alignments.add(before.alignment);
  }
  return alignments;
}
