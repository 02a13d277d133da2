import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { ForeignNotes } from '#core/review/anki/foreign.ts';
import { readZip, type ZipArchive } from '#main/container/read-zip.ts';
import { ZipError } from '#main/container/zip-error.ts';
import { PackageError } from './package-error.ts';
import { numberIn } from './protobuf.ts';
import { readCollection } from './read-collection.ts';

const decompress = promisify(zstdDecompress);
const mebibyte = 1024 * 1024;
/** Largest collection that is read, in bytes, and how many times its packed size it may have once it is larger than `ratioFrom`. */
const largestCollection = 256 * mebibyte;
const mostRatio = 200;
const ratioFrom = 4 * mebibyte;
/** Media are not read, and many: only their names count against a package. */
const limits = { entries: 200_000, totalBytes: 4096 * mebibyte, entryBytes: largestCollection };

/**
 * The notes of a package of Anki (`.apkg`, `.colpkg`) in any of its forms.
 *
 * @throws PackageError
 */
export async function readPackage(bytes: Uint8Array): Promise<ForeignNotes> {
  return readCollection(await collectionOf(bytes));
}

async function collectionOf(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const zip = await readZip(bytes, limits);
    const name = await collectionName(zip);
    const packed = await zip.bytes(name, largestCollection);
    return name.endsWith('b') ? await unpacked(packed) : packed;
  } catch (error) {
    throw error instanceof ZipError ? refused(error) : error;
  }
}

/** The file that holds the collection, by what the package says of itself; without a word of its own, by what is there. */
async function collectionName(zip: ZipArchive): Promise<string> {
  const names = ['collection.anki2', 'collection.anki21', 'collection.anki21b'];
  if (zip.entries.has('meta')) {
    const version = numberIn(await zip.bytes('meta', 1000), 1);
    if (version === null || version === 0) throw new PackageError('damaged', 'the package does not state its version');
    const name = names[version - 1];
    if (name === undefined) {
      throw new PackageError('newer', `the package has version ${String(version)}; at most 3 is read`);
    }
    return name;
  }
  const name = names.toReversed().find((one) => zip.entries.has(one));
  if (name === undefined) throw new PackageError('not-package', 'the archive has no collection of Anki');
  return name;
}

async function unpacked(packed: Uint8Array): Promise<Uint8Array> {
  const most = Math.min(largestCollection, Math.max(ratioFrom, packed.length * mostRatio));
  try {
    return await decompress(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooBig = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooBig) throw new PackageError('too-big', `the collection unpacks to more than ${String(most)} bytes`);
    throw new PackageError('damaged', 'the collection cannot be unpacked');
  }
}

function refused(error: ZipError): PackageError {
  const code =
    error.code === 'too-big' || error.code === 'too-many-entries'
      ? 'too-big'
      : error.code === 'damaged' || error.code === 'missing'
        ? 'not-package'
        : 'unsafe';
  return new PackageError(code, error.message, { cause: error });
}
