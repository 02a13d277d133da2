/** The values of a stream of newline-delimited JSON, as they come. Who stops reading ends the stream. */
export async function* jsonLines<T>(body: ReadableStream): AsyncGenerator<T, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string>).getReader();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line) as T;
    }
  } finally {
    await reader.cancel();
  }
}
