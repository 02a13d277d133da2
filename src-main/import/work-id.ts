import { transliteratePart } from '#core/language/scripts/transliterate.ts';
import { LibraryError, type Library, type Store } from '#main/library/library.ts';
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

/** By library, the ids of works that are being made: the second of two imports at the same time gets another. */
const reserved = new WeakMap<Library, Set<string>>();

/**
 * Does something with the first of `id`, `id-2`, `id-3`… that no work of the library has or had, and that nobody else uses until
 * it is done.
 */
export async function withFreeId<T>(library: Library, id: string, use: (id: string) => Promise<T>): Promise<T> {
  const taken = reserved.get(library) ?? new Set();
  reserved.set(library, taken);
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? id : `${id}-${String(count)}`;
    if (taken.has(next)) continue;
    taken.add(next);
    try {
      if ((await workHere(library, next)) === null) return await use(next);
    } finally {
      taken.delete(next);
    }
  }
}

/** The records of a work, deleted ones too; `null` for one that the library never had. @throws LibraryError */
export async function workHere(library: Library, id: string): Promise<Store | null> {
  try {
    return await library.work(id);
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'not-found') return null;
    throw error;
  }
}
