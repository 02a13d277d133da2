import type { LocalisedText } from '#core/records/record.ts';
import type { Edition, Section, Work } from '#core/records/work.ts';

/** A text in the first of these languages that it has; else in any; `''` when it has none. */
export function inLanguage(text: LocalisedText, ...languages: readonly string[]): string {
  for (const language of languages) {
    const found = text[language];
    if (found !== undefined && found !== '') return found;
  }
  return Object.values(text).find((one) => one !== '') ?? '';
}

/** The language of a work's original. */
function originalLanguage(work: Work, editions: readonly Edition[]): string {
  return editions.find(({ id }) => id === work.original)?.language ?? 'und';
}

/** What a work is called: the reader's own name for it (`und`), else its title in the interface's language, else the original's. */
export function workTitle(work: Work, editions: readonly Edition[], language: string): string {
  return inLanguage(work.titles, 'und', language, originalLanguage(work, editions)) || work.id;
}

/** The language of what `workTitle` gives; `null` for the reader's own name for a work. */
export function titleLanguage(work: Work, editions: readonly Edition[], language: string): string | null {
  const text = workTitle(work, editions, language);
  if (work.titles['und'] === text) return null;
  const likely = [language, originalLanguage(work, editions), ...Object.keys(work.titles)];
  return likely.find((tag) => work.titles[tag] === text) ?? null;
}

/** The title that the original bears, or `null` where it says the same as `shown`. */
export function originalTitle(
  work: Work,
  editions: readonly Edition[],
  shown: string,
): { text: string; language: string } | null {
  const language = originalLanguage(work, editions);
  const text = work.titles[language] ?? editions.find(({ id }) => id === work.original)?.title ?? '';
  return text === '' || text === shown ? null : { text, language };
}

/** The title of a section: of an editorial one in the interface's language, of another in its edition's. */
export function sectionTitle(section: Section, language: string): string {
  return inLanguage(section.titles, language);
}
