import { createStore } from 'zustand/vanilla';
import type { RealignPreview } from '#core/alignment/realign/preview.ts';
import type { RealignScope } from '#core/alignment/realign/scope.ts';
import { reverse, type Change } from '#core/records/change.ts';
import { overtaken } from '#core/records/overtaken.ts';
import type { AlignLine } from '#main/api/align-shapes.ts';
import { api } from '#renderer/app/client.ts';
import { commit } from '#renderer/app/commit.ts';
import { jsonLines } from '#renderer/app/json-lines.ts';
import { saving } from '#renderer/app/saving.ts';
import { workRecord } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';

/** Aligning, from the question to what came of it. */
export type RealignJob =
  | { state: 'idle' }
  | { state: 'running'; share: number }
  | { state: 'done'; work: string; change: Change; preview: RealignPreview }
  /** `changed`: something was edited meanwhile, so the answer would not fit. */
  | { state: 'failed'; reason: 'changed' | 'internal'; message: string };

export const realignJob = createStore<RealignJob>(() => ({ state: 'idle' }));

let stopRunning: (() => void) | null = null;

/** Asks what aligning again would change; nothing is changed before `takeRealigned`. */
export async function startRealign(work: string, alignment: string, scope: RealignScope): Promise<void> {
  cancelRealign();
  const stop = new AbortController();
  let job: string | null = null;
  const end = (): void => {
    // Leaving the lines ends the job as well; this ends it at once, whatever stands between.
    if (job !== null) void api.works[':work'].align[':job'].$delete({ param: { work, job } });
    stop.abort();
  };
  stopRunning = end;
  const isCurrent = (): boolean => stopRunning === end;
  realignJob.setState({ state: 'running', share: 0 }, true);
  try {
    await allSaved(stop.signal);
    const response = await api.works[':work'].align.$post(
      { param: { work }, json: { alignment, scope: typeof scope === 'string' ? scope : { ...scope } } },
      { init: { signal: stop.signal } },
    );
    if (!response.ok || response.body === null) throw new Error(`status ${String(response.status)}`);
    for await (const line of jsonLines<AlignLine>(response.body)) {
      if (!isCurrent()) return;
      if (line.type === 'job') job = line.job;
      const next = jobOf(line, work);
      if (next !== null) realignJob.setState(next, true);
    }
    if (isCurrent() && realignJob.getState().state === 'running') throw new Error('it ended without an answer');
  } catch (cause) {
    if (!isCurrent()) return;
    const message = cause instanceof Error ? cause.message : String(cause);
    realignJob.setState({ state: 'failed', reason: 'internal', message }, true);
  } finally {
    if (isCurrent()) stopRunning = null;
  }
}

function jobOf(line: AlignLine, work: string): RealignJob | null {
  switch (line.type) {
    case 'job':
      return null;
    case 'progress':
      return { state: 'running', share: line.share };
    case 'done':
      return { state: 'done', work, change: line.change, preview: line.preview };
    case 'cancelled':
      return { state: 'idle' };
    case 'failed':
      return { state: 'failed', reason: line.code, message: line.message };
  }
}

/** The library aligns what it has: waits until everything is on disk. */
function allSaved(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = ({ pending }: { pending: number }): void => {
      if (pending > 0) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = saving.subscribe(look);
    signal.addEventListener('abort', () => {
      unsubscribe();
      reject(new Error('stopped'));
    });
    look(saving.getState());
  });
}

/** Ends the job that runs, and forgets an answer that was not taken. */
export function cancelRealign(): void {
  const end = stopRunning;
  stopRunning = null;
  end?.();
  realignJob.setState({ state: 'idle' }, true);
}

/** Makes the change that was shown, where nobody changed the same since: one step of undo. */
export function takeRealigned(): void {
  const job = realignJob.getState();
  if (job.state !== 'done') return;
  if (overtaken(workRecord, reverse(job.change))) {
    realignJob.setState({ state: 'failed', reason: 'changed', message: '' }, true);
    return;
  }
  commit(job.work, job.change, key('alignment:undo.realign'));
  realignJob.setState({ state: 'idle' }, true);
}
