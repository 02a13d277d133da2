import { transliteratePart } from '#core/language/scripts/transliterate.ts';
import { isWorkId } from '#main/library/paths.ts';

/** Characters of an id that is made from a title. */
const longest = 60;

/** The id of a work by its title, in Latin letters: `Қазан төңкерісі` is `qazan-tongkerisi`; `work` where nothing of it can be written so. */
export function workIdOf(title: string): string {
  const latin = transliteratePart(title.toLowerCase(), 'latn-bgn')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, longest)
    .replace(/-+$/u, '');
  return isWorkId(latin) ? latin : 'work';
}

/** The first of `id`, `id-2`, `id-3`… that is not taken. */
export async function freeId(id: string, isTaken: (id: string) => Promise<boolean>): Promise<string> {
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? id : `${id}-${String(count)}`;
    if (!(await isTaken(next))) return next;
  }
}
