import { Worker, type Transferable } from 'node:worker_threads';

/** A task for a thread of its own. */
export interface ThreadTask {
  /** The file of the thread's program, see `threadProgram`. */
  readonly program: string;
  readonly data: unknown;
  readonly transfer?: readonly Transferable[];
  /** Memory beyond which it is given up, in megabytes. */
  readonly memory: number;
  /** Ends it at once. */
  readonly stop: AbortSignal;
}

/** Thrown where a thread was ended because it needed too much memory. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}

/**
 * Runs a thread that sends one message, its answer.
 *
 * @throws OutOfMemory; Error saying that it was stopped, or what the thread threw
 */
export function taskInThread<Answer>({ program, data, transfer = [], memory, stop }: ThreadTask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (stop.aborted) {
      reject(new Error('stopped'));
      return;
    }
    const worker = new Worker(program, {
      workerData: data,
      transferList: [...transfer],
      resourceLimits: { maxOldGenerationSizeMb: memory },
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
    worker.on('message', (answer: Answer) => {
      settle(() => {
        resolve(answer);
      });
    });
    worker.on('error', (error: unknown) => {
      settle(() => {
        reject(inWords(error));
      });
    });
    worker.on('exit', (code) => {
      settle(() => {
        reject(new Error(`the thread ended with ${String(code)}`));
      });
    });
  });
}

function inWords(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new OutOfMemory('it needs too much memory', { cause: error }) : error;
}
