const encoder = new TextEncoder();

/** A line of newline-delimited JSON. */
export function encodeLine(line: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${JSON.stringify(line)}\n`);
}

/** A stream of such lines as the answer to a call. */
export function lineResponse(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/**
 * Answers with the lines that `run` tells, until it is done; `left` says that nobody reads them any more.
 *
 * @param failed the line for an error that `run` throws
 */
export function lines<Line>(
  run: (tell: (line: Line) => void, left: AbortSignal) => Promise<void>,
  failed: (error: unknown) => Line,
): Response {
  const left = new AbortController();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: Line): void => {
        if (!left.signal.aborted) controller.enqueue(encodeLine(line));
      };
      try {
        await run(tell, left.signal);
      } catch (error) {
        tell(failed(error));
      }
      if (!left.signal.aborted) controller.close();
    },
    cancel() {
      left.abort(new Error('nobody reads the answer'));
    },
  });
  return lineResponse(stream);
}
