import type { TextRange } from '#core/text/range.ts';
import type { LanguageData } from './data.ts';

/**
 * Tells whether a word of a text is written short: a period follows, and it is a single letter (1917 ж., т.б., В. И. Ленин) or
 * one of the language's abbreviations that never end a sentence (млн., обл.). Rule V1 of `docs/spec/glossary.md`.
 */
export function abbreviationTest({
  abbreviations,
  letterWords,
}: Pick<LanguageData, 'abbreviations' | 'letterWords'>): (text: string, word: TextRange) => boolean {
  const known = new Set(`${abbreviations.inside} ${abbreviations.initials}`.split(' '));
  const words = new Set(letterWords);
  return (text, [start, end]) => {
    if (text.charCodeAt(end) !== period) return false;
    const word = text.slice(start, end).toLowerCase();
    return /^.$/u.test(word) ? !words.has(word) : known.has(word);
  };
}

const period = 0x2e;
