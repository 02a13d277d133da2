import { Worker } from 'node:worker_threads';
import type { Aligner } from './align.ts';
import type { AlignAnswers, AlignJob, AlignMessage } from './align-messages.ts';
import { threadProgram } from './thread-program.ts';

/** Memory of a thread beyond which it is given up, in megabytes: 20,000 paragraphs on either side take a third of it. */
const mostMemory = 2048;

/**
 * Aligns in a thread of its own, which `stop` ends at once.
 *
 * @throws Error saying that it was stopped, that the texts need too much memory, or what the aligner refused
 */
export function inThread<About extends AlignJob['about']>(
  job: Extract<AlignJob, { about: About }>,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<AlignAnswers[About]> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) {
      reject(new Error('stopped'));
      return;
    }
    const worker = new Worker(threadProgram(import.meta, { source: 'align-thread', built: 'align' }), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const end = (): void => {
      void worker.terminate();
      reject(new Error('stopped'));
    };
    stop.addEventListener('abort', end, { once: true });
    const settle = (act: () => void): void => {
      stop.removeEventListener('abort', end);
      act();
      void worker.terminate();
    };
    worker.on('message', (message: AlignMessage) => {
      if (message.type === 'progress') progress(message.share);
      else if (message.type === 'failed') settle(() => reject(new Error(message.message)));
      else settle(() => resolve(message.answer as AlignAnswers[About]));
    });
    worker.on('error', (error) => {
      settle(() => reject(inWords(error)));
    });
    worker.on('exit', (code) => {
      settle(() => reject(new Error(`the aligner ended with ${code}`)));
    });
  });
}

function inWords(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new Error('the texts are too long to be aligned at once', { cause: error }) : error;
}

/** Aligns two texts in a thread of its own. */
export const alignInThread: Aligner = (task, progress, stop) => inThread({ about: 'texts', task }, progress, stop);
