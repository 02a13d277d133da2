import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode, writeError } from './error.ts';

/** Temporary files of `safeWrite`; one that is found when no one writes was left by a process that died. */
export const temporaryFile = /^\..+\.[0-9a-f]{12}\.tmp$/;
/** On Windows a virus scanner or an indexer may hold a file for a moment. */
const heldForAMoment = new Set(['EPERM', 'EBUSY', 'EACCES']);
const mostTries = 8;

/** What tells one state of a file from another: its inode, size and time of writing. */
export async function signature(handle: FileHandle): Promise<string> {
  const { ino, size, mtimeNs } = await handle.stat({ bigint: true });
  return `${String(ino)}:${String(size)}:${String(mtimeNs)}`;
}

/**
 * Replaces a file by new content so that at every moment, also when the power goes or the disk is full, either the old or
 * the new content is there, whole: temporary file beside it, all written, size checked, synced, renamed, folder synced.
 *
 * @returns the new file's signature
 * @throws LibraryError disk-full, no-permission or write-failed; the old file is as it was
 */
export async function safeWrite(file: string, chunks: Iterable<string | Uint8Array>): Promise<string> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const written = await writeNew(temporary, chunks);
    await renamed(temporary, file);
    await syncFolder(dirname(file));
    return written;
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw writeError(error, file);
  }
}

async function writeNew(file: string, chunks: Iterable<string | Uint8Array>): Promise<string> {
  const handle = await open(file, 'wx');
  try {
    let size = 0;
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      await writeAll(handle, bytes);
      size += bytes.length;
    }
    const found = (await handle.stat()).size;
    if (found !== size) throw new Error(`${String(found)} of ${String(size)} bytes were written`);
    await handle.sync();
    return await signature(handle);
  } finally {
    await handle.close();
  }
}

/** Writes all of `bytes` at the handle's place: a single write may write a part only. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    if (bytesWritten === 0) throw new Error(`only ${String(done)} of ${String(bytes.length)} bytes were written`);
    done += bytesWritten;
  }
}

async function renamed(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (tries === mostTries || !heldForAMoment.has(systemCode(error) ?? '')) throw error;
      await wait(10 * 2 ** tries);
    }
  }
}

/** Makes a new name in a folder last. Windows cannot, and needs not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some file systems (network, FUSE) refuse it for folders.
    if (systemCode(error) !== 'EINVAL' && systemCode(error) !== 'ENOTSUP') throw error;
  } finally {
    await handle.close();
  }
}
