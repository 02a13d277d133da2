import { hash } from 'node:crypto';

/** Length of a checksum in characters. */
export const sumLength = 16;

/** A checksum against broken disks and half-written lines (not against malice): 64 bits of SHA-256, hexadecimal. */
export function checksum(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex').slice(0, sumLength);
}
