import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { baseName } from '#core/formats/loose/needs.ts';

/** Bytes of the greatest file that is looked for and read unasked. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Where the file lies that an alignment names, which itself lies at `alignment`: in the same folder or in a folder there that the name
 * says, packed by gzip or not, else by its last part in the same folder. The name comes from data, so it leads nowhere else: not up, not
 * to another drive, and over no symbolic link.
 *
 * @returns a path; `null` where there is no such file, or the name says a place that is not looked at
 */
export async function fileBeside(alignment: string, name: string): Promise<string | null> {
  const parts = safeParts(name);
  if (parts === null) return null;
  const folder = dirname(alignment);
  const last = baseName(parts.at(-1) ?? '');
  const places = [parts, ...(parts.length > 1 && last !== null ? [[last]] : [])];
  for (const place of places) {
    for (const ending of endings(place.at(-1) ?? '')) {
      const path = [...place.slice(0, -1), ending];
      const found = join(folder, ...path);
      if (basename(found) !== basename(alignment) && (await isPlainFile(folder, path))) return found;
    }
  }
  return null;
}

/** The parts of a name that stays in its folder; `null` for one that could lead out of it. */
function safeParts(name: string): string[] | null {
  // A drive, a stream of Windows' file system, a scheme.
  if (name === '' || name.length > 1000 || /[:\p{Cc}]/u.test(name)) return null;
  const parts = name.split(/[/\\]/u);
  return parts.some((part) => part.trim() === '' || /^[. ]+$/u.test(part)) ? null : parts;
}

/** A name as it is said, and packed or unpacked. */
function endings(name: string): string[] {
  return /\.gz$/iu.test(name) ? [name, name.replace(/\.gz$/iu, '')] : [name, `${name}.gz`];
}

/** Whether a file lies there, and every part of its path below the folder is what it seems. */
async function isPlainFile(folder: string, parts: readonly string[]): Promise<boolean> {
  let path = folder;
  for (const [at, part] of parts.entries()) {
    path = join(path, part);
    try {
      const found = await lstat(path);
      const fits = at === parts.length - 1 ? found.isFile() && found.size <= mostBytes : found.isDirectory();
      if (!fits) return false;
    } catch {
      return false;
    }
  }
  return true;
}
