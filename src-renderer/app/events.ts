import type { Event } from '#main/api/shapes.ts';
import { api } from './client.ts';
import { receive } from './commit.ts';
import { loadLibrary } from './library-store.ts';
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
        if (missed) catchUp();
        await read(response.body as ReadableStream<Uint8Array>);
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

async function read(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') receive(JSON.parse(line) as Event);
  }
}
