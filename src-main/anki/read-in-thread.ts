import { Worker } from 'node:worker_threads';
import type { ForeignNotes } from '#core/review/anki/foreign.ts';
import { threadProgram } from '#main/jobs/thread-program.ts';
import { PackageError, type PackageFault } from './package-error.ts';

/** What the thread answers: errors of a class do not cross threads. */
export type ReadAnswer = { notes: ForeignNotes } | { refused: { code: PackageFault; message: string } };

/** Memory of the thread beyond which it is given up, in megabytes: 100,000 notes take half of it. */
const mostMemory = 1024;

/**
 * Reads a package as `readPackage` does, in a thread of its own with a limit of memory, so that neither a large package nor one
 * that is made to harm holds up the library. `stop` ends it at once. The bytes go to the thread and are gone here.
 *
 * @throws PackageError; Error saying that it was stopped, or what nobody expected
 */
export function readInThread(bytes: ArrayBuffer, stop: AbortSignal): Promise<ForeignNotes> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) {
      reject(new Error('stopped'));
      return;
    }
    const whole = new Uint8Array(bytes);
    const worker = new Worker(threadProgram(import.meta, { source: 'read-thread', built: 'read-anki' }), {
      workerData: whole,
      transferList: [bytes],
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const end = (): void => {
      settle(() => {
        reject(new Error('stopped'));
      });
    };
    const settle = (act: () => void): void => {
      stop.removeEventListener('abort', end);
      act();
      void worker.terminate();
    };
    stop.addEventListener('abort', end, { once: true });
    worker.on('message', (answer: ReadAnswer) => {
      settle(() => {
        if ('notes' in answer) resolve(answer.notes);
        else reject(new PackageError(answer.refused.code, answer.refused.message));
      });
    });
    worker.on('error', (error: unknown) => {
      settle(() => {
        reject(inWords(error));
      });
    });
    worker.on('exit', (code) => {
      settle(() => {
        reject(new Error(`the thread that reads a package ended with ${String(code)}`));
      });
    });
  });
}

function inWords(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new PackageError('too-big', 'the package needs too much memory', { cause: error }) : error;
}
