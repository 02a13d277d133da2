import { analyse, type PhraseReading } from '#core/language/analyse.ts';
import type { Language } from '#core/language/language.ts';
import { agreement, rankReadings } from '#core/language/transducer/rank.ts';
import type { Analysis } from '#core/language/transducer/analysis.ts';
import { keyOf } from './keys.ts';
import { kindOfPart, type PartOfSpeech } from './part-of-speech.ts';

/** What of an entry tells whether a form belongs to it. */
export interface Candidate {
  headword: string;
  partOfSpeech: PartOfSpeech | null;
  /** It was found by a spelling that the dictionary gives for it, not by its headword. */
  given: boolean;
}

/** An entry that a form belongs to. */
export interface Belonging<Entry> {
  entry: Entry;
  /** `null` where the form is the headword, or a spelling that the dictionary gives. */
  reading: PhraseReading | null;
}

/**
 * Those of some entries that `form` belongs to: first the headwords that it is, then spellings that a dictionary gives, then those
 * of which it is a form, of these the ones first that an analyser names, then those of which it holds most and adds least.
 */
export function belonging<Entry extends Candidate>(
  form: string,
  entries: readonly Entry[],
  language: Language,
  analyses: readonly Analysis[] = [],
): Belonging<Entry>[] {
  const own = keyOf(form, language);
  const ranked = entries.flatMap((entry): (Belonging<Entry> & { rank: readonly number[] })[] => {
    if (keyOf(entry.headword, language) === own) {
      // Among equal headwords, the one that is written the same comes first: Алаш before алаш.
      return [{ entry, reading: null, rank: [0, entry.headword === form ? 0 : 1] }];
    }
    if (entry.given) return [{ entry, reading: null, rank: [1] }];
    const kind = kindOfPart(entry.partOfSpeech);
    const [reading] = rankReadings(analyse(entry.headword, form, kind, language), analyses);
    if (reading === undefined) return [];
    const agrees = Math.max(0, ...analyses.map((one) => agreement(reading, one)));
    const stem = reading.reduce((sum, word) => sum + word.stem.length, 0);
    const suffixes = reading.reduce((sum, word) => sum + word.suffixes.length, 0);
    return [{ entry, reading, rank: [2, -agrees, -stem, suffixes] }];
  });
  return ranked.toSorted((a, b) => byRank(a.rank, b.rank)).map(({ entry, reading }) => ({ entry, reading }));
}

function byRank(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
