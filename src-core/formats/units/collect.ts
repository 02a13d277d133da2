import type { Mark } from '#core/records/paragraph.ts';
import type { ImportedAnnotation, ImportedBead, ImportedBlock, ImportedLinks, ImportedTarget } from '../imported.ts';
import type { InlineCode } from './inline-codes.ts';
import { JoinedMarks } from './joined-marks.ts';
import type { PieceProperties } from './properties.ts';

/** Text of a unit as a reader found it: a paragraph or sentences of one. */
export interface ReadPiece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly properties: PieceProperties;
  readonly codes?: readonly InlineCode[];
  readonly foreign?: Readonly<Record<string, unknown>>;
}

/** What a unit says of the bead that it is, or is a part of. */
export type ReadBead = Omit<ImportedBead, 'source' | 'target'>;

/** An annotation of units: its id in the file, by which its places in several units are known. */
export type ReadAnnotation = Omit<ImportedAnnotation, 'targets'> & { readonly id: string | null };

/** Where a piece came to stand: the block, and how far its text was moved there. */
export interface PiecePlace {
  readonly block: number;
  readonly shift: number;
}

interface Text {
  blocks: (ImportedBlock & { place: number | null; codes: InlineCode[] })[];
  /** By the id of a paragraph that was read in parts, its block. */
  parts: Map<string, { block: number; gap: string; marks: JoinedMarks }>;
}

interface OpenBead {
  source: number[];
  target: number[];
  bead: ReadBead;
}

interface OpenAnnotation {
  annotation: Omit<ReadAnnotation, 'id'>;
  targets: ImportedTarget[];
}

/** Puts texts and beads together from the units of a translation memory, in whose order they stand unless units say another. */
export class UnitTexts {
  readonly #texts: Text[] = [];
  readonly #links = new Map<string, { between: [number, number]; beads: OpenBead[]; byId: Map<string, OpenBead> }>();
  readonly #annotations: OpenAnnotation[] = [];
  readonly #annotationsById = new Map<string, OpenAnnotation>();

  constructor(texts: number) {
    for (let at = 0; at < texts; at += 1) this.#texts.push({ blocks: [], parts: new Map() });
  }

  /** Adds pieces of a unit to a text; empty ones have no place. */
  addPieces(text: number, pieces: readonly ReadPiece[]): (PiecePlace | null)[] {
    return pieces.map((piece) => this.#addPiece(text, piece));
  }

  #addPiece(text: number, { text: words, marks, properties, codes = [], foreign }: ReadPiece): PiecePlace | null {
    const held = this.#texts[text];
    if (held === undefined || words.trim() === '') return null;
    const { paragraph, place, part, type, level, section } = properties;
    const open = part === undefined || paragraph === null ? undefined : held.parts.get(paragraph);
    const before = open === undefined ? undefined : held.blocks[open.block];
    if (open !== undefined && before !== undefined) {
      const shift = before.text.length + open.gap.length;
      held.blocks[open.block] = {
        ...before,
        text: `${before.text}${open.gap}${words}`,
      };
      before.codes.push(...codes.map((code) => ({ ...code, at: code.at + shift })));
      for (const mark of marks) {
        const seams = mark.start === 0 ? [before.text.length] : [];
        open.marks.add({ ...mark, start: mark.start + shift, end: mark.end + shift }, seams);
      }
      open.gap = part?.gap ?? ' ';
      return { block: open.block, shift };
    }
    const block = held.blocks.length;
    const parted =
      part === undefined || paragraph === null ? null : { block, gap: part.gap, marks: new JoinedMarks(marks) };
    if (parted !== null && paragraph !== null) held.parts.set(paragraph, parted);
    held.blocks.push({
      type,
      ...(level === undefined ? {} : { level }),
      text: words,
      marks: parted?.marks.marks ?? marks,
      ...(paragraph === null ? {} : { key: paragraph }),
      ...(section === undefined ? {} : { section }),
      ...(foreign === undefined ? {} : { foreign }),
      place,
      codes: [...codes],
    });
    return { block, shift: 0 };
  }

  /** Adds a bead, or with an `id` that was there before its next part. A bead without any text is none. */
  addBead(
    between: readonly [number, number],
    source: readonly (PiecePlace | null)[],
    target: readonly (PiecePlace | null)[],
    bead: ReadBead,
    id: string | null = null,
  ): void {
    const sides = [source, target].map((places) => places.flatMap((place) => (place === null ? [] : [place.block])));
    const [from = [], to = []] = sides;
    if (from.length + to.length === 0) return;
    const links = this.#linksOf(between);
    const open = id === null ? undefined : links.byId.get(id);
    if (open !== undefined) {
      open.source.push(...from);
      open.target.push(...to);
      return;
    }
    const made: OpenBead = { source: from, target: to, bead };
    links.beads.push(made);
    if (id !== null) links.byId.set(id, made);
  }

  #linksOf([from, to]: readonly [number, number]): {
    beads: OpenBead[];
    byId: Map<string, OpenBead>;
  } {
    const key = `${String(from)}~${String(to)}`;
    const known = this.#links.get(key);
    if (known !== undefined) return known;
    const made = { between: [from, to] satisfies [number, number], beads: [], byId: new Map<string, OpenBead>() };
    this.#links.set(key, made);
    return made;
  }

  /** Adds a place to an annotation; the same stretch of the same block again, or one that follows on it, is joined. */
  annotate({ id, ...annotation }: ReadAnnotation, target: ImportedTarget): void {
    if (target.start >= target.end) return;
    const known = id === null ? undefined : this.#annotationsById.get(id);
    if (known !== undefined) {
      known.targets.push(target);
      return;
    }
    const made: OpenAnnotation = { annotation, targets: [target] };
    this.#annotations.push(made);
    if (id !== null) this.#annotationsById.set(id, made);
  }

  /** Once the texts are whole: looking into a text that grows would copy it each time. */
  #joined(targets: readonly ImportedTarget[]): ImportedTarget[] {
    const joined: ImportedTarget[] = [];
    /** By text and block, the number of the last target there. */
    const lasts = new Map<string, number>();
    for (const target of targets) {
      const place = `${String(target.text)}:${String(target.block)}`;
      const number = lasts.get(place) ?? -1;
      const last = joined[number];
      const text = this.#texts[target.text]?.blocks[target.block]?.text ?? '';
      if (last !== undefined && target.start >= last.end && text.slice(last.end, target.start).trim() === '') {
        joined[number] = { ...last, end: target.end };
      } else {
        lasts.set(place, joined.length);
        joined.push(target);
      }
    }
    return joined;
  }

  /** Whether there is no text in any of the texts. */
  get isEmpty(): boolean {
    return this.#texts.every(({ blocks }) => blocks.length === 0);
  }

  /** The texts, links and annotations. */
  result(): { blocks: ImportedBlock[][]; links: ImportedLinks[]; annotations: ImportedAnnotation[] } {
    const orders = this.#texts.map(({ blocks }) => orderOf(blocks));
    const at = (text: number, block: number): number => orders[text]?.[block] ?? block;
    return {
      blocks: this.#texts.map(({ blocks }, text) => {
        const inOrder: ImportedBlock[] = [];
        blocks.forEach(({ place: _place, codes, ...block }, number) => {
          const foreign = { ...block.foreign, codes: { text: block.text, codes } };
          inOrder[at(text, number)] = codes.length === 0 ? block : { ...block, foreign };
        });
        return inOrder;
      }),
      links: [...this.#links.values()].map(({ between, beads }) => ({
        between,
        beads: beads.map((open) => closed(open, between, at)),
      })),
      annotations: this.#annotations.map(({ annotation, targets }) => ({
        ...annotation,
        targets: this.#joined(targets).map((target) => ({ ...target, block: at(target.text, target.block) })),
      })),
    };
  }
}

/** By block its place in the text: as units say, where all of them do so and no two the same; else as they came. */
function orderOf(blocks: readonly { place: number | null }[]): number[] {
  const places = blocks.map(({ place }) => place);
  const numbers = new Set(places);
  if (numbers.has(null) || numbers.size !== blocks.length) return blocks.map((_, at) => at);
  const inOrder = blocks.map((_, at) => at).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const orders: number[] = [];
  inOrder.forEach((block, place) => {
    orders[block] = place;
  });
  return orders;
}

function closed(
  { source, target, bead }: OpenBead,
  [from, to]: readonly [number, number],
  at: (text: number, block: number) => number,
): ImportedBead {
  const distinct = (text: number, blocks: readonly number[]): number[] =>
    [...new Set(blocks.map((block) => at(text, block)))].toSorted((a, b) => a - b);
  return { ...bead, source: distinct(from, source), target: distinct(to, target) };
}
