import type { Language } from './language.ts';
import type { Reading, WordKind } from './inflection.ts';

/** A reading of each word of a form, in its order: one for a headword of one word. */
export type PhraseReading = readonly Reading[];

/** Suffixes that are rarer than others that are written alike; those not named weigh 10. */
const weights: Readonly<Record<string, number>> = {
  'person-1': 15,
  'person-2': 18,
  'person-2-polite': 15,
  'person-2-plural': 15,
  'person-2-plural-polite': 15,
  'person-1-plural': 15,
  'possessive-1': 13,
  'possessive-2': 16,
  'possessive-2-polite': 14,
  'imperative-1': 14,
  'imperative-2': 18,
  'imperative-2-polite': 15,
  'imperative-3': 14,
  'imperative-request': 16,
  aorist: 13,
  optative: 14,
  desire: 14,
  reciprocal: 12,
  present: 9,
  converb: 9,
};

/** Most words of a form that are read; of a longer one nothing is said. */
const mostWords = 12;

/**
 * The legal readings of `form` as a form of `headword`, the likeliest first; none when it is not a form of it. A phrase has
 * one reading for each combination of the readings of its words.
 *
 * @param kind what the headword's last word is; `null` where nobody said
 */
export function analyse(
  headword: string,
  form: string,
  kind: WordKind | null,
  { inflection, words }: Pick<Language, 'inflection' | 'words'>,
): PhraseReading[] {
  const heads = words(headword).map((range) => headword.slice(...range));
  const parts = words(form).map((range) => form.slice(...range));
  if (heads.length === 0 || heads.length !== parts.length || heads.length > mostWords) return [];
  let found: PhraseReading[] = [[]];
  for (const [at, head] of heads.entries()) {
    const last = at === heads.length - 1;
    const normal = inflection.normal(parts[at] ?? '');
    const readings = inflection
      .stems(head, last ? kind : 'noun', heads.length > 1)
      .filter(({ text }) => normal.startsWith(text))
      .flatMap((stem) => stem.readings(normal));
    // Of a word before the last its likeliest reading is enough.
    const ranked = ranking(readings).slice(0, last ? undefined : 1);
    found = found.flatMap((before) => ranked.map((reading) => [...before, reading]));
  }
  return found;
}

/** Each reading once, the likeliest first. */
function ranking(readings: readonly Reading[]): Reading[] {
  const distinct = new Map(readings.map((reading) => [spellReading(reading), reading]));
  return [...distinct.values()].toSorted((a, b) => weightOf(a) - weightOf(b) || b.stem.length - a.stem.length);
}

function weightOf({ suffixes }: Reading): number {
  return suffixes.reduce((sum, { id }) => sum + (weights[id] ?? 10), 0);
}

/** A reading in one line, with the ids of suffixes: `үкімет + possessive-3(і) + genitive(нің)`. */
export function spellReading({ stem, suffixes }: Reading): string {
  return [stem, ...suffixes.map(({ id, letters }) => `${id}(${letters})`)].join(' + ');
}
