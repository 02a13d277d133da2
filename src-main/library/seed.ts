import { join as path } from 'node:path';
import { stamp, stampDevice } from '#core/records/clock.ts';
import { join, sameContent } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { workIds } from './catalogue.ts';
import { descriptionFile, readDescription } from './description.ts';
import { FolderReader } from './folder-reader.ts';

/** The device in the stamps of what came with Egiz. */
const corpusDevice = 'corpus';

/** A library that comes with Egiz, as it was read. */
export interface Corpus {
  /** The records of the top and of each work, deleted ones left out. */
  top: AnyRecord[];
  works: Map<string, AnyRecord[]>;
}

/** Which revision of a corpus lies in a folder; 0 when there is none. */
export async function corpusRevision(folder: string): Promise<number> {
  const read = await readDescription(path(folder, descriptionFile)).catch(() => null);
  return read !== null && 'says' in read ? (read.says.revision ?? 1) : 0;
}

/** Reads a library that comes with Egiz. It is never written to. */
export async function readCorpus(folder: string): Promise<Corpus> {
  const works = new Map<string, AnyRecord[]>();
  for (const id of await workIds(folder)) works.set(id, await recordsIn(folder, path(folder, 'works', id)));
  return { top: await recordsIn(folder, folder), works };
}

async function recordsIn(root: string, folder: string): Promise<AnyRecord[]> {
  const { sources } = await new FolderReader(root, folder, corpusDevice).read(false);
  const sets = sources.flatMap((source) => {
    if (source.type === 'journal') return source.text.lines.map(({ put }) => put);
    return source.type === 'snapshot' && 'records' in source.text ? [source.text.records] : [];
  });
  return [...join(...sets).values()].filter((record) => record.deleted !== true);
}

/**
 * What to join into a reader's records so that they have a corpus' revision wherever the reader changed nothing.
 *
 * What came with Egiz bears a stamp of the far past, in which the revision stands for the time. So whatever a reader ever did
 * wins by the ordinary join, and a newer revision replaces only what they left alone. What a newer revision has no more goes
 * in the same way.
 *
 * @param isOurs whether a record that came with some corpus came with this one
 */
export function revised(
  corpus: readonly AnyRecord[],
  revision: number,
  present: ReadonlyMap<string, AnyRecord>,
  isOurs: (record: AnyRecord) => boolean,
): AnyRecord[] {
  const modified = revisionStamp(revision);
  const ids = new Set(corpus.map((record) => record.id));
  const changed = corpus.filter((record) => {
    const known = present.get(record.id);
    return known === undefined || !sameContent(known, record);
  });
  const gone = [...present.values()].filter(
    (record) =>
      !ids.has(record.id) &&
      record.deleted !== true &&
      stampDevice(record.modified) === corpusDevice &&
      record.modified < modified &&
      isOurs(record),
  );
  return [
    ...changed.map((record) => ({ ...record, modified })),
    ...gone.map((record) => ({ ...record, modified, deleted: true as const })),
  ];
}

const farPast = Date.parse('0001-01-01T00:00:00.000Z');

/** The stamp of all records of a revision: `0001-01-01T00:00:00.003Z-0000-corpus` is the third. */
export function revisionStamp(revision: number): string {
  return stamp(farPast + revision, 0, corpusDevice);
}
