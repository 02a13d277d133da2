import { Worker } from 'node:worker_threads';
import type { EditionUpdate } from '#core/formats/update.ts';
import { threadProgram } from '#main/jobs/thread-program.ts';
import type { UpdateTask } from './update-thread.ts';

/** Memory of the thread beyond which it is given up, in megabytes. */
const mostMemory = 2048;

/** Compares two versions of an edition in a thread of its own, which `stop` ends at once. @throws Error */
export function updateInThread(task: UpdateTask, stop: AbortSignal): Promise<EditionUpdate> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) {
      reject(new Error('stopped'));
      return;
    }
    const worker = new Worker(threadProgram(import.meta, { source: 'update-thread', built: 'update-edition' }), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const settle = (act: () => void): void => {
      stop.removeEventListener('abort', end);
      act();
      void worker.terminate();
    };
    const end = (): void => {
      settle(() => {
        reject(new Error('stopped'));
      });
    };
    stop.addEventListener('abort', end, { once: true });
    worker.on('message', (update: EditionUpdate) => {
      settle(() => {
        resolve(update);
      });
    });
    worker.on('error', (error: unknown) => {
      settle(() => {
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    worker.on('exit', (code) => {
      settle(() => {
        reject(new Error(`the thread that compares versions ended with ${String(code)}`));
      });
    });
  });
}
