import type { Inflection } from './inflection.ts';

/** The inflection of a language without rules: a word counts only in the form of the headword, capitals aside. */
export function exactInflection(lower: (text: string) => string): Inflection {
  const normal = (word: string): string => lower(word.normalize('NFC'));
  return {
    normal,
    stems: (word, kind) => {
      const stem = normal(word);
      return [
        {
          text: stem,
          accepts: (form) => form === stem,
          readings: (form) => (form === stem ? [{ kind: kind ?? 'noun', stem, suffixes: [] }] : []),
        },
      ];
    },
    likelyKind: () => null,
  };
}
