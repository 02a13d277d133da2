import type { Language } from '#core/language/language.ts';

/**
 * What a headword or a form is filed under: its words in normal form (see `Inflection.normal`), one space between them. White
 * space, dashes and quotation marks between words do not count. '' for a text without words.
 */
export function keyOf(text: string, { words, inflection }: Pick<Language, 'words' | 'inflection'>): string {
  return words(text)
    .map((range) => inflection.normal(text.slice(...range)))
    .join(' ');
}
