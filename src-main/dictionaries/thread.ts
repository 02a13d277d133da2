import { Worker } from 'node:worker_threads';
import type { ImportReport } from '#main/api/dictionary-shapes.ts';
import { threadProgram } from '#main/jobs/thread-program.ts';
import { type ImportProgress, type ImportTask } from './import-here.ts';
import { failureOf, type ThreadMessage } from './thread-messages.ts';

/** Memory of the thread beyond which an import is given up, in megabytes; what it needs does not grow with the file. */
const mostMemory = 768;

/** How an import ended. */
export type ImportEnd = { report: ImportReport } | ReturnType<typeof failureOf> | 'cancelled';

/** Imports in a thread of its own, which `stop` ends at once. Never rejects. */
export function importInThread(
  task: ImportTask,
  progress: (progress: ImportProgress) => void,
  stop: AbortSignal,
): Promise<ImportEnd> {
  if (stop.aborted) return Promise.resolve('cancelled');
  const worker = new Worker(threadProgram(import.meta, { source: 'import-thread', built: 'import-dictionary' }), {
    workerData: { task },
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  return new Promise((resolve) => {
    let ended = false;
    const end = (how: ImportEnd): void => {
      if (ended) return;
      ended = true;
      stop.removeEventListener('abort', cancel);
      // Its files must be closed before they are removed.
      void worker.terminate().then(() => {
        resolve(how);
      });
    };
    const cancel = (): void => {
      end('cancelled');
    };
    stop.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: ThreadMessage) => {
      if (message.type === 'progress') progress(message.progress);
      else end(message.type === 'report' ? { report: message.report } : message);
    });
    worker.on('error', (error) => {
      end(failureOf(error));
    });
    worker.on('exit', (code) => {
      end({ code: 'internal', message: `the import ended with ${code}` });
    });
  });
}
