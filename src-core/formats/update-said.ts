import { keyOf } from '#core/alignment/realign/preview.ts';
import { editionsOf } from '#core/alignment/edits/state.ts';
import { describe } from '#core/annotation/describe.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Edition } from '#core/records/work.ts';
import { compareTexts } from '#core/text/reanchor.ts';
import type { Imported, ImportedBead } from './imported.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import { annotationRecord } from './to-work.ts';

/** A file that holds a new version of an edition with more beside it: the other side, links with their status, notes. */
export interface SaidBeside {
  readonly file: Pick<Imported, 'texts' | 'links' | 'annotations'>;
  /** The number of the text in the file that is the new version. */
  readonly text: number;
  /** By the block of that text, its number in the new version as it was corrected; -1 for one that was left out. */
  readonly numbers: readonly number[];
  /** ISO 8601: when notes were made that do not say it. */
  readonly created: string;
}

/** What a file is compared with: the work as it will be with the new version. */
export interface SaidGround {
  readonly edition: string;
  readonly editions: readonly Edition[];
  readonly paragraphs: ReadonlyMap<string, readonly Paragraph[]>;
  /** As they will be. */
  readonly annotations: readonly Annotation[];
}

/** Of a text of the file: its edition, and by the number of a block the paragraph that it is. */
interface Placed {
  readonly edition: string;
  readonly blocks: readonly (Paragraph | null)[];
}

/**
 * What a file says beside the new version, by the paragraphs of the work. A translation that comes back from another program brings what
 * was done there: links that were confirmed, and notes. Rules V4 and V5 of `docs/spec/alignment.md`.
 */
export class Said {
  readonly #said: SaidBeside;
  readonly #ground: SaidGround;
  readonly #texts: readonly (Placed | null)[];

  constructor(said: SaidBeside, ground: SaidGround) {
    this.#said = said;
    this.#ground = ground;
    this.#texts = said.file.texts.map((_, at) => this.#placed(at));
  }

  /** The beads of an alignment, confirmed where the file says so of the same paragraphs; and how many of them were not before. */
  confirmed(alignment: string, beads: readonly Bead[]): { beads: readonly Bead[]; count: number } {
    const keys = this.#confirmedKeys(alignment);
    let count = 0;
    const after = beads.map((bead): Bead => {
      if (bead.status === 'confirmed' || !keys.has(keyOf(bead))) return bead;
      count += 1;
      return { ...bead, status: 'confirmed', confidence: 1 };
    });
    return { beads: count === 0 ? beads : after, count };
  }

  /** Notes and highlights of the file that the work does not have. */
  annotations(newId: () => string): Annotation[] {
    const made: Annotation[] = [];
    for (const annotation of this.#said.file.annotations ?? []) {
      const targets = annotation.targets.flatMap(({ text, block, start, end }) =>
        this.#target(text, block, start, end),
      );
      const record = annotationRecord(newId(), annotation, targets, this.#said.created);
      if (targets.length > 0 && ![...this.#ground.annotations, ...made].some((one) => isSame(one, record))) {
        made.push(record);
      }
    }
    return made;
  }

  #confirmedKeys(alignment: string): Set<string> {
    const [source, target] = editionsOf(alignment);
    const keys = new Set<string>();
    for (const { between, beads } of this.#said.file.links) {
      const [from, to] = between.map((at) => this.#texts[at] ?? null);
      const isTurned = from?.edition === target && to?.edition === source;
      if (!isTurned && !(from?.edition === source && to?.edition === target)) continue;
      for (const bead of beads) {
        const sides = [idsOf(from, bead.source), idsOf(to, bead.target)] as const;
        const [left, right] = isTurned ? [sides[1], sides[0]] : sides;
        if (isConfirmed(bead) && left !== null && right !== null) keys.add(keyOf({ source: left, target: right }));
      }
    }
    return keys;
  }

  #target(text: number, block: number, start: number, end: number): Target[] {
    const placed = this.#texts[text] ?? null;
    const paragraph = placed?.blocks[block] ?? null;
    const read = this.#said.file.texts[text]?.blocks[block]?.text;
    if (placed === null || paragraph === null || read === undefined) return [];
    const range = read === paragraph.text ? ([start, end] as const) : compareTexts(read, paragraph.text)([start, end]);
    if (range === null || range[0] < 0 || range[0] >= range[1] || range[1] > paragraph.text.length) return [];
    return [describe(paragraph, range[0], range[1])];
  }

  /** Where the blocks of a text stand in the work; `null` for a text that is none of its editions. */
  #placed(at: number): Placed | null {
    const { edition, editions, paragraphs } = this.#ground;
    const { file, text, numbers } = this.#said;
    if (at === text) {
      const now = paragraphs.get(edition) ?? [];
      return { edition, blocks: numbers.map((number) => now[number] ?? null) };
    }
    const read = file.texts[at];
    const tongue = primaryTag(read?.language ?? 'und');
    const others = editions.filter(({ id, language }) => id !== edition && primaryTag(language) === tongue);
    const other = others.find(({ title }) => title === read?.title) ?? others[0];
    if (read === undefined || other === undefined) return null;
    const there = paragraphs.get(other.id) ?? [];
    const blocks: (Paragraph | null)[] = read.blocks.map(() => null);
    for (const group of pairParagraphs(
      there.map((paragraph) => paragraph.text),
      read.blocks.map((block) => block.text),
    )) {
      // One that was cut or put together is not the same paragraph.
      if (group.old.length !== group.now.length) continue;
      group.now.forEach((number, index) => {
        blocks[number] = there[group.old[index] ?? -1] ?? null;
      });
    }
    return { edition: other.id, blocks };
  }
}

function isConfirmed({ status, source, target }: ImportedBead): boolean {
  return status === 'confirmed' && source.length > 0 && target.length > 0;
}

/** `null` where one of the blocks is no paragraph of the work. */
function idsOf(placed: Placed | null | undefined, blocks: readonly number[]): string[] | null {
  const ids = blocks.flatMap((block) => placed?.blocks[block]?.id ?? []);
  return ids.length === blocks.length ? ids : null;
}

/** Whether two say the same of the same place: a note the same words of one paragraph, a highlight the same words of the text. */
function isSame(a: Annotation, b: Annotation): boolean {
  if (a.body.trim() !== b.body.trim()) return false;
  const isNote = a.body.trim() !== '';
  return a.targets.some((one) =>
    b.targets.some((other) => one.paragraph === other.paragraph && (isNote || one.quote.exact === other.quote.exact)),
  );
}
