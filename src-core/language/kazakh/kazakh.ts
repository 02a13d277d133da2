import type { Inflection, Stem, WordKind } from '../inflection.ts';
import { irregularVerbStems, isOfTime, numeralStems, pronounStems } from './irregular.ts';
import { nominalStems, possessedStems } from './nominal-stems.ts';
import { mayInflect } from './own-words.ts';
import { makeStem, type StemStart } from './stem.ts';
import { verbsOf, verbStems } from './verb-stems.ts';

/** How Kazakh words are inflected: by legal chains of suffixes, with vowel harmony and the changes of stems. */
export const kazakhInflection: Inflection = {
  normal,
  stems: (word, kind, phrase) => {
    const small = normal(word);
    if (small === '') return [];
    const stems: StemStart[] = [];
    if (kind !== 'verb') stems.push(...nounStems(small, phrase));
    if (kind !== 'noun') {
      for (const verb of verbsOf(small)) stems.push(...verbStems(verb), ...irregularVerbStems(verb));
    }
    return stems.map((start) => ofWord(makeStem(start), small, start.kind));
  },
  // A verbal noun, or a verb made from a noun; any other headword is far more often a nominal.
  likelyKind: (word) => (/(?:[ую]|[лдт][ае](?:н|с|т)?)$/u.test(normal(word)) ? null : 'noun'),
};

/** Soft hyphens, stress marks, and apostrophes that are not the typewriter's. */
const unwanted = /\u00AD|\u0301|[’ʼ]/u;

function normal(word: string): string {
  const composed = word.normalize('NFC').toLowerCase();
  return unwanted.test(composed) ? composed.replace(/\u00AD|\u0301/gu, '').replace(/[’ʼ]/gu, "'") : composed;
}

function nounStems(word: string, phrase: boolean): StemStart[] {
  const irregular = pronounStems(word) ?? numeralStems(word);
  if (irregular !== null) return irregular;
  const stems = nominalStems(word, isOfTime(word) ? 'time' : 'noun');
  return phrase ? [...stems, ...possessedStems(word)] : stems;
}

/** The same stem, without the words that are words of their own. */
function ofWord(stem: Stem, word: string, kind: WordKind): Stem {
  return {
    text: stem.text,
    accepts: (form) => mayInflect(form, word, kind) && stem.accepts(form),
    readings: (form) => (mayInflect(form, word, kind) ? stem.readings(form) : []),
  };
}
