import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, realpath, unlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { syncFolder, temporaryFile } from './safe-write.ts';
import { LibraryError, systemCode } from './error.ts';

/** The pattern of a work's id, which is the name of its folder. */
const workId = /^[a-z0-9][a-z0-9-]{0,99}$/;
/** Names that Windows keeps for devices. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether `id` can be the name of a work's folder: small letters, digits and hyphens. */
export function isWorkId(id: string): boolean {
  return workId.test(id) && !deviceName.test(id);
}

/**
 * The name under which a file may hold what has this id: the id itself where it is a harmless name on every system, else a
 * hash of it. Ids come from data, and no path from data is trusted; the records in the file say which ids they are.
 */
export function fileName(id: string): string {
  if (isWorkId(id)) return id;
  return `x-${createHash('sha256').update(id).digest('hex').slice(0, 20)}`;
}

/** Whether `path` is really inside `root` (itself a real path), symbolic links followed. False when it does not exist. */
async function isInside(root: string, path: string): Promise<boolean> {
  try {
    const real = await realpath(path);
    return real === root || real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ELOOP') return false;
    throw error;
  }
}

/** An entry of a folder of the library: `outside` when it is a symbolic link that leads out of it, and is not followed. */
export interface Entry {
  name: string;
  type: 'file' | 'folder' | 'outside';
}

/** The entries of a folder, by name; none when it is not there or is itself a link that leads out of `root`. */
export async function listFolder(root: string, folder: string): Promise<Entry[]> {
  let found;
  try {
    found = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
  if (!(await isInside(root, folder))) return [];
  const entries: Entry[] = [];
  for (const entry of found) {
    if (entry.isFile()) entries.push({ name: entry.name, type: 'file' });
    else if (entry.isDirectory()) entries.push({ name: entry.name, type: 'folder' });
    else if (entry.isSymbolicLink()) {
      entries.push({ name: entry.name, type: await linked(root, join(folder, entry.name)) });
    }
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function linked(root: string, path: string): Promise<Entry['type']> {
  if (!(await isInside(root, path))) return 'outside';
  return (await lstat(await realpath(path))).isDirectory() ? 'folder' : 'file';
}

/**
 * Sees to it that a folder of the library is there and really inside it.
 *
 * @param folder absolute; what is above it must be there already
 * @throws LibraryError no-permission when a symbolic link leads out of the library; else what the system says
 */
export async function ensureFolder(root: string, folder: string): Promise<void> {
  try {
    await mkdir(folder);
    await syncFolder(join(folder, '..'));
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
  if (!(await isInside(root, folder))) {
    throw new LibraryError('no-permission', `${folder} leads out of the library by a symbolic link`, folder);
  }
}

/** Removes temporary files that a process which died left in a folder. Only for whoever holds the library. */
export async function sweep(root: string, folder: string): Promise<void> {
  for (const { name, type } of await listFolder(root, folder)) {
    if (type === 'file' && temporaryFile.test(name)) await unlink(join(folder, name)).catch(() => undefined);
  }
}
