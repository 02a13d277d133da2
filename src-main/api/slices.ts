import { setImmediate } from 'node:timers/promises';
import { ApiError } from './failure.ts';

/** Milliseconds that one slice may hold up everything else. */
const slice = 8;
/** Items between two looks at the clock. */
const step = 32;

/**
 * Does something with each item, in slices, so that other calls are answered in between.
 *
 * @throws ApiError when `signal` says that nobody waits for the answer any more
 */
export async function inSlices<T>(items: readonly T[], signal: AbortSignal, act: (item: T) => void): Promise<void> {
  let until = performance.now() + slice;
  for (const [at, item] of items.entries()) {
    act(item);
    if (at % step !== 0 || performance.now() < until) continue;
    await setImmediate();
    if (signal.aborted) throw new ApiError('bad-request', 'the call was given up before its answer');
    until = performance.now() + slice;
  }
}
