import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Work } from '#core/records/work.ts';
import { longestParagraph, mostMarks } from '../long-lines.ts';
import { EgizFileError } from './egiz-file-error.ts';
import type { Manifest } from './manifest.ts';

/** What a `.egiz` file holds, checked. */
export interface EgizContent {
  readonly manifest: Manifest;
  /** The work's own record. */
  readonly work: Work;
  /** All records of the work's folder, tombstones included. */
  readonly records: readonly AnyRecord[];
  /** Terms, forms that are never one, cards, answers, the palette. */
  readonly top: readonly AnyRecord[];
  /** Entries that this version does not know; they were not read. */
  readonly unknown: readonly string[];
}

/**
 * Checks what the records of a `.egiz` file are to each other: one work, each id once, nothing that hangs on what the file does
 * not hold.
 *
 * @throws EgizFileError bad-record; too-large for a paragraph that no page could show
 */
export function checkedContent(
  manifest: Manifest,
  records: readonly AnyRecord[],
  top: readonly AnyRecord[],
  unknown: readonly string[],
): EgizContent {
  once(records);
  once(top);
  for (const record of records) if (record.kind === 'paragraph') refuseEndless(record);
  const works = records.filter((record) => record.kind === 'work');
  const work = works.find(({ id }) => id === manifest.work);
  const other = works.find(({ id }) => id !== manifest.work);
  if (other !== undefined) throw new EgizFileError('bad-record', `it holds another work, ${other.id}`);
  if (work === undefined || work.deleted === true) {
    throw new EgizFileError('bad-record', `the work ${manifest.work} is not in it`);
  }
  const ids = new Set(top.map(({ id }) => id));
  for (const record of top) {
    const needed = neededBy(record, manifest.work);
    if (needed !== null && !ids.has(needed)) {
      throw new EgizFileError('bad-record', `the ${record.kind} ${record.id} belongs to ${needed}, which is not in it`);
    }
  }
  return { manifest, work, records, top, unknown };
}

/** What no page could show. */
function refuseEndless({ id, edition, text, marks }: Paragraph): void {
  if (text.length <= longestParagraph && marks.length <= mostMarks) return;
  const sizes = `${String(text.length)} characters and ${String(marks.length)} marks`;
  const most = `${String(longestParagraph)} and ${String(mostMarks)}`;
  throw new EgizFileError('too-large', `the paragraph ${id} of ${edition} has ${sizes}; at most ${most} are read`);
}

function once(records: readonly AnyRecord[]): void {
  const ids = new Set<string>();
  for (const { id } of records) {
    if (ids.has(id)) throw new EgizFileError('bad-record', `it holds ${id} twice`);
    ids.add(id);
  }
}

/** The id of the record at the top without which this one has no use; `null` where there is none. */
function neededBy(record: AnyRecord, work: string): string | null {
  if (record.kind === 'answer') return record.card;
  if (record.kind === 'rejection') return record.term;
  if (record.kind !== 'card') return null;
  if (record.subject.type === 'term') return record.subject.term;
  return record.subject.work === work ? null : record.subject.work;
}
