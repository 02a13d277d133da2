import type { MessagePort } from 'node:worker_threads';
import { FormatError } from '#core/formats/format-error.ts';
import type { Imported } from '#core/formats/imported.ts';
import { longestParagraph } from '#core/formats/long-lines.ts';
import { readFile } from '#main/formats/read-file.ts';
import type { ReadFailure, ReadMessage, ReadTask } from './messages.ts';

/** Milliseconds between two messages of progress. */
const pace = 50;
/** More paragraphs than this in a file, and it is no text that anybody reads; it would only fill the memory. */
const mostBlocks = 400_000;
/** UTF-16 code units of all its texts together: thirty times “War and Peace”. */
const mostCharacters = 96 * 1024 * 1024;
/** Stretches of emphasis, links and references to notes in one paragraph. */
const mostMarks = 20_000;

/** Reads the file that a thread was started for. */
export async function answerReadTask(port: MessagePort, { name, bytes, choices }: ReadTask): Promise<void> {
  const send = (message: ReadMessage): void => {
    port.postMessage(message);
  };
  let told = 0;
  try {
    const read = await readFile(name, bytes, choices, (share) => {
      const now = performance.now();
      if (now - told < pace) return;
      told = now;
      send({ type: 'progress', share });
    });
    const blocks = read.imported.texts.reduce((sum, text) => sum + text.blocks.length, 0);
    refuseEndless(read.imported);
    if (blocks === 0) throw new FormatError('empty', 'there is no text in it');
    if (blocks > mostBlocks) {
      throw new FormatError('too-large', `it has ${String(blocks)} paragraphs, more than ${String(mostBlocks)}`);
    }
    send({ type: 'read', read });
  } catch (error) {
    send({ type: 'failed', failure: readFailure(error) });
  }
}

/** What no page could show, however it came about. @throws FormatError */
function refuseEndless({ texts }: Imported): void {
  let characters = 0;
  for (const { blocks } of texts) {
    for (const [at, { text, marks }] of blocks.entries()) {
      characters += text.length;
      if (text.length > longestParagraph || marks.length > mostMarks) {
        throw new FormatError(
          'too-large',
          `paragraph ${String(at + 1)} has ${String(text.length)} characters and ${String(marks.length)} marks; at most ` +
            `${String(longestParagraph)} and ${String(mostMarks)} are read`,
        );
      }
    }
  }
  if (characters <= mostCharacters) return;
  throw new FormatError(
    'too-large',
    `it has ${String(characters)} characters of text; at most ${String(mostCharacters)} are read`,
  );
}

/** What went wrong, as it can cross threads. */
export function readFailure(error: unknown): ReadFailure {
  if (error instanceof FormatError) return { code: error.code, message: error.message, place: error.place };
  const message = error instanceof Error ? error.message : String(error);
  if (isMemory(error)) return { code: 'too-large', message: 'it needs more memory than a text may take', place: {} };
  return { code: 'internal', message, place: {} };
}

/** The thread's memory ended, or a string would be longer than strings can be. */
function isMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : '';
  return (
    code === 'ERR_WORKER_OUT_OF_MEMORY' ||
    code === 'ERR_STRING_TOO_LONG' ||
    (error instanceof RangeError && /invalid (?:string|array) length|allocation failed/iu.test(error.message))
  );
}
