import { language as languageOf } from '#core/language/language.ts';
import { foldText } from '#core/text/fold.ts';
import { inLanguage, originalTitle, workTitle } from '#renderer/app/titles.ts';
import type { WorkEntry } from '#main/api/shapes.ts';

/** What works are sorted by. */
export const orders = ['read', 'title', 'added'] as const;
export type Order = (typeof orders)[number];

/** The works that are not deleted. */
export function present(works: readonly WorkEntry[]): WorkEntry[] {
  return works.filter(({ work }) => work.deleted !== true);
}

/**
 * The works that hold what was typed in any title, author or translator, in order. By `read` the last read come first, then
 * the others by title; by `added` the newest.
 */
export function listed(works: readonly WorkEntry[], typed: string, order: Order, language: string): WorkEntry[] {
  const words = foldText(typed)
    .text.split(' ')
    .filter((word) => word !== '');
  const { compare } = languageOf(language);
  const title = (entry: WorkEntry): string => workTitle(entry.work, entry.editions, language);
  const byTitle = (a: WorkEntry, b: WorkEntry): number =>
    compare(title(a), title(b)) || compareText(a.work.id, b.work.id);
  const moment = (entry: WorkEntry): string =>
    (order === 'read' ? entry.reading?.at : order === 'added' ? entry.work.created : undefined) ?? '';
  return works
    .filter((entry) => {
      const text = searchable(entry);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => compareText(moment(b), moment(a)) || byTitle(a, b));
}

/** The work that was read last, or `null` when none was read. */
export function lastRead(works: readonly WorkEntry[]): WorkEntry | null {
  return works.reduce<WorkEntry | null>(
    (last, entry) => (entry.reading !== null && (last?.reading?.at ?? '') < entry.reading.at ? entry : last),
    null,
  );
}

/** What a row calls a work: its name, and the original's title where that is another. */
export function titles(
  { work, editions }: WorkEntry,
  language: string,
): { title: string; original: { text: string; language: string } | null; author: string } {
  const title = workTitle(work, editions, language);
  return { title, original: originalTitle(work, editions, title), author: inLanguage(work.author ?? {}, language) };
}

function searchable({ work, editions }: WorkEntry): string {
  const texts = [
    ...Object.values(work.titles),
    ...Object.values(work.author ?? {}),
    ...editions.flatMap(({ title, translator }) => [title, translator ?? '']),
  ];
  return foldText(texts.join('\n')).text;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
