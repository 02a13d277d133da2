import { FormatError } from '#core/formats/format-error.ts';
import { IncompleteAlignment } from '#core/formats/loose/needs.ts';
import { OtherKind } from '#core/formats/other-kind.ts';
import type { ReadFailure } from '#main/api/import-shapes.ts';
import type { FileRead } from '#main/formats/read-file.ts';
import { OverLimit, runInThread, Stopped } from '#main/jobs/run-in-thread.ts';
import { messageOf } from '#main/message-of.ts';
import type { readHere, ReadTask } from './read-here.ts';

/** Memory of the thread beyond which a file is given up, in megabytes: a text of 20 MB takes a third of it. */
const mostMemory = 1024;
/** Milliseconds after which a file is given up: the slowest that is a text takes a tenth of it. */
const mostTime = 120_000;

/** How the reading of a file ended. */
export type ReadEnd = { read: FileRead } | { failure: ReadFailure } | 'cancelled';

/**
 * Reads a file in a thread of its own, under a limit of memory and of time, so that neither a large file nor one that is made to
 * harm holds up the library. `stop` ends it at once. Never rejects.
 */
export async function readInThread(
  task: ReadTask,
  progress: (share: number) => void,
  stop: AbortSignal,
  { memory = mostMemory, time = mostTime }: { memory?: number; time?: number } = {},
): Promise<ReadEnd> {
  const program = { module: import.meta, name: 'read-text', memory };
  const errors = { FormatError, IncompleteAlignment, OtherKind, RangeError };
  try {
    return { read: await runInThread<typeof readHere>({ program, task, progress, time, stop, errors }) };
  } catch (error) {
    return error instanceof Stopped ? 'cancelled' : { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): ReadFailure {
  if (error instanceof IncompleteAlignment) {
    return { code: error.code, message: error.message, place: error.place, needs: error.needs };
  }
  if (error instanceof OtherKind) {
    return { code: error.code, message: error.message, place: error.place, kind: error.kind };
  }
  if (error instanceof FormatError) return { code: error.code, message: error.message, place: error.place };
  const message = messageOf(error);
  if (error instanceof OverLimit) return { code: 'too-large', message, place: {} };
  if (isTooLong(error)) return { code: 'too-large', message: 'it needs more memory than a text may take', place: {} };
  return { code: 'internal', message, place: {} };
}

/** A string or an array would be longer than they can be, or a pattern has too much to keep in mind. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && error.code === 'ERR_STRING_TOO_LONG') ||
    (error instanceof RangeError &&
      /invalid (?:string|array) length|allocation failed|call stack/iu.test(error.message))
  );
}
