import { isDeviceName } from '#core/text/device-name.ts';

const control = /\p{Cc}/u;
/** Characters that turn the direction of what is shown after them, so that a name can look like another. */
const turning = /[\u202A-\u202E\u2066-\u2069]/u;
/** Longest name and longest part of it between slashes, in bytes of UTF-8: what common file systems take. */
const longestName = 1024;
const longestPart = 255;

/**
 * What is wrong with the name of an entry, or `null` where it names a file inside the archive on every system. A name has
 * parts between slashes; that of a folder ends in a slash. Entries are never unpacked to the disk under their names, but what
 * reads them resolves addresses against them, and what we write is unpacked by others.
 */
export function nameFault(name: string): string | null {
  if (name === '' || name === '/') return 'its name is empty';
  if (Buffer.byteLength(name) > longestName) return `its name is longer than ${longestName} bytes`;
  if (name.includes('\0')) return 'its name contains a NUL';
  if (control.test(name)) return 'its name contains a control character';
  if (turning.test(name)) return 'its name contains a character that reverses the direction of text';
  if (name.includes('\uFFFD')) return 'its name is not valid UTF-8';
  if (name.startsWith('\\\\') || name.startsWith('//')) return 'its name is a network path';
  if (name.includes('\\')) return 'its name contains a backslash';
  if (name.startsWith('/')) return 'its name is an absolute path';
  if (/^[a-z]:/iu.test(name)) return 'its name begins with a drive';
  if (name.includes(':')) return 'its name contains a colon';
  for (const part of (name.endsWith('/') ? name.slice(0, -1) : name).split('/')) {
    const fault = partFault(part);
    if (fault !== null) return fault;
  }
  return null;
}

function partFault(part: string): string | null {
  if (part === '') return 'its name has an empty part';
  if (part === '..') return 'its name leads to a folder above (“..”)';
  if (part === '.') return 'its name has a part “.”';
  if (Buffer.byteLength(part) > longestPart) return `a part of its name is longer than ${longestPart} bytes`;
  if (/[. ]$/u.test(part)) return 'a part of its name ends in a dot or a space';
  if (isDeviceName(part)) return `its name is that of a device of Windows (“${part}”)`;
  return null;
}

/** Names with the same key are the same file on some system: case and Unicode normalisation do not tell them apart. */
export function nameKey(name: string): string {
  return name.replace(/\/$/u, '').normalize('NFC').toLowerCase().normalize('NFC');
}

/** The keys of the folders that a name lies in, outermost first. */
export function folderKeys(name: string): string[] {
  const parts = nameKey(name).split('/');
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
}
