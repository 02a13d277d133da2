import { manifestName } from './manifest.ts';

/** So many bytes of a file's beginning and of its end tell whether it is a work of Egiz: the archive lists its entries at the end. */
export const tellingBytes = 256 * 1024;

const signature = [0x50, 0x4b, 0x03, 0x04];
const name = Array.from(manifestName, (letter) => letter.charCodeAt(0));

/**
 * Whether a file is a work of Egiz, whatever its name: an archive with the manifest among its entries. Browsers and mail
 * programs rename what they save. What is in it is checked when it is read.
 *
 * @param start its first bytes
 * @param end its last bytes; of a small file the same
 */
export function looksLikeEgiz(start: Uint8Array, end: Uint8Array): boolean {
  return signature.every((byte, at) => start[at] === byte) && (holds(start, name) || holds(end, name));
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, step) => bytes[at + step] === byte)) return true;
  }
  return false;
}
