import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeError } from './error.ts';
import { syncFolder, writeAll } from './safe-write.ts';

const newline = 10;
/** `O_NOFOLLOW` is not there on Windows. */
const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/**
 * Appends whole lines to a file, made when it is not there, and returns once they are on disk. The file is opened each time: so
 * nothing is lost in a file that a synchroniser replaced or a person moved away. Should a line in it be torn, the new ones begin
 * on a line of their own.
 *
 * @param text ends with a line end
 * @throws LibraryError disk-full, no-permission or write-failed; then the file is as long as before, as far as the system lets it
 */
export async function appendLines(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, flags, 0o666);
    try {
      await appended(handle, file, text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw writeError(error, file);
  }
}

async function appended(handle: FileHandle, file: string, text: string): Promise<void> {
  const { size } = await handle.stat();
  const bytes = Buffer.from(size > 0 && (await lastByte(handle, size)) !== newline ? `\n${text}` : text);
  try {
    await writeAll(handle, bytes);
    const found = (await handle.stat()).size;
    if (found < size + bytes.length) {
      throw new Error(`${String(found - size)} of ${String(bytes.length)} bytes were written`);
    }
    await handle.datasync();
    if (size === 0) await syncFolder(dirname(file));
  } catch (error) {
    // Where this fails the half line stays: the next append begins behind it, and reading passes over it.
    await cutTo(file, size).catch(() => undefined);
    throw error;
  }
}

/** Shortens a file to `size` bytes, on disk. */
export async function cutTo(file: string, size: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(size);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function lastByte(handle: FileHandle, size: number): Promise<number> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return bytesRead === 1 ? (buffer[0] ?? newline) : newline;
}
