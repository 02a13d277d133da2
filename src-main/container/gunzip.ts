import { promisify } from 'node:util';
import { gunzip as inflate } from 'node:zlib';
import { zipLimits, type ZipLimits } from './limits.ts';
import { ZipError } from './zip-error.ts';

const inflated = promisify(inflate);

/** Whether a file begins as what gzip has packed does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

/**
 * Unpacks a file that gzip has packed, under the limits that an entry of an archive has. It says itself how large it will be, and may
 * lie: unpacking ends where the limit is reached.
 *
 * @throws ZipError
 */
export async function gunzip(
  bytes: Uint8Array,
  { entryBytes, ratio, ratioFrom }: Pick<ZipLimits, 'entryBytes' | 'ratio' | 'ratioFrom'> = zipLimits,
): Promise<Uint8Array> {
  const byRatio = Math.max(ratioFrom, bytes.length * ratio);
  const most = Math.min(entryBytes, byRatio);
  try {
    return await inflated(bytes, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw new ZipError('damaged', 'it is damaged: it cannot be unpacked');
    if (byRatio < entryBytes) throw new ZipError('ratio', `it would unpack to over ${String(ratio)} times its size`);
    throw new ZipError('too-big', `it would unpack to more than ${String(entryBytes)} bytes`);
  }
}
