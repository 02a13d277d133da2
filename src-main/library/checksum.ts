import { hash, webcrypto } from 'node:crypto';

/** Length of a checksum in characters. */
export const sumLength = 16;

/** A checksum against broken disks and half-written lines (not against malice): 64 bits of SHA-256, hexadecimal. */
export function checksum(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, sumLength);
}

/** The same of a long text, made on another thread meanwhile. */
export async function checksumAside(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await webcrypto.subtle.digest('SHA-256', bytes);
  return Buffer.from(digest).toString('hex').slice(0, sumLength);
}
