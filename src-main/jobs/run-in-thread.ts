import type { Transferable, Worker } from 'node:worker_threads';
import type { CarriedError, ThreadMessage, ThreadWork } from './answer-in-thread.ts';
import { startThread, type ThreadProgram } from './start-thread.ts';

type AnswerOf<Does extends ThreadWork> = Awaited<ReturnType<Does>>;
type ProgressOf<Does extends ThreadWork> = Does extends (
  task: never,
  progress: (progress: infer Progress) => void,
) => unknown
  ? Progress
  : never;

const mebibyte = 1024 * 1024;
/** Milliseconds between two looks at what a thread holds. */
const watchPace = 100;
const tooMuchMemory = 'it needs too much memory';

/** A task for a thread of its own. `Does` is what its program hands to `answerInThread`. */
export interface ThreadJob<Does extends ThreadWork> {
  readonly program: ThreadProgram;
  readonly task: Parameters<Does>[0];
  /** What goes to the thread with the task and is gone here. */
  readonly transfer?: readonly Transferable[];
  readonly progress?: (progress: ProgressOf<Does>) => void;
  /** Milliseconds after which it is given up. */
  readonly time?: number;
  /** Ends it at once. */
  readonly stop: AbortSignal;
  /** By their names, the classes whose errors stay what they are on their way from the thread; others become plain errors. */
  readonly errors?: Readonly<Record<string, { readonly prototype: Error }>>;
}

/** Thrown where a thread was ended because nobody waits for it any more. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor() {
    super('stopped');
  }
}

/** Thrown where a thread needed more memory or time than it may take. */
export class OverLimit extends Error {
  override readonly name = 'OverLimit';
}

/**
 * Does a task in a thread of its own, under the limits of its program. The thread has ended, and its files are closed, before
 * the answer is given.
 *
 * @throws Stopped, OverLimit; else what the thread threw
 */
export async function runInThread<Does extends ThreadWork>(job: ThreadJob<Does>): Promise<AnswerOf<Does>> {
  const { program, task, transfer, progress, time, stop, errors = {} } = job;
  if (stop.aborted) throw new Stopped();
  const thread = startThread(program, task, transfer);
  const ended = Promise.withResolvers<AnswerOf<Does>>();
  const cancel = (): void => {
    ended.reject(new Stopped());
  };
  const late = (most: number): void => {
    ended.reject(new OverLimit(`it took longer than ${String(most / 1000)} seconds`));
  };
  // Its own limit is on its heap only; what is unpacked lies outside.
  const watch = setInterval(() => {
    void outsideHeap(thread).then((bytes) => {
      if (bytes > program.memory * mebibyte) ended.reject(new OverLimit(tooMuchMemory));
    });
  }, watchPace);
  const timer = time === undefined ? undefined : setTimeout(late, time, time);
  stop.addEventListener('abort', cancel, { once: true });
  thread.on('message', (message: ThreadMessage<AnswerOf<Does>, ProgressOf<Does>>) => {
    if (message.type === 'progress') progress?.(message.progress);
    else if (message.type === 'failed') ended.reject(revived(message.error, errors));
    else ended.resolve(message.answer);
  });
  thread.on('error', (error: unknown) => {
    ended.reject(inWords(error));
  });
  thread.on('exit', (code) => {
    ended.reject(new Error(`the thread ended with ${String(code)}`));
  });
  try {
    return await ended.promise;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    stop.removeEventListener('abort', cancel);
    await thread.terminate();
  }
}

/** Bytes that a thread holds in buffers and the like; none of one that has ended. */
async function outsideHeap(thread: Worker): Promise<number> {
  try {
    return (await thread.getHeapStatistics()).external_memory;
  } catch {
    return 0;
  }
}

function revived(
  { name, message, stack, fields }: CarriedError,
  errors: NonNullable<ThreadJob<ThreadWork>['errors']>,
): Error {
  const error = Object.assign(new Error(message), fields);
  const known = errors[name];
  if (known !== undefined) Object.setPrototypeOf(error, known.prototype);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function inWords(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new OverLimit(tooMuchMemory, { cause: error }) : error;
}
