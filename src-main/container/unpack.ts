import { crc32, createInflateRaw } from 'node:zlib';
import type { ZipEntry } from './read-zip.ts';
import { ZipError } from './zip-error.ts';

/**
 * The data of an entry, unpacked. They are counted as they come out: more than the archive stated end it at once, and so does
 * another checksum, so that an archive that lies costs no more than it said.
 *
 * @throws ZipError
 */
export async function unpacked(archive: Uint8Array, entry: ZipEntry, most: number): Promise<Uint8Array> {
  const { name, size, start } = entry;
  if (size > most) throw new ZipError('too-big', `it unpacks to ${size} bytes; at most ${most} are read`, name, start);
  const packed = archive.subarray(start, start + entry.packedSize);
  const bytes = entry.deflated ? await inflated(packed, entry) : packed.slice();
  if (bytes.length !== size) throw lies(entry, `the archive states ${size} bytes, there are ${bytes.length}`);
  if (crc32(bytes) !== entry.crc32) throw lies(entry, 'its checksum is wrong');
  return bytes;
}

async function inflated(packed: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const inflate = createInflateRaw();
  const parts: Buffer[] = [];
  let length = 0;
  inflate.end(packed);
  try {
    for await (const part of inflate) {
      const bytes = part as Buffer;
      length += bytes.length;
      if (length > entry.size) throw lies(entry, `the archive states ${entry.size} bytes, there are more`);
      parts.push(bytes);
    }
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('damaged', 'its data are damaged', entry.name, entry.start);
  }
  if (inflate.bytesWritten !== packed.length) throw lies(entry, 'bytes follow the end of its data');
  return Buffer.concat(parts, length);
}

function lies(entry: ZipEntry, message: string): ZipError {
  return new ZipError('lies', message, entry.name, entry.start);
}
