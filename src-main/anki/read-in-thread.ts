import type { ForeignNotes } from '#core/review/anki/foreign.ts';
import { OverLimit, runInThread } from '#main/jobs/run-in-thread.ts';
import { PackageError } from './package-error.ts';
import type { readPackage } from './read-package.ts';

/** 100,000 notes take half of its memory. */
const program = { module: import.meta, name: 'read-anki', memory: 1024 };

/**
 * Reads a package as `readPackage` does, in a thread of its own with a limit of memory, so that neither a large package nor one
 * that is made to harm holds up the library. `stop` ends it at once. The bytes go to the thread and are gone here.
 *
 * @throws PackageError; Error saying that it was stopped, or what nobody expected
 */
export async function readInThread(bytes: ArrayBuffer, stop: AbortSignal): Promise<ForeignNotes> {
  const task = new Uint8Array(bytes);
  try {
    return await runInThread<typeof readPackage>({ program, task, transfer: [bytes], stop, errors: { PackageError } });
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error;
    throw new PackageError('too-big', 'the package needs too much memory', { cause: error });
  }
}
