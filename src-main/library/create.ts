import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyRecord } from '#core/records/schema.ts';
import { LibraryError, writeError } from './error.ts';
import { ensureFolder, isWorkId, listFolder } from './paths.ts';
import { safeWrite, syncFolder } from './safe-write.ts';
import { fileOf, snapshotText } from './snapshot.ts';

/** The folder of a work that is being written; one that is found when no one writes was left by a process that died. */
const unfinished = /^\.[a-z0-9][a-z0-9-]{0,99}\.new$/;

/**
 * Writes the folder of a new work: under another name first, so that at every moment the whole work is there or nothing of it.
 *
 * @param records stamped
 * @throws LibraryError bad-request when there is such a work already or the id cannot be a folder's name; disk-full,
 *   no-permission or write-failed
 */
export async function createFolder(
  root: string,
  id: string,
  records: readonly AnyRecord[],
  device: string,
): Promise<void> {
  if (!isWorkId(id)) throw new LibraryError('bad-request', `${JSON.stringify(id)} cannot be the id of a work`, id);
  const works = join(root, 'works');
  const temporary = join(works, `.${id}.new`);
  await ensureFolder(root, works);
  if ((await listFolder(root, works)).some(({ name }) => name === id)) {
    throw new LibraryError('bad-request', `there is a work ${id} already`, id);
  }
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary);
    for (const [file, list] of Map.groupBy(records, fileOf)) {
      const [sub, name] = file.split('/');
      if (name !== undefined && sub !== undefined) await ensureFolder(root, join(temporary, sub));
      await safeWrite(join(temporary, file), await snapshotText(list, device));
    }
    await syncFolder(temporary);
    await rename(temporary, join(works, id));
    await syncFolder(works);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw writeError(error, join(works, id));
  }
}

/** Removes what a process that died left of a work it was writing. Only for whoever holds the library. */
export async function sweepUnfinished(root: string): Promise<void> {
  const works = join(root, 'works');
  for (const { name, type } of await listFolder(root, works)) {
    if (type === 'folder' && unfinished.test(name)) await rm(join(works, name), { recursive: true, force: true });
  }
}
