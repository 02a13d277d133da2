import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeError } from './error.ts';
import { syncFolder, writeAll } from './safe-write.ts';

const newline = 10;
/** `O_NOFOLLOW` is not there on Windows. */
const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/** Opens a file to append to; it is made when it is not there. A symbolic link is not followed. */
export function openToAppend(file: string): Promise<FileHandle> {
  return open(file, flags, 0o666);
}

/**
 * Appends whole lines to a file, made when it is not there, and returns once they are on disk.
 *
 * @param text ends with a line end
 * @throws LibraryError disk-full, no-permission or write-failed; then the file is as long as before, as far as the system lets it
 */
export async function appendLines(file: string, text: string): Promise<void> {
  try {
    const handle = await openToAppend(file);
    try {
      await appendTo(handle, file, await lineStart(handle), text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw writeError(error, file);
  }
}

/** Where the next line begins. */
export interface LineStart {
  /** The size of the file. */
  size: number;
  /** The file ends in a torn line: the next one must begin with a line end. */
  torn: boolean;
}

/** Finds where the next line of a file begins. */
export async function lineStart(handle: FileHandle): Promise<LineStart> {
  const { size } = await handle.stat();
  if (size === 0) return { size, torn: false };
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return { size, torn: bytesRead === 1 && buffer[0] !== newline };
}

/**
 * Appends whole lines to an open file; they are on disk when it returns. Where that fails, what was written of them is cut off.
 *
 * @returns the size of the file then
 */
export async function appendTo(handle: FileHandle, file: string, start: LineStart, text: string): Promise<number> {
  const bytes = Buffer.from(start.torn ? `\n${text}` : text);
  try {
    await writeAll(handle, bytes);
    await handle.datasync();
    if (start.size === 0) await syncFolder(dirname(file));
    return start.size + bytes.length;
  } catch (error) {
    // Where this fails the half line stays: the next append begins behind it, and reading passes over it.
    await cutTo(file, start.size).catch(() => undefined);
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
