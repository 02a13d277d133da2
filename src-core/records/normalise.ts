import type { Annotation } from './annotation.ts';
import type { Bead } from './bead.ts';
import { normaliseAlignment, type Sides } from './normalise-alignment.ts';
import { normaliseText } from './normalise-text.ts';
import { byOrder, ordersBetween } from './order.ts';
import type { Paragraph } from './paragraph.ts';
import type { Display, Palette, Reading } from './preference.ts';
import { languageTag } from './record.ts';
import type { Study } from './review.ts';
import type { AnyRecord, Kind, RecordOf } from './schema.ts';
import type { LibraryRecords, WorkRecords } from './state.ts';
import type { Edition, Section, Work } from './work.ts';

/** Records by id, joined, tombstones included. */
export type Joined = ReadonlyMap<string, AnyRecord>;

/**
 * The records of a work as a reader sees them. What must hold between records is restored here, the same on every device and
 * whatever was read first; nothing of it is written back (docs/spec/records.md, rules N).
 *
 * @param id the work's own id, for the case that its record is lost
 */
export function normalise(id: string, joined: Joined): WorkRecords {
  const present = liveByKind(joined);
  const sections = Map.groupBy(present('section'), (section) => section.edition);
  const texts = Map.groupBy(present('paragraph'), (paragraph) => paragraph.edition);
  const editions = presentEditions(joined, present('edition'), texts.keys());
  const inOrder: Section[] = [];
  const paragraphs = new Map<string, Paragraph[]>();
  for (const edition of editions) {
    const text = normaliseText(edition.id, sections.get(edition.id) ?? [], texts.get(edition.id) ?? []);
    for (const section of text.sections) inOrder.push(section);
    paragraphs.set(edition.id, text.paragraphs);
  }
  const work = presentWork(id, joined, present('work'), editions);
  return {
    work,
    editions,
    sections: inOrder,
    paragraphs,
    alignments: presentAlignments(work, editions, paragraphs, present('bead')),
    annotations: present('annotation').toSorted(byCreation),
    mismatches: present('mismatch').toSorted(byId),
    waivers: present('waiver').toSorted(byId),
    readings: byDevice(present('reading')),
  };
}

/** The records at the top of a library as a reader sees them. */
export function libraryRecords(joined: Joined): LibraryRecords {
  return {
    terms: live(joined, 'term').toSorted(byId),
    rejections: live(joined, 'rejection').toSorted(byId),
    cards: live(joined, 'card').toSorted(byId),
    answers: live(joined, 'answer').toSorted(byId),
    display: displayOf(joined),
    palette: paletteOf(joined),
    study: studyOf(joined),
  };
}

/** How things look, or `null` when nobody has said. */
export function displayOf(joined: Joined): Display | null {
  const record = joined.get('display');
  return record?.kind === 'display' && record.deleted !== true ? record : null;
}

/** The reader's colours, or `null` when they are the default ones. */
export function paletteOf(joined: Joined): Palette | null {
  const record = joined.get('palette');
  return record?.kind === 'palette' && record.deleted !== true ? record : null;
}

/** How the reader reviews, or `null` when nobody has said. */
export function studyOf(joined: Joined): Study | null {
  const record = joined.get('study');
  return record?.kind === 'study' && record.deleted !== true ? record : null;
}

/** The records of a kind that are not deleted. */
export function live<K extends Kind>(joined: Joined, kind: K): RecordOf<K>[] {
  const found: RecordOf<K>[] = [];
  for (const record of joined.values()) {
    if (record.kind === kind && record.deleted !== true) found.push(record as RecordOf<K>);
  }
  return found;
}

/** The same for all kinds, in one go through the records. */
function liveByKind(joined: Joined): <K extends Kind>(kind: K) => RecordOf<K>[] {
  const lists = new Map<Kind, AnyRecord[]>();
  for (const record of joined.values()) {
    if (record.deleted === true) continue;
    const list = lists.get(record.kind);
    if (list === undefined) lists.set(record.kind, [record]);
    else list.push(record);
  }
  return <K extends Kind>(kind: K) => (lists.get(kind) ?? []) as RecordOf<K>[];
}

/** The order of annotations: oldest first. */
export function byCreation(a: Annotation, b: Annotation): number {
  return a.created < b.created ? -1 : a.created > b.created ? 1 : byId(a, b);
}

/** By device; should two records name the same device, the newer counts. */
export function byDevice(readings: readonly Reading[]): Map<string, Reading> {
  const oldestFirst = readings.toSorted((a, b) =>
    a.modified < b.modified ? -1 : a.modified > b.modified ? 1 : byId(a, b),
  );
  return new Map(oldestFirst.map((reading) => [reading.device, reading]));
}

/** By id: the order of most lists, which views sort as they need. */
export function byId(a: AnyRecord, b: AnyRecord): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The editions that are not deleted. Paragraphs of an edition of which nothing is known, not even that it was deleted (its file
 * is damaged or not there yet), are shown under a stand-in.
 */
function presentEditions(joined: Joined, known: readonly Edition[], withText: Iterable<string>): Edition[] {
  const editions = [...known];
  for (const id of withText) if (!joined.has(id)) editions.push(standInEdition(id));
  return editions.toSorted(byOrder);
}

function standInEdition(id: string): Edition {
  return {
    id,
    kind: 'edition',
    modified: '',
    language: languageTag.safeParse(id).success ? id : 'und',
    title: '',
    order: ordersBetween(null, null, 1)[0] ?? '',
  };
}

/** The work's record; where there never was one, a stand-in, so that its texts can be read. `null` when it is deleted. */
function presentWork(id: string, joined: Joined, works: readonly Work[], editions: readonly Edition[]): Work | null {
  const known = works.toSorted(byId);
  const first = editions[0]?.id;
  const work = known.find((record) => record.id === id) ?? known[0];
  if (work === undefined) {
    if (first === undefined || [...joined.values()].some((record) => record.kind === 'work')) return null;
    return { id, kind: 'work', modified: '', titles: {}, original: first };
  }
  const hasOriginal = first === undefined || editions.some((edition) => edition.id === work.original);
  return hasOriginal ? work : { ...work, original: first };
}

function presentAlignments(
  work: Work | null,
  editions: readonly Edition[],
  paragraphs: ReadonlyMap<string, readonly Paragraph[]>,
  beads: readonly Bead[],
): Map<string, Bead[]> {
  const byAlignment = Map.groupBy(beads, (bead) => bead.alignment);
  const alignments = new Map<string, Bead[]>();
  for (const source of editions) {
    for (const target of editions) {
      const alignment = `${source.id}~${target.id}`;
      const found = byAlignment.get(alignment) ?? [];
      const sides = { source: paragraphs.get(source.id) ?? [], target: paragraphs.get(target.id) ?? [] };
      if (source === target || (source.id !== work?.original && !holdSome(found, sides))) continue;
      alignments.set(alignment, normaliseAlignment(alignment, sides, found));
    }
  }
  return alignments;
}

function holdSome(beads: readonly Bead[], sides: Sides): boolean {
  if (beads.length === 0) return false;
  const source = new Set(sides.source.map(({ id }) => id));
  const target = new Set(sides.target.map(({ id }) => id));
  return beads.some((bead) => bead.source.some((id) => source.has(id)) || bead.target.some((id) => target.has(id)));
}
