import { linksBetween } from '#core/alignment/between.ts';
import { linkIndex, type LinkIndex } from '#core/alignment/link.ts';
import { keptSentences, sentencePairs } from '#core/alignment/sentences.ts';
import { language } from '#core/language/language.ts';
import type { SentenceLinks } from '#core/records/bead.ts';
import { findIn } from '#core/records/differences.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { TextRange } from '#core/text/range.ts';

/** What stands in another edition beside a sentence. */
export interface Beside {
  edition: string;
  /** BCP 47 tag. */
  language: string;
  /** The id of the first paragraph it stands in. */
  paragraph: string;
  text: string;
  /** `sentences`: those aligned with the sentence; `paragraph`: all of the aligned paragraphs. */
  extent: 'sentences' | 'paragraph';
}

/** `[start, end)` of the sentences of a text in which a range begins and ends, in UTF-16 code units. */
export function sentenceAround(text: string, [start, end]: TextRange, tag: string): TextRange {
  const sentences = language(tag).sentences(text);
  const first = sentences.findLast(([from]) => from <= start) ?? sentences[0];
  const last = sentences.find(([, to]) => to >= end) ?? sentences.at(-1);
  return [Math.min(first?.[0] ?? 0, start), Math.max(last?.[1] ?? text.length, end)];
}

/**
 * What stands beside `[start, end)` of a paragraph in the first of these editions in which anything does; `null` where nothing
 * does. Rule M4 of `docs/spec/review.md`.
 */
export function besideRange(
  state: WorkRecords,
  paragraph: Paragraph,
  range: TextRange,
  editions: readonly string[],
): Beside | null {
  for (const edition of editions) {
    const found = alignedParagraphs(state, paragraph, edition);
    if (found !== null) return besideIn(state, found, paragraph.id, range);
  }
  return null;
}

/** Does anything stand beside a paragraph in one of these editions? */
export function hasBeside(state: WorkRecords, paragraph: Paragraph, editions: readonly string[]): boolean {
  return editions.some((edition) => alignedParagraphs(state, paragraph, edition) !== null);
}

interface Aligned {
  own: readonly Paragraph[];
  other: readonly Paragraph[];
  /** The links of sentences that their bead keeps, the own side as the source. */
  stored: SentenceLinks | null;
}

function alignedParagraphs(state: WorkRecords, { id, edition }: Paragraph, other: string): Aligned | null {
  if (edition === other) return null;
  const found = linksOf(state, edition, other).get(id);
  if (found === undefined) return null;
  const texts = (on: string, ids: readonly string[]): Paragraph[] =>
    ids.flatMap((one) => findIn(state.paragraphs.get(on) ?? [], one) ?? []);
  const beside = texts(other, found.link.target).filter(({ text }) => text !== '');
  if (beside.length === 0) return null;
  return { own: texts(edition, found.link.source), other: beside, stored: storedLinks(state, found.link.id, edition) };
}

function storedLinks({ alignments }: WorkRecords, link: string, own: string): SentenceLinks | null {
  for (const beads of alignments.values()) {
    const bead = findIn(beads, link);
    if (bead?.sentences !== undefined) return keptSentences(bead, own);
  }
  return null;
}

/** Alignments are values: as long as they are the same, so is what stands beside what. */
const indexes = new WeakMap<WorkRecords['alignments'], Map<string, LinkIndex>>();

function linksOf({ work, alignments, paragraphs }: WorkRecords, left: string, right: string): LinkIndex {
  const known = indexes.get(alignments) ?? new Map<string, LinkIndex>();
  indexes.set(alignments, known);
  const name = `${left}~${right}`;
  let index = known.get(name);
  if (index === undefined) {
    const links = linksBetween(left, right, {
      original: work?.original ?? '',
      alignments: Object.fromEntries(alignments),
      paragraphs: Object.fromEntries([...paragraphs].map(([edition, list]) => [edition, list.map(({ id }) => id)])),
    });
    known.set(name, (index = linkIndex(links)));
  }
  return index;
}

function besideIn(
  state: WorkRecords,
  { own, other, stored }: Aligned,
  paragraph: string,
  range: TextRange,
): Beside | null {
  const [first] = other;
  if (first === undefined) return null;
  const at = own.findIndex(({ id }) => id === paragraph);
  const tag = languageOf(state, first.edition);
  const ours = { paragraphs: own, language: languageOf(state, own[0]?.edition ?? '') };
  const places = sentencePairs(ours, { paragraphs: other, language: tag }, stored)
    .filter((pair) => pair.own.some((span) => span.paragraph === at && overlaps([span.start, span.end], range)))
    .flatMap((pair) => pair.other);
  const [place] = places;
  const base = { edition: first.edition, language: tag };
  if (place === undefined) {
    return { ...base, paragraph: first.id, text: other.map(({ text }) => text).join('\n'), extent: 'paragraph' };
  }
  const text = places.map((one) => other[one.paragraph]?.text.slice(one.start, one.end) ?? '').join(' ');
  return { ...base, paragraph: (other[place.paragraph] ?? first).id, text, extent: 'sentences' };
}

function overlaps([start, end]: TextRange, [from, to]: TextRange): boolean {
  return start < to && from < end;
}

function languageOf({ editions }: WorkRecords, id: string): string {
  return editions.find((edition) => edition.id === id)?.language ?? 'und';
}
