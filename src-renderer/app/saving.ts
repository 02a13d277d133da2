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
  /** Its answer, where it was sent before its turn, because the window goes away. */
  early?: Promise<Stored>;
}

export const saving = createStore<Saving>(() => ({ status: 'idle', at: null, pending: 0, failure: null }));

/**
 * Failures after which the same change may succeed: it waits, and nothing is lost. `not-allowed` is what a host answers that
 * was started anew at the same address, until its new link is opened in this browser.
 */
const passing = new Set<ApiFailure['code']>([
  'disk-full',
  'no-permission',
  'write-failed',
  'unreachable',
  'not-allowed',
  'internal',
]);
const retryAfter = 5_000;
/** Browsers let requests outlive a window as long as their bodies together are below 64 KiB. */
const mostOutliving = 60_000;

const queue: Waiting[] = [];
let running = false;
let leaving = false;
let answers = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Sends a change that the view already shows, after all that were made before it. */
export function save(waiting: Waiting): void {
  queue.push(waiting);
  saving.setState({ pending: queue.length });
  void flush();
  if (leaving) sendEarly();
}

/** Tries at once what waits after a failure. */
export function retry(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  void flush();
}

/** A window that goes away waits for no answer: what stands behind a change that is on its way is sent as well. */
function sendEarly(): void {
  for (const waiting of queue.slice(1)) {
    waiting.early ??= send(waiting);
    // Whether it failed is looked at in its turn, should the window come back.
    waiting.early.catch(() => undefined);
  }
}

async function flush(): Promise<void> {
  if (running || timer !== null) return;
  running = true;
  try {
    for (let next = queue[0]; next !== undefined && timer === null; next = queue[0]) await sendNext(next);
  } finally {
    running = false;
  }
}

async function sendNext(next: Waiting): Promise<void> {
  saving.setState({ status: 'saving' });
  let stored;
  try {
    stored = await (next.early ?? send(next));
  } catch (cause) {
    delete next.early;
    const failure = cause instanceof ApiFailure ? cause : new ApiFailure('internal', String(cause), null);
    if (passing.has(failure.code)) {
      saving.setState({ status: 'failed', failure });
      timer = setTimeout(retry, retryAfter);
      return;
    }
    queue.shift();
    saving.setState(({ at }) => ({ status: at === null ? 'idle' : 'saved', pending: queue.length, failure: null }));
    next.refuse(reverse(next.change), failure);
    return;
  }
  queue.shift();
  answers += 1;
  const status = queue.length > 0 ? 'saving' : 'saved';
  saving.setState({ status, at: stored.at, pending: queue.length, failure: null });
  next.settle(stored);
}

function send({ scope, change }: Waiting): Promise<Stored> {
  // A window that goes away takes its requests with it, unless they are told to outlive it.
  const outlives = leaving && new Blob([JSON.stringify(change)]).size < mostOutliving;
  const options = outlives ? { init: { keepalive: true } } : undefined;
  return answer(
    scope === null
      ? api.library.changes.$post({ json: change }, options)
      : api.works[':work'].changes.$post({ param: { work: scope }, json: change }, options),
  );
}

/** The changes of a scope that are not on disk yet, in order: what the library answers does not hold them. */
export function unsaved(scope: Scope): Change[] {
  return queue.filter((waiting) => waiting.scope === scope).map(({ change }) => change);
}

/** How many changes were stored or heard of so far. An answer of the library from before a later one is out of date. */
export function answered(): number {
  return answers;
}

/** To be called when a change was heard of that came from outside: what is being read may not hold it. */
export function heard(): void {
  answers += 1;
}

/** Asks before the window closes while something is not on disk yet, and lets the last change outlive the window. */
export function guardClosing(target: Window): void {
  target.addEventListener('beforeunload', (event) => {
    if (queue.length > 0) event.preventDefault();
  });
  // Before everything else that keeps what is being written when it is told the same.
  target.addEventListener(
    'pagehide',
    () => {
      leaving = true;
      if (running) sendEarly();
    },
    true,
  );
  target.addEventListener('pageshow', () => {
    leaving = false;
  });
}
