import { getFileNameLowLevel, type Entry } from 'yauzl';
import { nameFault } from './entry-name.ts';
import type { ZipLimits } from './limits.ts';
import { ZipError } from './zip-error.ts';

/** Bits of an entry's flags (APPNOTE 4.4.4): encrypted, strongly encrypted, directory masked. */
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const utf8Flag = 0x0800;
/** The type in a file's mode of Unix, the upper half of an entry's external attributes. */
const typeMask = 0xf000;
const link = 0xa000;
const plainTypes = new Set([0, 0x8000, 0x4000]);

/** The name of an entry. Without the flag for UTF-8 it is read as such where it can be: many programs forget the flag. */
export function entryName(entry: Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  const unmarked = (flags & utf8Flag) === 0 && !extraFields.some(({ id }) => id === 0x7075);
  if (unmarked && isUtf8(raw)) return raw.toString('utf8');
  try {
    return getFileNameLowLevel(flags, raw, extraFields, true);
  } catch {
    throw new ZipError(
      'damaged',
      'its Unicode name is cut short',
      raw.toString('latin1'),
      entry.relativeOffsetOfLocalHeader,
    );
  }
}

function isUtf8(raw: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses an entry by what the archive's directory says of it.
 *
 * @throws ZipError
 */
export function checkEntry(entry: Entry, name: string, limits: ZipLimits): void {
  const place = entry.relativeOffsetOfLocalHeader;
  const fault = nameFault(name);
  if (fault !== null) throw new ZipError('name', fault, name, place);
  const type = (entry.externalFileAttributes >>> 16) & typeMask;
  if (type === link) throw new ZipError('special', 'it is a symbolic link', name, place);
  if (!plainTypes.has(type)) throw new ZipError('special', 'it is neither a file nor a folder', name, place);
  const encrypted = (entry.generalPurposeBitFlag & encryptedFlags) !== 0;
  if (encrypted) throw new ZipError('encrypted', 'it is encrypted', name, place);
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8) {
    throw new ZipError(
      'method',
      `it is compressed by method ${method}; only stored and deflated are read`,
      name,
      place,
    );
  }
  checkSizes(entry, name, limits);
}

function checkSizes(entry: Entry, name: string, { entryBytes, ratio, ratioFrom }: ZipLimits): void {
  const { uncompressedSize: size, compressedSize: packed, relativeOffsetOfLocalHeader: place } = entry;
  if (size > entryBytes) {
    throw new ZipError('too-big', `it unpacks to ${size} bytes; at most ${entryBytes} are read`, name, place);
  }
  if (name.endsWith('/') && size > 0) throw new ZipError('lies', 'it is a folder and has data', name, place);
  if (entry.compressionMethod === 0 && packed !== size) {
    throw new ZipError('lies', `it is stored, but of its ${size} bytes there are ${packed}`, name, place);
  }
  if (size > ratioFrom && size > packed * ratio) {
    const times = Math.round(size / Math.max(1, packed));
    throw new ZipError('ratio', `it unpacks to ${times} times its size; at most ${ratio} times is read`, name, place);
  }
}
