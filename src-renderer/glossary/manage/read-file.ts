/** The most that one change may be, in bytes of JSON: the API's limit, with room to spare. */
export const largestChange = 7 * 1024 * 1024;
/** The largest file that is read, in bytes. */
export const largestFile = 8 * 1024 * 1024;

/** What could not be read, and why. */
export type Unreadable = 'too-big' | 'not-text' | 'empty';

/**
 * The text of a file of tab-separated values: UTF-8, or with a byte order mark UTF-16, as spreadsheets write it. Line ends
 * and the mark are left to who reads the table.
 */
export function decoded(bytes: Uint8Array): { text: string } | { unreadable: Unreadable } {
  if (bytes.length > largestFile) return { unreadable: 'too-big' };
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { unreadable: 'not-text' };
  }
  if (text.includes('\u0000')) return { unreadable: 'not-text' };
  return text.trim() === '' ? { unreadable: 'empty' } : { text };
}
