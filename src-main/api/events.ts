import { Hono } from 'hono';
import type { Library } from '#main/library/library.ts';
import { encodeLine, lineResponse } from './lines.ts';
import type { Event } from './shapes.ts';

/** How often a line is sent when nothing happens, in milliseconds, so that a dead connection is noticed. */
const heartbeat = 20_000;
/** Bytes that may wait for a view that does not read; then the stream ends, and the view starts anew when it wakes. */
const mostWaiting = 4 * 1024 * 1024;

/** `GET /api/events`: what happens outside the view, one JSON object a line, until the view or `closing` ends it. */
export function eventRoutes(library: Library, closing: AbortSignal) {
  return new Hono().get('/events', () => lineResponse(eventStream(library, closing)));
}

function eventStream(library: Library, closing: AbortSignal): ReadableStream<Uint8Array> {
  let stop = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (event: Event): void => {
          controller.enqueue(encodeLine(event));
          if ((controller.desiredSize ?? 0) < 0) end();
        };
        const unsubscribe = library.subscribe(send);
        const beat = setInterval(send, heartbeat, { type: 'ping' } satisfies Event);
        stop = () => {
          clearInterval(beat);
          unsubscribe();
          closing.removeEventListener('abort', end);
        };
        const end = (): void => {
          stop();
          controller.close();
        };
        closing.addEventListener('abort', end);
        send({ type: 'hello', device: library.device });
        if (closing.aborted) end();
      },
      cancel() {
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
}
