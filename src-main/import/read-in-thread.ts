import { Worker } from 'node:worker_threads';
import type { FileRead } from '#main/formats/read-file.ts';
import { threadProgram } from '#main/jobs/thread-program.ts';
import type { ReadFailure, ReadMessage, ReadTask } from './messages.ts';
import { readFailure } from './read-here.ts';

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
export function readInThread(
  task: ReadTask,
  progress: (share: number) => void,
  stop: AbortSignal,
  limits: { memory?: number; time?: number } = {},
): Promise<ReadEnd> {
  if (stop.aborted) return Promise.resolve('cancelled');
  const { memory = mostMemory, time = mostTime } = limits;
  const worker = new Worker(threadProgram(import.meta, { source: 'read-text-thread', built: 'read-text' }), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return new Promise((resolve) => {
    let ended = false;
    const end = (how: ReadEnd): void => {
      if (ended) return;
      ended = true;
      clearTimeout(late);
      stop.removeEventListener('abort', cancel);
      void worker.terminate().then(() => {
        resolve(how);
      });
    };
    const cancel = (): void => {
      end('cancelled');
    };
    const late = setTimeout(() => {
      const message = `it took longer than ${String(time / 1000)} seconds`;
      end({ failure: { code: 'too-large', message, place: {} } });
    }, time);
    stop.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: ReadMessage) => {
      if (message.type === 'progress') progress(message.share);
      else end(message.type === 'read' ? { read: message.read } : { failure: message.failure });
    });
    worker.on('error', (error: unknown) => {
      end({ failure: readFailure(error) });
    });
    worker.on('exit', (code) => {
      end({ failure: { code: 'internal', message: `the thread ended with ${String(code)}`, place: {} } });
    });
  });
}
