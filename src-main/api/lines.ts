/**
 * The lines that `run` tells, as newline-delimited JSON, until it is done; `signal` says that nobody reads them any more.
 *
 * @param failed the line for an error that `run` throws
 */
export function lineStream<Line>(
  run: (tell: (line: Line) => void, signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => Line,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = new AbortController();
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: Line): void => {
        if (!left.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
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
}
