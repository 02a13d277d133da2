import { DictionaryError } from '#core/dictionaries/entry.ts';
import type { ImportFailure } from '#main/api/dictionary-shapes.ts';
import { OverLimit } from '#main/jobs/run-in-thread.ts';
import { LibraryError, writeError } from '#main/library/error.ts';
import { messageOf } from '#main/message-of.ts';

/** SQLite's codes for a full disk and for one that cannot be written. */
const sqliteFailures: Readonly<Record<number, ImportFailure>> = {
  8: 'no-permission',
  10: 'write-failed',
  13: 'disk-full',
  14: 'write-failed',
};

/** Why an import ended without a dictionary. */
export function failureOf(error: unknown): { code: ImportFailure; message: string } {
  const message = messageOf(error);
  if (error instanceof DictionaryError) return { code: error.code, message };
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return { code: sqliteFailures[error.errcode & 0xff] ?? 'internal', message };
  }
  if (error instanceof OverLimit) return { code: 'too-large', message };
  if (error instanceof LibraryError || (error instanceof Error && 'syscall' in error)) {
    const { code } = writeError(error, 'the dictionary');
    return { code: code === 'disk-full' || code === 'no-permission' ? code : 'write-failed', message };
  }
  return { code: 'internal', message };
}
