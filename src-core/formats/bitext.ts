import { linksBetween } from '#core/alignment/between.ts';
import { swapSentences } from '#core/alignment/sentences.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Colour } from '#core/records/preference.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition, Section, Work } from '#core/records/work.ts';

/** Two editions of a work and what links them: what writers of formats get. */
export interface Bitext {
  readonly work: Work;
  readonly source: BitextSide;
  readonly target: BitextSide;
  /** Every paragraph of either side stands in exactly one of them. */
  readonly beads: readonly BitextBead[];
  readonly annotations: readonly Annotation[];
  readonly terms: readonly Term[];
  /** What the colours of annotations look like. */
  readonly colours: readonly Colour[];
}

/** An edition with its text. */
export interface BitextSide {
  readonly edition: Edition;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
}

/** A bead as it stands between the two sides, stored or not. */
export interface BitextBead {
  readonly id: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly status: 'auto' | 'confirmed';
  readonly confidence: number;
  readonly modified: string;
  readonly sentences?: SentenceLinks;
  readonly intended?: true;
  /** What a file that the bead came from said beyond this. */
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** What of a bitext is written. */
export interface BitextOptions {
  /** What a unit of a translation memory is. */
  readonly unit: 'paragraph' | 'sentence';
  /** Beads that no person confirmed. Formats that hold whole texts keep the texts and leave out the links. */
  readonly includeUnconfirmed: boolean;
  /** Annotations with a body. */
  readonly notes: boolean;
  /** Annotations without one. */
  readonly highlights: boolean;
  readonly glossary: boolean;
}

/** Everything, by paragraphs. */
export const wholeBitext: BitextOptions = {
  unit: 'paragraph',
  includeUnconfirmed: true,
  notes: true,
  highlights: true,
  glossary: true,
};

/** What a bitext takes from the library, beside the work. */
export interface BitextExtras {
  readonly terms?: readonly Term[];
  readonly colours?: readonly Colour[];
}

/**
 * Two editions of a work side by side. Their links are those that the reader shows: stored, exchanged or composed through the
 * original.
 *
 * @throws RangeError when the work is deleted or has no such edition
 */
export function bitextOf(
  records: WorkRecords,
  [source, target]: readonly [string, string],
  { terms = [], colours = [] }: BitextExtras = {},
): Bitext {
  const { work } = records;
  if (work === null) throw new RangeError('the work is deleted');
  const editions = new Set([source, target]);
  const mine = terms.filter((term) => term.work === undefined || term.work === work.id);
  return {
    work,
    source: sideOf(records, source),
    target: sideOf(records, target),
    beads: beadsOf(records, source, target),
    annotations: records.annotations.filter(({ targets }) => targets.some(({ edition }) => editions.has(edition))),
    terms: mine,
    colours,
  };
}

function sideOf(records: WorkRecords, id: string): BitextSide {
  const edition = records.editions.find((one) => one.id === id);
  if (edition === undefined) throw new RangeError(`the work has no edition ${id}`);
  return {
    edition,
    sections: records.sections.filter((section) => section.edition === id),
    paragraphs: records.paragraphs.get(id) ?? [],
  };
}

function beadsOf(records: WorkRecords, source: string, target: string): readonly BitextBead[] {
  const stored = records.alignments.get(`${source}~${target}`);
  if (stored !== undefined) return stored.map(asStored);
  const reversed = records.alignments.get(`${target}~${source}`);
  if (reversed !== undefined) return reversed.map((bead) => exchanged(asStored(bead)));
  const links = linksBetween(source, target, {
    original: records.work?.original ?? source,
    alignments: Object.fromEntries(records.alignments),
    paragraphs: Object.fromEntries([...records.paragraphs].map(([id, list]) => [id, list.map((one) => one.id)])),
  });
  return links.map((link) => ({ ...link, modified: '' }));
}

function asStored({ foreign, ...bead }: Bead): BitextBead {
  const { id, source, target, status, confidence, modified, sentences, intended } = bead;
  return {
    id,
    source,
    target,
    status,
    confidence,
    modified,
    ...(sentences === undefined ? {} : { sentences }),
    ...(intended === undefined ? {} : { intended }),
    ...(isRecord(foreign) ? { foreign } : {}),
  };
}

function exchanged(bead: BitextBead): BitextBead {
  const { sentences, source, target, ...same } = bead;
  return {
    ...same,
    source: target,
    target: source,
    ...(sentences === undefined ? {} : { sentences: swapSentences(sentences) }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A place of an annotation in a paragraph. UTF-16 code units. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  /** Which of its targets stands here, from 0. */
  readonly target: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The annotations to be written, by paragraph, in the order of their places. Targets whose words are gone from their paragraph
 * have no place and are in none.
 */
export function placedAnnotations(
  { source, target, annotations }: Bitext,
  { notes, highlights }: Pick<BitextOptions, 'notes' | 'highlights'>,
): ReadonlyMap<string, readonly PlacedAnnotation[]> {
  const texts = new Map([...source.paragraphs, ...target.paragraphs].map(({ id, text }) => [id, text]));
  const placed = new Map<string, PlacedAnnotation[]>();
  for (const annotation of annotations) {
    if (annotation.body.trim() === '' ? !highlights : !notes) continue;
    annotation.targets.forEach((one, at) => {
      const text = texts.get(one.paragraph);
      const place = text === undefined ? null : resolve(one, text);
      if (place === null) return;
      const here = placed.get(one.paragraph) ?? [];
      here.push({ annotation, target: at, start: place.start, end: place.end });
      placed.set(one.paragraph, here);
    });
  }
  for (const here of placed.values()) here.sort((a, b) => a.start - b.start || b.end - a.end);
  return placed;
}
