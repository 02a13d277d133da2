import { open, readFile } from 'node:fs/promises';
import { looksLikeEgiz, tellingBytes } from '#core/formats/egiz-file/recognise.ts';
import { InputError, reasonOf } from './text-input.ts';

/** The bytes of a file. @throws InputError naming it */
export async function fileBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

/** Whether a file is a work of Egiz, by its name or by what is in it. One that cannot be read is none: whoever reads it says why. */
export async function isEgizFile(file: string): Promise<boolean> {
  if (/\.egiz$/iu.test(file)) return true;
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    const part = async (position: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(Math.min(size, tellingBytes));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
      return bytes.subarray(0, bytesRead);
    };
    return looksLikeEgiz(await part(0), await part(Math.max(0, size - tellingBytes)));
  } catch {
    return false;
  }
}
