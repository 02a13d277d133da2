import type { Language } from '#core/language/language.ts';

/** Which forms of a word count as that word. Exact form is the simplest answer; rules of inflection are another. */
export interface Forms {
  /** What a word of a headword is filed under. */
  key(word: string): string;
  /** What a word of running text may be filed under, the likeliest first, each once. */
  keys(word: string): readonly string[];
}

/** A word counts only in the form of the headword, capitals aside. */
export function exactForms(language: Language): Forms {
  const key = (word: string): string => language.lower(word.normalize('NFC'));
  return { key, keys: (word) => [key(word)] };
}
