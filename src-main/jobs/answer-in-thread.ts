import { parentPort, workerData } from 'node:worker_threads';
import { paced } from './paced.ts';

/** An error on its way to another thread, where its class does not follow it. */
export interface CarriedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** What else the error says: a code, a place. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a thread that does one task tells: how far it is, and at last how it ended. */
export type ThreadMessage<Answer, Progress> =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly error: CarriedError };

/** Work that a thread does for its task; it may tell how far it is. */
export type ThreadWork = (task: never, progress: never) => unknown;

/** Does, in a thread that `runInThread` started, the task that it was started for. What is thrown is thrown there. */
export async function answerInThread(work: ThreadWork): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this program is for a worker thread');
  const send = (message: ThreadMessage<unknown, unknown>): void => {
    port.postMessage(message);
  };
  const tell = paced((progress: unknown) => {
    send({ type: 'progress', progress });
  });
  try {
    send({ type: 'answer', answer: await work(workerData as never, tell as never) });
  } catch (error) {
    send({ type: 'failed', error: carried(error) });
  }
}

function carried(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined, fields: {} };
  const { name, message, stack } = error;
  return { name, message, stack, fields: Object.fromEntries(Object.entries(error)) };
}
