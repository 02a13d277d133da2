import type { Realigned, RealignTask } from '#core/alignment/realign/realign.ts';
import type { Aligner, alignHere } from './align.ts';
import type { realignHere } from './realign.ts';
import { OverLimit, runInThread } from './run-in-thread.ts';

/** Memory of a thread beyond which it is given up, in megabytes: 20,000 paragraphs on either side take a third of it. */
const memory = 2048;

/** Aligns an alignment of a work again; `progress` is called with the share that is done. */
export type Realigner = (task: RealignTask, progress: (share: number) => void, stop: AbortSignal) => Promise<Realigned>;

/** Aligns two texts in a thread of its own, which `stop` ends at once. @throws Error */
export const alignInThread: Aligner = (task, progress, stop) => {
  const program = { module: import.meta, name: 'align', memory };
  return runInThread<typeof alignHere>({ program, task, progress, stop }).catch(rethrow);
};

/** Says in a thread of its own what aligning a work again would change; `stop` ends it at once. @throws Error */
export const realignInThread: Realigner = (task, progress, stop) => {
  const program = { module: import.meta, name: 'realign', memory };
  return runInThread<typeof realignHere>({ program, task, progress, stop }).catch(rethrow);
};

function rethrow(error: unknown): never {
  if (error instanceof OverLimit) throw new Error('the texts are too long to be aligned at once', { cause: error });
  throw error;
}
