import { expect, test } from 'vitest';
import { jsonLines } from '#renderer/app/json-lines.ts';

/** A stream of these pieces; tells when it is left before its end. */
function streamOf(pieces: readonly string[], left: () => void = () => undefined): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const waiting = pieces.map((piece) => encoder.encode(piece));
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = waiting.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
    cancel: left,
  });
}

test('gives the values of a stream line by line, wherever its pieces are cut', async () => {
  const found: unknown[] = [];
  const pieces = ['{"a":1}\n{"b"', ':"қа', 'з"}\n\n', '3\n', '"cut off'];
  for await (const value of jsonLines(streamOf(pieces))) found.push(value);
  expect(found).toEqual([{ a: 1 }, { b: 'қаз' }, 3]);
});

test('ends the stream when nobody reads on', async () => {
  let isLeft = false;
  const endless = Array.from({ length: 100 }, (_, at) => `${at}\n`);
  for await (const value of jsonLines(
    streamOf(endless, () => {
      isLeft = true;
    }),
  )) {
    if (value === 2) break;
  }
  expect(isLeft).toBe(true);
});
