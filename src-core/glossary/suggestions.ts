import { functionWords } from '#core/language/function-words.ts';
import type { Language } from '#core/language/language.ts';
import { commonPrefix } from '#core/text/distance.ts';
import type { TextRange } from '#core/text/range.ts';
import { skeleton } from '#core/text/skeleton.ts';

/** A range of one of the paragraphs given, in UTF-16 code units. */
export interface PlaceInTexts {
  /** Which of the paragraphs, from 0. */
  paragraph: number;
  start: number;
  end: number;
}

/** Text from which a gloss may be taken. */
export interface Candidate extends PlaceInTexts {
  text: string;
  /** It has several words. */
  phrase: boolean;
  /** 0 to 1: how much it sounds like the selection, as names and loanwords do, or is the same number. */
  score: number;
}

export interface Suggestions {
  /** The sentences on the other side that stand where the selection's sentence stands. */
  sentences: PlaceInTexts[];
  /** Words and short phrases of those sentences, in text order, each text once. */
  candidates: Candidate[];
}

/** The longest phrase that is proposed, in words. */
const longestPhrase = 3;

/** What a gloss for a selection could be, from the paragraphs aligned with the selection's. */
export function suggestions(
  selection: PlaceInTexts,
  source: { texts: readonly string[]; language: Language },
  target: { texts: readonly string[]; language: Language },
): Suggestions {
  const sentences = counterpartSentences(selection, sentencesOf(source), sentencesOf(target));
  const selected = source.texts[selection.paragraph]?.slice(selection.start, selection.end) ?? '';
  const sounds = source.language.words(selected).map((range) => soundOf(selected.slice(...range)));
  const candidates = sentences.flatMap((sentence) => candidatesIn(sentence, target, sounds));
  const seen = new Set<string>();
  return {
    sentences,
    candidates: candidates.filter(({ text }) => {
      const small = target.language.lower(text);
      return !seen.has(small) && seen.add(small);
    }),
  };
}

function sentencesOf({ texts, language }: { texts: readonly string[]; language: Language }): PlaceInTexts[] {
  return texts.flatMap((text, paragraph) =>
    language.sentences(text).map(([start, end]) => ({ paragraph, start, end })),
  );
}

/**
 * The sentences of the target that overlap the share of the text that the selection's sentence takes: with as many
 * sentences on both sides, the one of the same number.
 */
function counterpartSentences(
  selection: PlaceInTexts,
  source: readonly PlaceInTexts[],
  target: readonly PlaceInTexts[],
): PlaceInTexts[] {
  const at = source.findIndex(({ paragraph, end }) => paragraph === selection.paragraph && end > selection.start);
  if (at < 0) return [...target];
  if (source.length === target.length) return target.slice(at, at + 1);
  const lengths = source.map(({ start, end }) => end - start);
  const all = sum(lengths);
  const from = sum(lengths.slice(0, at)) / all;
  const to = sum(lengths.slice(0, at + 1)) / all;
  // A tenth of the sentence on either side may be the neighbours'.
  const slack = (to - from) / 10;
  const allTarget = sum(target.map(({ start, end }) => end - start));
  let before = 0;
  return target.filter(({ start, end }) => {
    const begins = before / allTarget;
    before += end - start;
    return begins < to - slack && before / allTarget > from + slack;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function candidatesIn(
  sentence: PlaceInTexts,
  { texts, language }: { texts: readonly string[]; language: Language },
  sounds: readonly string[],
): Candidate[] {
  const text = (texts[sentence.paragraph] ?? '').slice(sentence.start, sentence.end);
  const words = language.words(text);
  const ignored = functionWords(language.tag);
  const isContent = ([start, end]: TextRange): boolean => !ignored.has(language.lower(text.slice(start, end)));
  const found: Candidate[] = [];
  for (const [first, begin] of words.entries()) {
    if (!isContent(begin)) continue;
    const scores: number[] = [];
    for (const [count, word] of words.slice(first, first + longestPhrase).entries()) {
      // A phrase does not cross a comma, a quotation mark or a bracket.
      const previous = words[first + count - 1];
      if (count > 0 && previous !== undefined && !/^\s+$/u.test(text.slice(previous[1], word[0]))) break;
      scores.push(likeness(soundOf(text.slice(...word)), sounds));
      if (!isContent(word)) continue;
      found.push({
        text: text.slice(begin[0], word[1]),
        paragraph: sentence.paragraph,
        start: sentence.start + begin[0],
        end: sentence.start + word[1],
        phrase: count > 0,
        score: sum(scores) / Math.max(scores.length, sounds.length),
      });
    }
  }
  return found;
}

/** What of a word is the same in both languages: its digits, else its consonants. */
function soundOf(word: string): string {
  return /^\d+/u.exec(word)?.[0] ?? skeleton(word);
}

/** How much of the shorter one's beginning two sounds share, for the best of `sounds`; one or two consonants say nothing. */
function likeness(sound: string, sounds: readonly string[]): number {
  return Math.max(
    0,
    ...sounds.map((other) => {
      if (/^\d/u.test(sound) || /^\d/u.test(other)) return sound === other ? 1 : 0;
      const shared = commonPrefix(sound, other);
      return shared < 3 ? 0 : shared / Math.min(sound.length, other.length);
    }),
  );
}
