import { language } from '#core/language/language.ts';
import type { TextRange } from '#core/text/range.ts';
import { align, type AlignOptions } from './align.ts';
import type { AlignedBead } from './course.ts';

/** A sentence of a paragraph: the paragraph's number, and the sentence's place in it in UTF-16 code units. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly range: TextRange;
}

/** Sentences that stand together inside a bead of paragraphs. */
export interface SentenceLink {
  source: SentencePlace[];
  target: SentencePlace[];
  /** 0 to 1. */
  confidence: number;
}

/** A bead of paragraphs with the sentences inside it. */
export interface NestedBead extends AlignedBead {
  sentences: SentenceLink[];
}

/**
 * Aligns paragraphs, and inside each bead its sentences. Sentences are aligned all at once, so that they learn from each
 * other, but never across the beads of their paragraphs. Options that name units name paragraphs.
 *
 * @throws as `align` does
 */
export function alignNested(source: readonly string[], target: readonly string[], options: AlignOptions): NestedBead[] {
  const report = options.progress ?? ((): void => undefined);
  const beads = align(source, target, { ...options, progress: (share) => report(share / 2) });
  return linkSentences(source, target, beads, { ...options, progress: (share) => report(0.5 + share / 2) });
}

/** Aligns the sentences inside beads of paragraphs. Fixed beads and ranges of the options are not looked at. */
export function linkSentences(
  source: readonly string[],
  target: readonly string[],
  beads: readonly AlignedBead[],
  options: AlignOptions,
): NestedBead[] {
  const [from, to] = options.languages;
  const sourceSide = sentencesOf(
    source,
    beads.map((bead) => bead.source),
    from,
  );
  const targetSide = sentencesOf(
    target,
    beads.map((bead) => bead.target),
    to,
  );
  const walls = beads.map((_, at): [number, number] => [sourceSide.ends[at] ?? 0, targetSide.ends[at] ?? 0]);
  const { fixed: _fixed, within: _within, ...rest } = options;
  const found = align(sourceSide.texts, targetSide.texts, { ...rest, walls: walls.slice(0, -1) });
  const nested = beads.map((bead): NestedBead => ({ ...bead, sentences: [] }));
  for (const link of found) {
    const places = (side: typeof sourceSide, units: readonly number[]): SentencePlace[] =>
      units.flatMap((unit) => side.places[unit] ?? []);
    const of = link.source[0] === undefined ? targetSide.beads[link.target[0] ?? 0] : sourceSide.beads[link.source[0]];
    nested[of ?? 0]?.sentences.push({
      source: places(sourceSide, link.source),
      target: places(targetSide, link.target),
      confidence: link.confidence,
    });
  }
  return nested;
}

/** The sentences of paragraphs in the order of the beads that have them. */
function sentencesOf(
  paragraphs: readonly string[],
  beads: readonly (readonly number[])[],
  tag: string,
): { texts: string[]; places: SentencePlace[]; beads: number[]; ends: number[] } {
  const texts: string[] = [];
  const places: SentencePlace[] = [];
  const of: number[] = [];
  const ends: number[] = [];
  const { sentences } = language(tag);
  beads.forEach((units, bead) => {
    for (const paragraph of units) {
      const text = paragraphs[paragraph] ?? '';
      for (const range of sentences(text)) {
        texts.push(text.slice(...range));
        places.push({ paragraph, range });
        of.push(bead);
      }
    }
    ends.push(texts.length);
  });
  return { texts, places, beads: of, ends };
}
