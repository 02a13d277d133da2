import { randomUUID } from 'node:crypto';
import { realign, type Realigned, type RealignTask } from '#core/alignment/realign/realign.ts';

/** Says, in this thread, what aligning a work again would change. */
export function realignHere(task: RealignTask, progress: (share: number) => void): Realigned {
  return realign(task, randomUUID, { progress });
}
