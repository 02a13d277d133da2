import { primaryTag } from './primary-tag.ts';
import type { TextRange } from '#core/text/range.ts';
import { abbreviationTest } from './abbreviated.ts';
import { anyLanguage } from './any.ts';
import { lowerCase } from './case.ts';
import { collation } from './collation.ts';
import type { LanguageData } from './data.ts';
import { en } from './en.ts';
import { englishInflection } from './english.ts';
import { exactInflection } from './exact.ts';
import type { Inflection } from './inflection.ts';
import { kazakhInflection } from './kazakh/kazakh.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { russianInflection } from './russian.ts';
import { sentenceRanges, sentenceRules } from './sentences.ts';
import { wordRanges } from './words.ts';

/**
 * What differs by language, from our own tables and never from `Intl`: Chromium's `Intl` and Node's disagree on Kazakh,
 * and offsets must be the same everywhere. (How text is folded for search does not differ: see `foldText`.)
 */
export interface Language {
  /** The tag it was asked for by, e.g. `kk`, `en-GB`, `de`. */
  readonly tag: string;
  /** Small letters by the rules of the language. May be longer or shorter than `text`. */
  readonly lower: (text: string) => string;
  /**
   * Orders as a dictionary does: the language's alphabet, then other alphabets; small before capital letters; numbers by
   * value; quotation marks and brackets weigh least. Total: 0 only for equal strings.
   */
  readonly compare: (a: string, b: string) => number;
  /** The sentences of a text in order, without the white space around them; together they hold everything else. */
  readonly sentences: (text: string) => TextRange[];
  /** The words of a text in order: letters and digits with what joins them (hyphen, apostrophe, decimal comma). */
  readonly words: (text: string) => TextRange[];
  /** Is a word of a text, which begins and ends there, an abbreviation with its period: ж. in “1917 ж.”? */
  readonly isAbbreviation: (text: string, word: TextRange) => boolean;
  /** Which forms a word has. */
  readonly inflection: Inflection;
}

const withData = new Map<string, LanguageData>([
  ['kk', kk],
  ['en', en],
  ['ru', ru],
]);
/** By primary tag, for the script in which the language is written by default. */
const inflections = new Map<string, Inflection>([
  ['kk', kazakhInflection],
  ['en', englishInflection],
  ['ru', russianInflection],
]);
const made = new Map<string, Language>();

/** The language of a BCP 47 tag; one without data of its own gets what suits most languages. Repeated calls answer the same object. */
export function language(tag: string): Language {
  let found = made.get(tag);
  if (found === undefined) {
    found = makeLanguage(tag, dataOf(tag));
    made.set(tag, found);
  }
  return found;
}

function dataOf(tag: string): LanguageData {
  const [primary = '', ...subtags] = tag.split('-');
  const script = subtags.find((subtag) => /^[A-Z][a-z]{3}$/.test(subtag)) ?? null;
  const own = withData.get(primary.toLowerCase());
  if (own === undefined) return anyLanguage(primary.toLowerCase(), script);
  // Kazakh in Latin script: the other alphabet first, and ı.
  return script === 'Latn' && own.script === 'cyrillic' ? { ...own, script: 'latin', dotlessI: primary === 'kk' } : own;
}

function makeLanguage(tag: string, data: LanguageData): Language {
  const rules = sentenceRules(data.abbreviations);
  const lower = (text: string): string => lowerCase(text, data.dotlessI);
  return {
    tag,
    lower,
    compare: collation(data),
    sentences: (text) => sentenceRanges(text, rules),
    words: wordRanges,
    isAbbreviation: abbreviationTest(data),
    inflection: inflectionOf(tag, data) ?? exactInflection(lower),
  };
}

/** The rules of a language hold for the script that its data are in: those of Kazakh for Cyrillic. */
function inflectionOf(tag: string, data: LanguageData): Inflection | null {
  const primary = primaryTag(tag);
  return withData.get(primary)?.script === data.script ? (inflections.get(primary) ?? null) : null;
}
