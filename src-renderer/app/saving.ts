import { createStore } from 'zustand/vanilla';
import { reverse, type Change } from '#core/records/change.ts';
import type { Stored } from '#main/api/shapes.ts';
import { answer, api, ApiFailure } from './client.ts';

/** A work's id, or `null` for the library itself (terms, display, palette). */
export type Scope = string | null;

export interface Saving {
  status: 'idle' | 'saving' | 'saved' | 'failed';
  /** ISO 8601: when the last change was on disk. */
  at: string | null;
  /** Changes made and shown, but not yet on disk. They are kept and tried again. */
  pending: number;
  failure: ApiFailure | null;
}

interface Waiting {
  scope: Scope;
  change: Change;
  /** Shows the records as the library stored them. */
  settle: (stored: Stored) => void;
  /** Takes the change out of the view again: the library will never take it. */
  refuse: (inverse: Change, failure: ApiFailure) => void;
}

export const saving = createStore<Saving>(() => ({ status: 'idle', at: null, pending: 0, failure: null }));

/** Failures after which the same change may succeed: it waits, and nothing is lost. */
const passing = new Set<ApiFailure['code']>(['disk-full', 'no-permission', 'write-failed', 'unreachable', 'internal']);
const retryAfter = 5_000;

const queue: Waiting[] = [];
let running = false;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Sends a change that the view already shows, after all that were made before it. */
export function save(waiting: Waiting): void {
  queue.push(waiting);
  saving.setState({ pending: queue.length });
  void flush();
}

/** Tries at once what waits after a failure. */
export function retry(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  void flush();
}

async function flush(): Promise<void> {
  if (running || timer !== null) return;
  running = true;
  for (let next = queue[0]; next !== undefined; next = queue[0]) {
    saving.setState({ status: 'saving' });
    try {
      const stored = await send(next);
      queue.shift();
      saving.setState({ status: 'saved', at: stored.at, pending: queue.length, failure: null });
      next.settle(stored);
    } catch (cause) {
      const failure = cause instanceof ApiFailure ? cause : new ApiFailure('internal', String(cause), null);
      saving.setState({ status: 'failed', failure });
      if (passing.has(failure.code)) {
        timer = setTimeout(retry, retryAfter);
        break;
      }
      queue.shift();
      saving.setState({ pending: queue.length });
      next.refuse(reverse(next.change), failure);
    }
  }
  running = false;
}

function send({ scope, change }: Waiting): Promise<Stored> {
  return answer(
    scope === null
      ? api.library.changes.$post({ json: change })
      : api.works[':work'].changes.$post({ param: { work: scope }, json: change }),
  );
}

/** Asks before the window closes while something is not on disk yet. */
export function guardClosing(target: Window): void {
  target.addEventListener('beforeunload', (event) => {
    if (queue.length > 0) event.preventDefault();
  });
}
