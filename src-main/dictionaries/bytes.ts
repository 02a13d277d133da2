import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { DictionaryError } from '#core/dictionaries/entry.ts';
import { decode, NotText } from '#main/text/decode.ts';

/** Bytes that are read at a time. */
const piece = 256 * 1024;
/** Bytes that are looked at to tell what a file is. */
const sample = 64 * 1024;
/**
 * How much a packed file may become: a hundred times its size, which no dictionary comes near, beyond a size that does no harm;
 * and never more than this.
 */
const harmless = 64 * 1024 * 1024;
const mostRatio = 100;
const mostBytes = 16 * 1024 ** 3;

/** Told of the share of a file that was read, 0 to 1. */
export type Progress = (share: number) => void;

/**
 * The bytes of a file, unpacked where it is gzip (also dictzip), bit by bit.
 *
 * @throws DictionaryError bad-file for damaged gzip, too-large for what unpacks to more than any dictionary
 */
export async function* bytesOf(path: string, progress: Progress = () => undefined): AsyncGenerator<Buffer> {
  const { size } = await stat(path);
  const file = createReadStream(path, { highWaterMark: piece });
  const packed = await isGzip(path);
  let given = 0;
  try {
    for await (const bytes of packed ? unpacked(file) : (file as AsyncIterable<Buffer>)) {
      given += bytes.length;
      if (packed && (given > mostBytes || (given > harmless && given > file.bytesRead * mostRatio))) {
        throw new DictionaryError('too-large', `unpacked it has more than ${given} bytes, out of ${file.bytesRead}`);
      }
      yield bytes;
      progress(size === 0 ? 1 : file.bytesRead / size);
    }
  } finally {
    file.destroy();
  }
}

async function* unpacked(file: ReadStream): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: piece });
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  try {
    for await (const bytes of gunzip as AsyncIterable<Buffer>) yield bytes;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) {
      throw new DictionaryError(
        'bad-file',
        `the packed file is damaged: ${error instanceof Error ? error.message : code}`,
      );
    }
    throw error;
  } finally {
    gunzip.destroy();
  }
}

/** Whether a file is packed with gzip. */
export async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** The first bytes of a file, unpacked. */
export async function firstBytes(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const bytes of bytesOf(path)) {
    pieces.push(bytes);
    size += bytes.length;
    if (size >= sample) break;
  }
  return Buffer.concat(pieces).subarray(0, sample);
}

/** The text that a file begins with; the last letters may be cut. `language` (BCP 47) tells which encodings are likely. */
export async function firstText(path: string, language: string): Promise<string> {
  const bytes = await firstBytes(path);
  return iconv.decode(bytes, encodingOf(bytes, language));
}

/**
 * The text of a file, bit by bit: UTF-8, UTF-16 or an older encoding, told by its beginning. Bytes that are none become U+FFFD.
 *
 * @throws DictionaryError as `bytesOf`, and bad-file for what is no text
 */
export async function* textOf(path: string, language: string, progress?: Progress): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encodingOf(await firstBytes(path), language));
  for await (const bytes of bytesOf(path, progress)) yield decoder.write(bytes);
  yield decoder.end() ?? '';
}

function encodingOf(bytes: Buffer, language: string): string {
  const text = bytes.toString('utf8');
  // The last letter may be cut; a few broken ones are a few broken records.
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  if (!bytes.includes(0) && (broken <= 1 || whole > broken * 20)) return 'utf-8';
  try {
    return decode(bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1), language).encoding;
  } catch (error) {
    if (error instanceof NotText) throw new DictionaryError('bad-file', error.message);
    throw error;
  }
}
