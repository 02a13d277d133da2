import type { WorkEntry } from '#main/api/shapes.ts';
import type { Language } from '#renderer/i18n/language.ts';

/** What a reader chooses for an export; as the API asks for it. */
export interface ExportChoice {
  of: 'cards' | 'work' | 'all';
  work: string | null;
  words: boolean;
  clozes: boolean;
  highlights: boolean;
  /** Of translations, a BCP 47 tag. */
  language: string;
}

/** Where words and highlights come from, as one value: `cards`, `all`, or `work <id>`. */
export function sourceOf({ of, work }: Pick<ExportChoice, 'of' | 'work'>): string {
  return of === 'work' ? `work ${work ?? ''}` : of;
}

/** The choice that a value of `sourceOf` stands for. */
export function sourceFrom(value: string): Pick<ExportChoice, 'of' | 'work'> {
  if (value === 'cards' || value === 'all') return { of: value, work: null };
  return { of: 'work', work: value.slice('work '.length) };
}

/** The languages that a translation can be in: those of glosses and editions, the interface's first. */
export function translationLanguages(
  own: Language,
  works: readonly WorkEntry[],
  glosses: readonly string[],
): readonly string[] {
  const tags = [own, ...glosses, ...works.flatMap(({ editions }) => editions.map(({ language }) => language))];
  return [...new Set(tags)];
}

/** The name of an exported file: `egiz-anki-2026-03-05.apkg`, by the calendar here. */
export function exportedName(format: 'apkg' | 'tsv', now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `egiz-anki-${day.join('-')}.${format === 'apkg' ? 'apkg' : 'txt'}`;
}
