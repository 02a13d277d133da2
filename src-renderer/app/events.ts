import type { Event } from '#main/api/shapes.ts';
import { api } from './client.ts';
import { receive } from './commit.ts';
import { jsonLines } from './json-lines.ts';
import { library, loadLibrary } from './library-store.ts';
import { loadReviewAgain } from '#renderer/review/load.ts';
import { readAgain } from './work-store.ts';

const firstWait = 500;
const longestWait = 15_000;

/** Listens for changes from outside until `signal` ends it, and connects again when the stream breaks. */
export async function listen(signal: AbortSignal): Promise<void> {
  let wait = firstWait;
  let missed = false;
  while (!signal.aborted) {
    try {
      const response = await api.events.$get(undefined, { init: { signal } });
      if (response.ok && response.body !== null) {
        wait = firstWait;
        // Also what was read before the first connection stood may have changed since.
        if (missed || library.getState().state !== null) catchUp();
        for await (const event of jsonLines<Event>(response.body)) receive(event);
      }
    } catch {
      if (signal.aborted) return;
    }
    missed = true;
    await pause(wait);
    wait = Math.min(wait * 2, longestWait);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function catchUp(): void {
  void loadLibrary();
  readAgain();
  loadReviewAgain();
}
