import type { Inflection } from '#core/language/inflection.ts';
import type { TextRange } from '#core/text/range.ts';

const quotes = /["'“”„‟«»‘’‚‛‹›]+/gu;

/**
 * What stands between two words, comparable: any white space is one space, any dash a hyphen, and quotation marks are
 * nothing, so that “Алаш” партиясы is found by Алаш партиясы.
 */
function gapBetween(text: string, start: number, end: number): string {
  if (end - start === 1 && text.charCodeAt(start) === 32) return ' ';
  return text.slice(start, end).replace(quotes, '').replace(/\s+/gu, ' ').replace(/[‐-―]/gu, '-');
}

/** What stands before the word of number `at`. */
export function gapAt(text: string, words: readonly TextRange[], at: number): string {
  return gapBetween(text, words[at - 1]?.[1] ?? 0, words[at]?.[0] ?? 0);
}

/** The form that words of a text are, comparable: each in normal form, with comparable gaps between them. */
export function formOfWords(text: string, words: readonly TextRange[], { normal }: Inflection): string {
  return words.map((range, at) => (at === 0 ? '' : gapAt(text, words, at)) + normal(text.slice(...range))).join('');
}
