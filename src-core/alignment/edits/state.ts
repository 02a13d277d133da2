import type { Annotation } from '#core/records/annotation.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Mismatch } from '#core/records/rejection.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Waiver } from '#core/records/waiver.ts';

/** The two sides of an alignment. */
export type SideName = 'source' | 'target';

/**
 * What of a work an edit looks at. A view need not have every text: an edit of beads takes what it finds of them (sentence
 * links of beads whose texts are not here are dropped where they cannot be carried over); an edit of texts needs those it
 * edits, and the one that follows.
 */
export interface EditState {
  /** By alignment, the beads in order, normalised. */
  readonly alignments: ReadonlyMap<string, readonly Bead[]>;
  readonly annotations: Iterable<Annotation>;
  readonly mismatches: Iterable<Mismatch>;
  readonly waivers: Iterable<Waiver>;
  /** The BCP 47 tag of an edition's language. */
  readonly language: (edition: string) => string;
  /** The id of the work's original. */
  readonly original: string;
  /** A paragraph's edition and its index in the text of it; `null` for one that is not there. */
  readonly place: (paragraph: string) => { readonly edition: string; readonly index: number } | null;
  /** The id of the paragraph with an index in an edition's text; `null` before the first and after the last. */
  readonly at: (edition: string, index: number) => string | null;
  /** The record of a paragraph; `null` when it is not here (or not there). */
  readonly paragraph: (id: string) => Paragraph | null;
  /** Ids for new records. */
  readonly newId: () => string;
  /**
   * Finds the sentence links of a bead anew, for beads whose links could not be carried over whole. Left out, such beads keep
   * the links that are left.
   */
  readonly relink?: (
    source: readonly Paragraph[],
    target: readonly Paragraph[],
    languages: readonly [string, string],
  ) => SentenceLinks | null;
}

/** What an edit looks at, of a work of which everything is here. */
export function editState(
  records: Omit<WorkRecords, 'readings' | 'sections'>,
  newId: () => string,
  relink?: EditState['relink'],
): EditState {
  const places = new Map<string, { edition: string; index: number }>();
  for (const [edition, paragraphs] of records.paragraphs) {
    paragraphs.forEach(({ id }, index) => places.set(id, { edition, index }));
  }
  const languages = new Map(records.editions.map((edition) => [edition.id, edition.language]));
  const at: EditState['at'] = (edition, index) => records.paragraphs.get(edition)?.[index]?.id ?? null;
  return {
    alignments: records.alignments,
    annotations: records.annotations,
    mismatches: records.mismatches,
    waivers: records.waivers,
    language: (edition) => languages.get(edition) ?? 'und',
    original: records.work?.original ?? '',
    place: (paragraph) => places.get(paragraph) ?? null,
    at,
    paragraph: (id) => {
      const place = places.get(id);
      return place === undefined ? null : (records.paragraphs.get(place.edition)?.[place.index] ?? null);
    },
    newId,
    ...(relink === undefined ? {} : { relink }),
  };
}

/** An alignment's beads, and the index of one of them. @throws RangeError when there is no such bead */
export function findBead(
  state: EditState,
  alignment: string,
  bead: string,
): { beads: readonly Bead[]; index: number; bead: Bead } {
  const beads = beadsOf(state, alignment);
  const index = beads.findIndex(({ id }) => id === bead);
  const found = beads[index];
  if (found === undefined) throw new RangeError(`the alignment ${alignment} has no bead ${bead}`);
  return { beads, index, bead: found };
}

/** The beads of an alignment. @throws RangeError when there is no such alignment */
export function beadsOf(state: EditState, alignment: string): readonly Bead[] {
  const beads = state.alignments.get(alignment);
  if (beads === undefined) throw new RangeError(`there is no alignment ${alignment}`);
  return beads;
}

/** Ids of paragraphs in the order of their text; each once. */
export function inTextOrder(state: EditState, ids: Iterable<string>): string[] {
  const index = (id: string): number => state.place(id)?.index ?? -1;
  return [...new Set(ids)].toSorted((a, b) => index(a) - index(b));
}

/** The editions of an alignment `<source>~<target>`. */
export function editionsOf(alignment: string): [source: string, target: string] {
  const [source = '', target = ''] = alignment.split('~');
  return [source, target];
}
