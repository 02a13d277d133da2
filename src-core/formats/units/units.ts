import { sentencePairs, type SentenceSpan } from '#core/alignment/sentences.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Bitext, BitextBead, BitextOptions, BitextSide } from '../bitext.ts';

/** A stretch of a paragraph: all of it, or sentences. UTF-16 code units. */
export interface Piece {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

/** What stands beside each other in a translation memory: a bead, or sentences of one. */
export interface Unit {
  readonly bead: BitextBead;
  /** Which of the bead's units this is, from 0. */
  readonly part: number;
  /** How likely it is right, 0 to 1. */
  readonly confidence: number;
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
}

/** The units of a bead, in order. */
export interface BeadUnits {
  readonly bead: BitextBead;
  readonly units: readonly Unit[];
}

/** The beads to be written, each with its units: one, or by sentences as many as its sentences stand together in. */
export function unitsOf(bitext: Bitext, options: Pick<BitextOptions, 'unit' | 'includeUnconfirmed'>): BeadUnits[] {
  const source = byId(bitext.source);
  const target = byId(bitext.target);
  return bitext.beads
    .filter(({ status }) => options.includeUnconfirmed || status === 'confirmed')
    .map((bead) => {
      const sides = {
        source: bead.source.flatMap((id) => source.get(id) ?? []),
        target: bead.target.flatMap((id) => target.get(id) ?? []),
      };
      const pairs = options.unit === 'sentence' ? bySentence(bitext, bead, sides) : null;
      const whole = [{ source: sides.source.map(all), target: sides.target.map(all), confidence: 1 }];
      const units = (pairs ?? whole).map((pair, part) => ({
        ...pair,
        bead,
        part,
        confidence: bead.status === 'confirmed' ? pair.confidence : bead.confidence * pair.confidence,
      }));
      return { bead, units };
    })
    .filter(({ units }) => units.some((unit) => unit.source.length + unit.target.length > 0));
}

function byId({ paragraphs }: BitextSide): ReadonlyMap<string, Paragraph> {
  return new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
}

function all(paragraph: Paragraph): Piece {
  return { paragraph, start: 0, end: paragraph.text.length };
}

type Sides = Record<'source' | 'target', readonly Paragraph[]>;

/** The sentences of a bead that stand together; `null` where that is not told for all of them. */
function bySentence(bitext: Bitext, bead: BitextBead, sides: Sides): Omit<Unit, 'bead' | 'part'>[] | null {
  if (sides.source.length === 0 || sides.target.length === 0) return null;
  const own = { paragraphs: sides.source, language: bitext.source.edition.language };
  const other = { paragraphs: sides.target, language: bitext.target.edition.language };
  const pairs = sentencePairs(own, other, bead.sentences ?? null);
  const made = pairs.map((pair) => ({
    source: pieces(pair.own, sides.source),
    target: pieces(pair.other, sides.target),
    confidence: pair.confidence,
  }));
  const covered = (['source', 'target'] as const).every((side) =>
    isWhole(
      made.flatMap((unit) => unit[side]),
      sides[side],
    ),
  );
  return covered ? made : null;
}

function pieces(spans: readonly SentenceSpan[], paragraphs: readonly Paragraph[]): Piece[] {
  return spans.flatMap(({ paragraph: at, start, end }) => {
    const paragraph = paragraphs[at];
    return paragraph === undefined ? [] : [{ paragraph, start, end }];
  });
}

/** Whether the pieces hold all that is not white space of the paragraphs, each once and in the order of the text. */
function isWhole(found: readonly Piece[], paragraphs: readonly Paragraph[]): boolean {
  let next = 0;
  for (const paragraph of paragraphs) {
    let at = 0;
    for (let piece = found[next]; piece?.paragraph === paragraph; piece = found[next]) {
      if (piece.start < at || paragraph.text.slice(at, piece.start).trim() !== '') return false;
      at = piece.end;
      next += 1;
    }
    if (paragraph.text.slice(at).trim() !== '') return false;
  }
  return next === found.length;
}
