import { readFile } from 'node:fs/promises';
import { InputError, reasonOf } from './text-input.ts';

/** The bytes of a file. @throws InputError naming it */
export async function fileBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}
