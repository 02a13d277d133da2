import { language } from '#core/language/language.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import { linkSentences, type SentencePlace } from './aligner/nested.ts';
import { unsureBelow } from './unsure.ts';

/** The paragraphs of one side of a bead, in order. Paragraphs are values: what was found of them is kept with them. */
export interface BeadSide {
  readonly paragraphs: readonly { readonly text: string }[];
  /** BCP 47 tag. */
  readonly language: string;
}

/** Sentences of a side that follow each other in one paragraph: from the start of the first to the end of the last. */
export interface SentenceSpan {
  /** Which of the side's paragraphs, from 0. */
  readonly paragraph: number;
  /** In UTF-16 code units of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** Sentences of both sides that stand together. */
export interface SentencePair {
  readonly own: readonly SentenceSpan[];
  readonly other: readonly SentenceSpan[];
  /** How likely it is right, 0 to 1, given that the bead is. */
  readonly confidence: number;
}

/**
 * Which sentences of a bead stand together: as it was stored, as long as the sentences are as many as then; else as aligning
 * them tells, which takes some milliseconds the first time. Where one side is empty there is nothing beside any sentence.
 *
 * @param stored the bead's links with `own` as its source; `null` without any
 */
export function sentencePairs(own: BeadSide, other: BeadSide, stored: SentenceLinks | null): readonly SentencePair[] {
  return sentencePairsAtHand(own, other, stored) ?? remember(own, other, stored, aligned(own, other));
}

/** The pairs that `sentencePairs` gives, where they are known without aligning; else `null`. */
export function sentencePairsAtHand(
  own: BeadSide,
  other: BeadSide,
  stored: SentenceLinks | null,
): readonly SentencePair[] | null {
  const there = recall(own, other, stored);
  if (there !== null) return there;
  const swapped = recall(other, own, stored === null ? null : swapSentences(stored));
  if (swapped !== null) {
    const pairs = swapped.map((pair) => ({ ...pair, own: pair.other, other: pair.own }));
    return remember(own, other, stored, pairs);
  }
  const ours = sentencesOf(own);
  const theirs = sentencesOf(other);
  if (stored !== null && stored.counts[0] === ours.length && stored.counts[1] === theirs.length) {
    const pairs = stored.links.map(([source, target, confidence]) => ({
      own: spans(source.flatMap((at) => ours[at] ?? [])),
      other: spans(target.flatMap((at) => theirs[at] ?? [])),
      confidence,
    }));
    return remember(own, other, stored, pairs);
  }
  if (ours.length > 1 && theirs.length > 1) return null;
  return remember(own, other, stored, [{ own: spans(ours), other: spans(theirs), confidence: 1 }]);
}

/** The pair that a place of the own side stands in: that of the first sentence which ends after it begins; `null` without one. */
export function pairAt(pairs: readonly SentencePair[], paragraph: number, start: number): SentencePair | null {
  const holds = ({ own }: SentencePair): boolean =>
    own.some((span) => span.paragraph === paragraph && span.start <= start && start < span.end);
  const found = pairs.find(holds);
  if (found !== undefined) return found;
  const after = pairs.find(({ own }) => own.some((span) => span.paragraph === paragraph && span.end > start));
  return after ?? null;
}

/**
 * The sentences of the other side that stand beside `[start, end)` of a paragraph of the side named, where that is sure
 * (`unsureBelow`) for all sentences which the range touches; none where they have nothing beside them. `null` where it is not
 * sure, or no sentence is there.
 */
export function surelyBeside(
  pairs: readonly SentencePair[],
  side: 'own' | 'other',
  { paragraph, start, end }: SentenceSpan,
): readonly SentenceSpan[] | null {
  const touched = pairs.filter((pair) =>
    pair[side].some((span) => span.paragraph === paragraph && span.start < end && start < span.end),
  );
  if (touched.length === 0 || touched.some(({ confidence }) => confidence < unsureBelow)) return null;
  return touched.flatMap((pair) => pair[side === 'own' ? 'other' : 'own']);
}

/** The sentence links that a bead keeps, with the edition `own` as their source; `null` where it keeps none. */
export function keptSentences(
  bead: Pick<Bead, 'alignment' | 'sentences'> | null | undefined,
  own: string,
): SentenceLinks | null {
  if (bead?.sentences === undefined) return null;
  return bead.alignment.startsWith(`${own}~`) ? bead.sentences : swapSentences(bead.sentences);
}

/** The links of a bead with its sides exchanged. */
export function swapSentences(links: SentenceLinks): SentenceLinks {
  let swapped = swaps.get(links);
  if (swapped === undefined) {
    const [source, target] = links.counts;
    swapped = {
      counts: [target, source],
      links: links.links.map(([from, to, confidence]): SentenceLinks['links'][number] => [to, from, confidence]),
    };
    swaps.set(links, swapped);
    swaps.set(swapped, links);
  }
  return swapped;
}

/** Links are values: exchanged twice they are the same object, by which what was found is known again. */
const swaps = new WeakMap<SentenceLinks, SentenceLinks>();

interface Remembered {
  readonly from: readonly unknown[];
  readonly pairs: readonly SentencePair[];
}

/** By the first paragraph of either side, what was found last. */
const known = new WeakMap<object, WeakMap<object, Remembered>>();

function recall(own: BeadSide, other: BeadSide, stored: SentenceLinks | null): readonly SentencePair[] | null {
  const [first] = own.paragraphs;
  const [across] = other.paragraphs;
  if (first === undefined || across === undefined) return null;
  const there = known.get(first)?.get(across);
  const from = whatItFollowsFrom(own, other, stored);
  const isSame = there?.from.length === from.length && from.every((one, at) => one === there.from[at]);
  return isSame ? there.pairs : null;
}

function remember(
  own: BeadSide,
  other: BeadSide,
  stored: SentenceLinks | null,
  pairs: readonly SentencePair[],
): readonly SentencePair[] {
  const [first] = own.paragraphs;
  const [across] = other.paragraphs;
  if (first === undefined || across === undefined) return pairs;
  const there = known.get(first) ?? new WeakMap<object, Remembered>();
  known.set(first, there);
  there.set(across, { from: whatItFollowsFrom(own, other, stored), pairs });
  return pairs;
}

function whatItFollowsFrom(own: BeadSide, other: BeadSide, stored: SentenceLinks | null): unknown[] {
  return [stored, own.language, other.language, ...own.paragraphs, null, ...other.paragraphs];
}

function aligned(own: BeadSide, other: BeadSide): SentencePair[] {
  const texts = (side: BeadSide): string[] => side.paragraphs.map(({ text }) => text);
  const bead = { source: [...own.paragraphs.keys()], target: [...other.paragraphs.keys()], confidence: 1 };
  const [nested] = linkSentences(texts(own), texts(other), [bead], { languages: [own.language, other.language] });
  const ours = sentencesOf(own);
  const theirs = sentencesOf(other);
  return (nested?.sentences ?? []).map(({ source, target, confidence }) => ({
    own: spans(numbered(source, ours)),
    other: spans(numbered(target, theirs)),
    confidence,
  }));
}

/** A sentence with its number among those of its side. */
interface NumberedSentence extends SentencePlace {
  readonly at: number;
}

function sentencesOf({ paragraphs, language: tag }: BeadSide): NumberedSentence[] {
  const { sentences } = language(tag);
  return paragraphs
    .flatMap(({ text }, paragraph) => sentences(text).map((range) => ({ paragraph, range })))
    .map((place, at) => ({ ...place, at }));
}

function numbered(places: readonly SentencePlace[], all: readonly NumberedSentence[]): NumberedSentence[] {
  return places.flatMap(
    ({ paragraph, range }) => all.find((one) => one.paragraph === paragraph && one.range[0] === range[0]) ?? [],
  );
}

/** Sentences that follow each other in a paragraph become one span. */
function spans(places: readonly NumberedSentence[]): SentenceSpan[] {
  const found: { paragraph: number; start: number; end: number }[] = [];
  let before: NumberedSentence | null = null;
  for (const place of places.toSorted((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    const goesOn = before?.paragraph === place.paragraph && before.at + 1 === place.at;
    if (last !== undefined && goesOn) last.end = place.range[1];
    else found.push({ paragraph: place.paragraph, start: place.range[0], end: place.range[1] });
    before = place;
  }
  return found;
}
