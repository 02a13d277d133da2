import type { DictionaryEntry, DictionaryReader, EntrySink, SkipCode } from '#core/dictionaries/entry.ts';

/** What a reader gave. */
export interface Collected {
  entries: DictionaryEntry[];
  skips: [code: SkipCode, place: string, detail: string][];
  others: number;
}

/** Reads a text in pieces of `size` code units. */
export function collected(make: (sink: EntrySink) => DictionaryReader, text: string, size = text.length): Collected {
  const found: Collected = { entries: [], skips: [], others: 0 };
  const reader = make({
    entry: (entry) => found.entries.push(entry),
    skip: (...skip) => found.skips.push(skip),
    otherLanguage: () => found.others++,
  });
  for (let at = 0; at < text.length; at += Math.max(1, size)) reader.push(text.slice(at, at + Math.max(1, size)));
  reader.end();
  return found;
}

/** Headwords with their senses: `үкімет: government | cabinet`. */
export function lines({ entries }: Collected): string[] {
  return entries.map(({ headword, senses }) => `${headword}: ${senses.join(' | ')}`);
}
