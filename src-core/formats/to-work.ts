import { describe } from '#core/annotation/describe.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Bead } from '#core/records/bead.ts';
import { ordersBetween } from '#core/records/order.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Edition, Section } from '#core/records/work.ts';
import { beginsSection } from './corrected.ts';
import type { ImportedAnnotation, ImportedBead, ImportedBlock, ImportedText } from './imported.ts';

/** A text that becomes an edition. */
export interface EditionPlan {
  /** The id of the edition, which its file is named by: `kk`, `en`, `en-2`. */
  readonly id: string;
  readonly text: ImportedText;
  /** What a person said, or the text's own. */
  readonly language: string;
  readonly title: string;
  readonly translator?: string;
  /** Where the text comes from: the file's name. */
  readonly source?: string;
}

/** A work to be made from texts. */
export interface WorkPlan {
  readonly id: string;
  readonly titles: LocalisedText;
  readonly author?: LocalisedText;
  /** ISO 8601. */
  readonly created: string;
  /** The first is the original. */
  readonly editions: readonly [EditionPlan, ...EditionPlan[]];
  /** By the numbers of two editions and the blocks of their texts. */
  readonly links: readonly { readonly between: readonly [number, number]; readonly beads: readonly ImportedBead[] }[];
  /** By the numbers of editions and the blocks of their texts. */
  readonly annotations?: readonly ImportedAnnotation[];
}

/**
 * The records of a new work, not yet stamped. A heading begins a section and stands in it; what stands before the first
 * heading has a section of its own. Ids are made from the edition's id and the place, so they are the same each time.
 */
export function toWork(plan: WorkPlan): AnyRecord[] {
  const orders = ordersBetween(null, null, plan.editions.length);
  const records: AnyRecord[] = [
    {
      id: plan.id,
      kind: 'work',
      modified: '',
      titles: plan.titles,
      ...(plan.author === undefined ? {} : { author: plan.author }),
      original: plan.editions[0].id,
      created: plan.created,
    },
  ];
  plan.editions.forEach((edition, at) => {
    records.push(editionRecord(edition, orders[at] ?? ''));
    // One by one here and below: a long text has more paragraphs than a call can have arguments.
    for (const record of toText(edition.id, edition.language, edition.text)) records.push(record);
  });
  for (const { between, beads } of plan.links) {
    const [source, target] = between.map((at) => plan.editions[at]);
    if (source === undefined || target === undefined) continue;
    for (const bead of toBeads(source.id, target.id, beads)) records.push(bead);
  }
  for (const annotation of toAnnotations(plan)) records.push(annotation);
  return records;
}

/** The colour of an annotation whose file says none. */
const plainColour = 'fact';

function toAnnotations({ id, created, editions, annotations = [] }: WorkPlan): Annotation[] {
  return annotations.flatMap((annotation, at): Annotation[] => {
    const targets = annotation.targets.flatMap(({ text: number, block, start, end }) => {
      const edition = editions[number];
      const text = edition?.text.blocks[block]?.text;
      if (edition === undefined || text === undefined || start < 0 || start >= end || end > text.length) return [];
      return [describe({ id: paragraphId(edition.id, block), edition: edition.id, text }, start, end)];
    });
    if (targets.length === 0) return [];
    return [annotationRecord(`${id}-a${String(at + 1)}`, annotation, targets, created)];
  });
}

/** The record of an annotation. @param created ISO 8601, where the file does not say it */
export function annotationRecord(
  id: string,
  annotation: ImportedAnnotation,
  targets: readonly Target[],
  created: string,
): Annotation {
  return {
    id,
    kind: 'annotation',
    modified: '',
    created: annotation.created ?? created,
    motivation: annotation.body.trim() === '' ? 'highlighting' : 'commenting',
    colour: annotation.colour ?? plainColour,
    body: annotation.body,
    tags: [...annotation.tags],
    targets: [...targets],
  };
}

/** The record of an edition. @param order where it stands among the work's editions */
export function editionRecord({ id, language, title, translator, source, text }: EditionPlan, order: string): Edition {
  return {
    id,
    kind: 'edition',
    modified: '',
    language,
    title,
    ...(translator === undefined ? {} : { translator }),
    ...(source === undefined ? {} : { source }),
    ...(text.date === null ? {} : { date: text.date }),
    ...(text.foreign === undefined ? {} : { foreign: text.foreign }),
    order,
  };
}

/** The id of the paragraph that a block becomes, by its number. */
export function paragraphId(edition: string, block: number): string {
  return `${edition}-${String(block + 1)}`;
}

/** The sections and paragraphs of an edition. */
export function toText(edition: string, language: string, { blocks }: ImportedText): (Section | Paragraph)[] {
  const starts = blocks.map((block, at) => at === 0 || beginsSection(block));
  const sectionOrders = ordersBetween(null, null, starts.filter(Boolean).length);
  const orders = ordersBetween(null, null, blocks.length);
  const ids = new Map(blocks.flatMap(({ key }, at) => (key === undefined ? [] : [[key, paragraphId(edition, at)]])));
  const records: (Section | Paragraph)[] = [];
  let section = '';
  let count = 0;
  blocks.forEach((block, at) => {
    if (starts[at] === true) {
      section = `${edition}-s${String(count + 1)}`;
      records.push(sectionRecord(section, edition, language, block, sectionOrders[count] ?? ''));
      count += 1;
    }
    records.push({
      id: paragraphId(edition, at),
      kind: 'paragraph',
      modified: '',
      edition,
      section,
      order: orders[at] ?? '',
      type: block.type,
      ...(block.type === 'heading' ? { level: Math.min(Math.max(block.level ?? 1, 1), 6) } : {}),
      text: block.text,
      marks: block.marks.flatMap((mark) => resolved(mark, ids)),
      ...(block.foreign === undefined ? {} : { foreign: block.foreign }),
    });
  });
  return records;
}

function sectionRecord(id: string, edition: string, language: string, block: ImportedBlock, order: string): Section {
  const said = block.section;
  const title = said?.title ?? (block.type === 'heading' ? block.text.replace(/\s+/gu, ' ').trim() : '');
  const editorial = said?.editorial ?? (said !== undefined && block.type !== 'heading');
  return {
    id,
    kind: 'section',
    modified: '',
    edition,
    order,
    level: Math.min(Math.max(block.section?.level ?? block.level ?? 1, 1), 6),
    titles: said?.titles ?? (title === '' ? {} : { [language]: title }),
    ...(editorial ? { editorial } : {}),
  };
}

/** A mark that names a note by its key names it by its paragraph's id from here on; one whose note is nowhere goes. */
function resolved(mark: Mark, ids: ReadonlyMap<string, string>): Mark[] {
  if (mark.type !== 'note') return [mark];
  const note = ids.get(mark.note ?? '');
  return note === undefined ? [] : [{ ...mark, note }];
}

/** The beads between two editions whose paragraphs were made by `toText`. */
function toBeads(source: string, target: string, beads: readonly ImportedBead[]): Bead[] {
  const alignment = `${source}~${target}`;
  const orders = ordersBetween(null, null, beads.length);
  return beads.map((bead, at) => ({
    id: `${alignment}:${String(at + 1)}`,
    kind: 'bead',
    modified: '',
    alignment,
    order: orders[at] ?? '',
    source: bead.source.map((block) => paragraphId(source, block)),
    target: bead.target.map((block) => paragraphId(target, block)),
    status: bead.status,
    confidence: bead.status === 'confirmed' ? 1 : bead.confidence,
    ...(bead.sentences === undefined ? {} : { sentences: bead.sentences }),
    ...(bead.intended === undefined ? {} : { intended: bead.intended }),
    ...(bead.foreign === undefined ? {} : { foreign: bead.foreign }),
  }));
}
