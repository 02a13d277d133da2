import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { safeWrite } from '#main/library/safe-write.ts';
import type { Output } from './command.ts';
import { InputError } from './text-input.ts';

const archives = new Set(['epub', 'docx', 'egiz', 'zip']);

/** Whether files with this ending are archives, which no terminal can show. */
export function isArchive(ending: string): boolean {
  return archives.has(ending);
}

/**
 * Gives what was written to a file, whole or not at all, or to standard output (`null`), which takes text.
 *
 * @throws InputError where there is no such folder
 * @throws LibraryError disk-full, no-permission or write-failed
 */
export async function giveOut(bytes: Uint8Array, file: string | null, output: Output, json: boolean): Promise<void> {
  if (file === null) {
    output.line(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        .toString('utf8')
        .replace(/\r?\n$/u, ''),
    );
    return;
  }
  const path = resolve(file);
  const isFolder = await stat(dirname(path)).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new InputError(`${file} cannot be written: there is no folder ${dirname(path)}`);
  await safeWrite(path, [bytes]);
  if (json) output.line(JSON.stringify({ file: path, bytes: bytes.length }));
}
