import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import type { DecodedText } from '#main/api/shapes.ts';

/** The most that one change may be, in bytes of JSON: the API's limit, with room to spare. */
export const largestChange = 7 * 1024 * 1024;
/** The largest file that is read, in bytes. */
export const largestFile = 8 * 1024 * 1024;

/** The encodings that a file may be in, as they are called. */
export const encodingNames: Record<DecodedText['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  rk1048: 'RK1048',
  pt154: 'PT154',
  'koi8-r': 'KOI8-R',
  cp866: 'CP866',
  'windows-1252': 'Windows-1252',
};

/** What could not be read, and why. */
export type Unreadable = 'too-big' | 'not-text' | 'empty';

/** What is to be imported: a file, or what was pasted (`file` is `null`). */
export interface Source {
  text: string;
  file: { name: string; bytes: ArrayBuffer; encoding: DecodedText['encoding'] } | null;
}

/**
 * Reads a file: its encoding is found where none is given. `language` is the one that its words are likely in.
 *
 * @throws ApiFailure when the library cannot be reached
 */
export async function readSource(
  name: string,
  bytes: ArrayBuffer,
  language: string,
  encoding?: DecodedText['encoding'],
): Promise<Source | Unreadable> {
  try {
    const query = { language, ...(encoding === undefined ? {} : { encoding }) };
    const found = await answer(api.glossary.decode.$post({ query }, { init: { method: 'POST', body: bytes } }));
    // A spreadsheet's own file, or a picture, read in an encoding in which every byte says something.
    if (found.text.includes('\u0000')) return 'not-text';
    return found.text.trim() === '' ? 'empty' : { text: found.text, file: { name, bytes, encoding: found.encoding } };
  } catch (cause) {
    if (cause instanceof ApiFailure && cause.code === 'bad-request') return 'not-text';
    throw cause;
  }
}
