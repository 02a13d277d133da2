import type { MessagePort } from 'node:worker_threads';
import { DictionaryError } from '#core/dictionaries/entry.ts';
import type { ImportFailure, ImportReport } from '#main/api/dictionary-shapes.ts';
import { LibraryError, writeError } from '#main/library/error.ts';
import { importHere, type ImportProgress, type ImportTask } from './import-here.ts';

/** What the thread of an import tells. */
export type ThreadMessage =
  | { type: 'progress'; progress: ImportProgress }
  | { type: 'report'; report: ImportReport }
  | { type: 'failed'; code: ImportFailure; message: string };

/** Does the import that a thread was started for. */
export async function answerImport(port: MessagePort, data: unknown): Promise<void> {
  const { task } = data as { task: ImportTask };
  const send = (message: ThreadMessage): void => {
    port.postMessage(message);
  };
  try {
    send({ type: 'report', report: await importHere(task, (progress) => send({ type: 'progress', progress })) });
  } catch (error) {
    send({ type: 'failed', ...failureOf(error) });
  }
}

/** SQLite's codes for a full disk and for one that cannot be written. */
const sqliteFailures: Readonly<Record<number, ImportFailure>> = {
  8: 'no-permission',
  10: 'write-failed',
  13: 'disk-full',
  14: 'write-failed',
};

/** Why an import ended without a dictionary. */
export function failureOf(error: unknown): { code: ImportFailure; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof DictionaryError) return { code: error.code, message };
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return { code: sqliteFailures[error.errcode & 0xff] ?? 'internal', message };
  }
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { code: 'too-large', message };
  }
  if (error instanceof LibraryError || (error instanceof Error && 'syscall' in error)) {
    const { code } = writeError(error, 'the dictionary');
    return { code: code === 'disk-full' || code === 'no-permission' ? code : 'write-failed', message };
  }
  return { code: 'internal', message };
}
