import { open, type FileHandle } from 'node:fs/promises';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { messageOf } from '#main/message-of.ts';
import { checkEntry, entryName } from './check-entry.ts';
import { folderKeys, nameKey } from './entry-name.ts';
import { zipLimits, type ZipLimits } from './limits.ts';
import { unpacked } from './unpack.ts';
import { ZipError } from './zip-error.ts';

/** A file in an archive. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked, in bytes, as the archive states it; reading the entry checks it. */
  readonly size: number;
  /** Where its data stand in the archive, and how many bytes they are. */
  readonly start: number;
  readonly packedSize: number;
  readonly deflated: boolean;
  readonly crc32: number;
}

/** An archive whose directory was checked as a whole. Its entries are unpacked only when they are asked for. */
export interface ZipArchive {
  /** The files by name, in the archive's order; folders are not listed. A Map, so that no name is special. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /**
   * The unpacked bytes of an entry, at most `most` of them.
   * @throws ZipError
   */
  bytes(name: string, most?: number): Promise<Uint8Array>;
  /**
   * The text of an entry in UTF-8, or in UTF-16 with a byte order mark. At most `most` bytes.
   * @throws ZipError
   */
  text(name: string, most?: number): Promise<string>;
}

/**
 * Opens a zip archive that anyone may have made. Its whole directory is checked before anything is handed out: names, doubled
 * names, links, encryption, methods, sizes, ratio, overlapping data; one bad entry refuses the archive. Sizes and checksums are
 * counted when an entry is unpacked. An archive inside the archive is a file like any other and is never opened by itself.
 *
 * @param source the archive's bytes (which must not change while it is used), or the path of a file, which is read whole
 * @throws ZipError; for a path also what the file system says
 */
export async function readZip(source: Uint8Array | string, limits: Partial<ZipLimits> = {}): Promise<ZipArchive> {
  const all: ZipLimits = { ...zipLimits, ...limits };
  const bytes = typeof source === 'string' ? await fileBytes(source, all.archiveBytes) : source;
  if (bytes.length > all.archiveBytes) throw tooBig(bytes.length, all.archiveBytes);
  const entries = await directory(bytes, all);
  const read = async (name: string, most: number): Promise<Uint8Array> => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ZipError('missing', 'the archive has no such entry', name);
    return unpacked(bytes, entry, Math.min(most, all.entryBytes));
  };
  return {
    entries,
    bytes: async (name, most = all.entryBytes) => read(name, most),
    text: async (name, most = all.entryBytes) => decoded(await read(name, most), name),
  };
}

function tooBig(size: number, most: number): ZipError {
  return new ZipError('too-big', `the archive has ${size} bytes; at most ${most} are read`);
}

async function fileBytes(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > most) throw tooBig(size, most);
    return await upTo(file, most);
  } finally {
    await file.close();
  }
}

/** What a file holds, at most one byte more than allowed, so that one that grows, or a pipe, has no end to offer. */
async function upTo(file: FileHandle, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of file.createReadStream({ autoClose: false, end: most })) {
    const bytes = part as Buffer;
    parts.push(bytes);
    length += bytes.length;
  }
  return Buffer.concat(parts, length);
}

async function directory(bytes: Uint8Array, limits: ZipLimits): Promise<Map<string, ZipEntry>> {
  const zip = await opened(bytes);
  if (zip.entryCount > limits.entries) {
    throw new ZipError(
      'too-many-entries',
      `the archive has ${zip.entryCount} entries; at most ${limits.entries} are read`,
    );
  }
  const list = await listed(zip);
  const entries = new Map<string, ZipEntry>();
  const names = new Names();
  let total = 0;
  for (const found of list) {
    const name = entryName(found);
    checkEntry(found, name, limits);
    names.add(name, found.relativeOffsetOfLocalHeader);
    total += found.uncompressedSize;
    if (total > limits.totalBytes) {
      throw new ZipError('too-big', `the archive unpacks to more than ${limits.totalBytes} bytes`, name);
    }
    const start = await dataStart(zip, found, name);
    if (!name.endsWith('/')) entries.set(name, described(found, name, start));
  }
  checkOverlaps(list, entries);
  return entries;
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    throw damaged(error);
  }
}

async function listed(zip: ZipFile): Promise<Entry[]> {
  const list: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) list.push(entry);
  } catch (error) {
    throw damaged(error);
  }
  return list;
}

function damaged(error: unknown): ZipError {
  const message = messageOf(error);
  if (message.includes('encryption')) return new ZipError('encrypted', 'the archive is encrypted');
  if (message.startsWith('End of central directory')) {
    return new ZipError('damaged', 'this is not a zip archive, or its end is missing');
  }
  return new ZipError('damaged', `the archive is damaged: ${message.replace(/\p{Cc}/gu, ' ')}`);
}

/** Every name once, and none both a file and a folder. */
class Names {
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();
  readonly #listed = new Set<string>();

  add(name: string, place: number): void {
    const key = nameKey(name);
    const folder = name.endsWith('/');
    const other = folder ? this.#files.get(key) : (this.#files.get(key) ?? this.#folders.get(key));
    if (other !== undefined || this.#listed.has(key)) throw doubled(name, other ?? name, place);
    this.#listed.add(key);
    (folder ? this.#folders : this.#files).set(key, name);
    for (const above of folderKeys(name)) {
      const file = this.#files.get(above);
      if (file !== undefined) throw doubled(name, file, place);
      this.#folders.set(above, name);
    }
  }
}

function doubled(name: string, other: string, place: number): ZipError {
  const said = name === other ? 'the archive has two entries of this name' : `its name is taken by “${other}”`;
  return new ZipError('doubled', said, name, place);
}

/** Where an entry's data begin. Its own header must say the same as the directory: programs differ in which they believe. */
async function dataStart(zip: ZipFile, entry: Entry, name: string): Promise<number> {
  const place = entry.relativeOffsetOfLocalHeader;
  const header = await zip.readLocalFileHeaderPromise(entry).catch((error: unknown) => {
    throw new ZipError('damaged', damaged(error).message, name, place);
  });
  if (!header.fileName.equals(entry.fileNameRaw)) {
    throw new ZipError('lies', 'its name in the directory is not that before its data', name, place);
  }
  if (header.compressionMethod !== entry.compressionMethod) {
    throw new ZipError('lies', 'its compression method in the directory is not that before its data', name, place);
  }
  if ((header.generalPurposeBitFlag & 1) === 1) throw new ZipError('encrypted', 'it is encrypted', name, place);
  return header.fileDataStart;
}

function described(entry: Entry, name: string, start: number): ZipEntry {
  return {
    name,
    size: entry.uncompressedSize,
    start,
    packedSize: entry.compressedSize,
    deflated: entry.compressionMethod === 8,
    crc32: entry.crc32,
  };
}

/** Entries that share data unpack to many times the archive's size without any of them being suspicious. */
function checkOverlaps(list: readonly Entry[], entries: ReadonlyMap<string, ZipEntry>): void {
  const headers = list.map((entry) => entry.relativeOffsetOfLocalHeader).toSorted((a, b) => a - b);
  if (headers.some((offset, at) => at > 0 && offset === headers[at - 1])) {
    throw new ZipError('lies', 'two entries have the same data');
  }
  let end = 0;
  let before = '';
  for (const { name, start, packedSize } of [...entries.values()].toSorted((a, b) => a.start - b.start)) {
    if (start < end) throw new ZipError('lies', `its data overlap those of “${before}”`, name, start);
    end = start + packedSize;
    before = name;
  }
}

function decoded(bytes: Uint8Array, name: string): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ZipError('not-text', `it is not text in ${wide === null ? 'UTF-8' : 'UTF-16'}`, name);
  }
}
