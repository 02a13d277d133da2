import { editionsOf } from '#core/alignment/edits/state.ts';
import type { Palette } from '#core/records/preference.ts';
import type { AnyRecord } from '#core/records/schema.ts';

/** What belongs into the file of a work. */
export interface Selection {
  readonly work: string;
  /** The stored records of the work's folder, tombstones included. */
  readonly records: Iterable<AnyRecord>;
  /** The stored records at the top of the library. */
  readonly top: Iterable<AnyRecord>;
  /** Ids of the terms that occur in the work. */
  readonly occurring: ReadonlySet<string>;
}

/** What a person may leave out. */
export interface SelectionOptions {
  /** Highlights and notes. */
  readonly annotations: boolean;
  /** Terms, and where a word is not the term it looks like. */
  readonly glossary: boolean;
  /** Cards with their answers. */
  readonly cards: boolean;
}

/**
 * The records of a work and what of the library's belongs to it: the terms that it brought or that occur in it, the forms that
 * are never such a term, cards of its words and highlights with their answers, the colours. Reading positions stay at home.
 * Tombstones of the work go along, so that a copy elsewhere loses what was taken away here, but not what they say: nobody
 * hands on a note or a translation that they deleted.
 */
export function selectedRecords(
  { work, records, top, occurring }: Selection,
  { annotations, glossary, cards }: SelectionOptions,
): { records: AnyRecord[]; top: AnyRecord[] } {
  const stored = [...records];
  const isOfGone = textOfGone(stored);
  const own = stored.filter(
    (record) =>
      record.kind !== 'reading' &&
      (annotations || record.kind !== 'annotation') &&
      (glossary || record.kind !== 'mismatch') &&
      !isOfGone(record),
  );
  const alive = [...top].filter((record) => record.deleted !== true);
  const terms = alive.filter(
    (record) => glossary && record.kind === 'term' && (record.work === work || occurring.has(record.id)),
  );
  const termIds = new Set(terms.map(({ id }) => id));
  const annotated = new Set(
    own.flatMap((record) => (record.kind === 'annotation' && record.deleted !== true ? [record.id] : [])),
  );
  const chosenCards = alive.filter((record) => {
    if (!cards || record.kind !== 'card') return false;
    const { subject } = record;
    return subject.type === 'term'
      ? termIds.has(subject.term)
      : subject.work === work && annotated.has(subject.annotation);
  });
  const cardIds = new Set(chosenCards.map(({ id }) => id));
  const rest = alive.filter(
    (record) =>
      (record.kind === 'rejection' && termIds.has(record.term)) ||
      (record.kind === 'answer' && cardIds.has(record.card)) ||
      (record.kind === 'palette' && annotations),
  );
  return { records: own.map(emptied), top: [...terms, ...chosenCards, ...rest] };
}

/** Whether a record is the text of an edition that was taken away, or a bead of it: of such an edition only the tombstone goes along. */
function textOfGone(records: readonly AnyRecord[]): (record: AnyRecord) => boolean {
  const gone = new Set(
    records.flatMap((record) => (record.kind === 'edition' && record.deleted === true ? [record.id] : [])),
  );
  return (record) => {
    if (record.kind === 'section' || record.kind === 'paragraph') return gone.has(record.edition);
    return record.kind === 'bead' && editionsOf(record.alignment).some((edition) => gone.has(edition));
  };
}

/** A tombstone without what a person wrote. */
function emptied(record: AnyRecord): AnyRecord {
  if (record.deleted !== true) return record;
  if (record.kind === 'annotation') return { ...record, body: '', tags: [] };
  return record.kind === 'paragraph' ? { ...record, text: '', marks: [] } : record;
}

/** Whether the records hold a palette of the reader's own. */
export function paletteOf(records: Iterable<AnyRecord>): Palette | null {
  for (const record of records) if (record.kind === 'palette' && record.deleted !== true) return record;
  return null;
}
