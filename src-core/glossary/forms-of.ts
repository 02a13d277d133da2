import { analyse, type PhraseReading } from '#core/language/analyse.ts';
import type { WordKind } from '#core/language/inflection.ts';
import type { Language } from '#core/language/language.ts';
import { addWay, goalsOf, noWays, type WordWays } from './word-ways.ts';

/** A headword to look for, and what kind of word it is; `null` where nobody said. */
export interface Headword {
  readonly text: string;
  readonly kind: WordKind | null;
}

/** A headword that a form belongs to, and its readings, the likeliest first. */
export interface Belonging {
  readonly headword: Headword;
  readonly readings: readonly PhraseReading[];
}

/** Finds the headwords that a form belongs to. */
export interface FormFinder {
  /**
   * Those whose form it is, in the order in which they were given.
   *
   * @param all whether also headwords shorter than the longest are wanted
   */
  find: (form: string, all: boolean) => Belonging[];
}

/** Makes headwords ready to be found by their forms. */
export function formFinder(headwords: readonly Headword[], language: Language): FormFinder {
  const { inflection, words } = language;
  const ways: WordWays<number> = noWays();
  for (const [at, { text, kind }] of headwords.entries()) {
    const ranges = words(text);
    const [first] = ranges;
    if (first === undefined) continue;
    const alone = ranges.length === 1;
    addWay(ways, inflection.stems(text.slice(...first), alone ? kind : 'noun', !alone), at);
  }
  return {
    find: (form, all) => {
      const [first] = words(form);
      if (first === undefined) return [];
      const found = goalsOf(ways, inflection.normal(form.slice(...first)))
        .toSorted((a, b) => a - b)
        .flatMap((at): Belonging[] => {
          const headword = headwords[at];
          if (headword === undefined) return [];
          const readings = analyse(headword.text, form, headword.kind, language);
          return readings.length === 0 ? [] : [{ headword, readings }];
        });
      return all ? found : longest(found);
    },
  };
}

/** A form belongs to the headword of which it holds most: жақсы to жақсы, not to жақ. */
function longest(found: readonly Belonging[]): Belonging[] {
  const most = Math.max(...found.map(stemLength));
  return found.filter((one) => stemLength(one) === most);
}

function stemLength({ readings }: Belonging): number {
  return (readings[0] ?? []).reduce((sum, { stem }) => sum + stem.length, 0);
}
