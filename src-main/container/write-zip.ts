import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { nameFault, nameKey } from './entry-name.ts';

/** A file to be written into an archive. */
export interface NewEntry {
  readonly name: string;
  /** Text is written as UTF-8. */
  readonly data: string | Uint8Array;
  /** Not compressed, as an EPUB's first entry must be, and as suits what is compressed already. */
  readonly stored?: boolean;
}

/** The first moment that a zip archive can state. Local time, since that is what the format has; no zone is written. */
const beginning = new Date(1980, 0, 1);
const plainFile = 0o100_644;

/**
 * A zip archive of the entries in their order. The same entries give the same bytes, on every day and in every time zone.
 *
 * @throws RangeError for a name that `readZip` would refuse, and for doubled ones
 */
export async function writeZip(entries: Iterable<NewEntry>): Promise<Uint8Array> {
  const zip = new ZipFile();
  const names = new Set<string>();
  for (const { name, data, stored = false } of entries) {
    const fault = nameFault(name) ?? (names.has(nameKey(name)) ? 'its name is taken' : null);
    if (fault !== null) throw new RangeError(`entry “${name}” cannot be written: ${fault}`);
    names.add(nameKey(name));
    const bytes =
      typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    zip.addBuffer(bytes, name, { compress: !stored, mtime: beginning, mode: plainFile, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
