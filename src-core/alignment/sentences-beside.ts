import { language } from '#core/language/language.ts';
import type { SentenceLinks } from '#core/records/bead.ts';
import { linkSentences, type SentencePlace } from './aligner/nested.ts';

/** The paragraphs of one side of a bead, in order. */
export interface BeadSide {
  readonly texts: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
}

/** Sentences of a side: by paragraph, from the start of the first to the end of the last of those that stand together in it. */
export interface SentenceSpan {
  /** Which of the side's paragraphs, from 0. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Sentences of both sides that stand together. */
export interface SentencePair {
  readonly own: readonly SentenceSpan[];
  readonly other: readonly SentenceSpan[];
}

/**
 * Which sentences of a bead stand together: as it was stored, as long as the sentences are as many as then; else as aligning
 * them tells. Where one side is empty there is nothing beside any sentence.
 *
 * @param stored the bead's links with `own` as its source; `null` without any
 */
export function sentencePairs(own: BeadSide, other: BeadSide, stored: SentenceLinks | null): SentencePair[] {
  const ours = sentencesOf(own);
  const theirs = sentencesOf(other);
  const links = stored !== null && stored.counts[0] === ours.length && stored.counts[1] === theirs.length;
  if (links) {
    return stored.links.map(([source, target]) => ({
      own: spans(source.flatMap((at) => ours[at] ?? [])),
      other: spans(target.flatMap((at) => theirs[at] ?? [])),
    }));
  }
  if (ours.length <= 1 || theirs.length <= 1) return [{ own: spans(ours), other: spans(theirs) }];
  const all = (side: BeadSide): number[] => side.texts.map((_, at) => at);
  const bead = { source: all(own), target: all(other), confidence: 1 };
  const [nested] = linkSentences(own.texts, other.texts, [bead], { languages: [own.language, other.language] });
  return (nested?.sentences ?? []).map(({ source, target }) => ({ own: spans(source), other: spans(target) }));
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

/** The links of a bead with its sides exchanged. */
export function swapSentences({ counts: [source, target], links }: SentenceLinks): SentenceLinks {
  return {
    counts: [target, source],
    links: links.map(([from, to, confidence]): SentenceLinks['links'][number] => [to, from, confidence]),
  };
}

function sentencesOf({ texts, language: tag }: BeadSide): SentencePlace[] {
  const { sentences } = language(tag);
  return texts.flatMap((text, paragraph) => sentences(text).map((range) => ({ paragraph, range })));
}

function spans(places: readonly SentencePlace[]): SentenceSpan[] {
  const found = new Map<number, SentenceSpan>();
  for (const { paragraph, range } of places) {
    const there = found.get(paragraph);
    found.set(paragraph, {
      paragraph,
      start: Math.min(there?.start ?? range[0], range[0]),
      end: Math.max(there?.end ?? range[1], range[1]),
    });
  }
  return [...found.values()];
}
