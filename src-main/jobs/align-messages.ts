import { randomUUID } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import { realign, type Realigned, type RealignTask } from '#core/alignment/realign/realign.ts';
import { alignHere, type AlignAnswer, type AlignTask } from './align.ts';

/** What a thread that aligns is given: two texts, or an alignment of a work. */
export type AlignJob =
  { readonly about: 'texts'; readonly task: AlignTask } | { readonly about: 'work'; readonly task: RealignTask };

/** By what a job is about, what is answered. */
export interface AlignAnswers {
  texts: AlignAnswer;
  work: Realigned;
}

/** What the thread tells. */
export type AlignMessage =
  | { type: 'progress'; share: number }
  | { type: 'answer'; answer: AlignAnswer | Realigned }
  | { type: 'failed'; message: string };

/** Milliseconds between two lines of progress. */
const pace = 50;

/** Does the job that a thread was started for. */
export function answerAlignJob(port: MessagePort, job: AlignJob): void {
  const send = (message: AlignMessage): void => {
    port.postMessage(message);
  };
  let told = 0;
  const progress = (share: number): void => {
    const now = performance.now();
    if (now - told < pace) return;
    told = now;
    send({ type: 'progress', share });
  };
  try {
    const answer = job.about === 'texts' ? alignHere(job.task, progress) : realign(job.task, randomUUID, { progress });
    send({ type: 'answer', answer });
  } catch (error) {
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}
