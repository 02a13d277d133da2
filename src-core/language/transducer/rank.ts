import type { PhraseReading } from '../analyse.ts';
import type { Analysis } from './analysis.ts';
import { suffixesOfTags } from './tags.ts';

/**
 * Readings of a form, those first that agree best with what a transducer says of its last word: the lemma, then the suffixes.
 * Of readings that agree alike the order stays; without analyses all stays as it is.
 */
export function rankReadings(
  readings: readonly PhraseReading[],
  analyses: readonly Analysis[],
): readonly PhraseReading[] {
  if (analyses.length === 0 || readings.length < 2) return readings;
  return readings
    .map((reading) => ({ reading, agreement: Math.max(...analyses.map((one) => agreement(reading, one))) }))
    .toSorted((a, b) => b.agreement - a.agreement)
    .map(({ reading }) => reading);
}

/** How far a reading says what an analysis says, 0 to 2: 1 for the lemma and the kind of word, up to 1 more for the suffixes. */
export function agreement(reading: PhraseReading, { lemma, tags }: Analysis): number {
  const last = reading.at(-1);
  if (last === undefined || last.stem !== lemma.normalize('NFC').toLowerCase()) return 0;
  const wanted = suffixesOfTags(tags);
  if (wanted.kind !== null && wanted.kind !== last.kind) return 0;
  const own = last.suffixes.map(({ id }) => id);
  return 1 + overlap(own, wanted.suffixes);
}

/** The share of what either list has that both have, as multisets; 1 for two empty ones. */
function overlap(own: readonly string[], wanted: readonly (readonly string[])[]): number {
  const rest = [...own];
  let both = 0;
  for (const ids of wanted) {
    const at = rest.findIndex((id) => ids.includes(id));
    if (at < 0) continue;
    rest.splice(at, 1);
    both++;
  }
  const all = own.length + wanted.length - both;
  return all === 0 ? 1 : both / all;
}
