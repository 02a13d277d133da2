import type { EgizContent } from '#core/formats/egiz-file/content.ts';
import { EgizFileError, type EgizFileFault } from '#core/formats/egiz-file/egiz-file-error.ts';
import { OutOfMemory, taskInThread } from '#main/jobs/task-in-thread.ts';
import { threadProgram } from '#main/jobs/thread-program.ts';

/** What the thread answers: errors of a class do not cross threads. */
export type EgizAnswer = { content: EgizContent } | { refused: { code: EgizFileFault; message: string } };

/** Memory of the thread beyond which a file is given up, in megabytes. */
const mostMemory = 1536;

/**
 * Reads a `.egiz` file in a thread of its own under a limit of memory, so that neither a large one nor one that is made to harm
 * holds up the library. The bytes go to the thread and are gone here.
 *
 * @throws EgizFileError; Error saying that it was stopped, or what nobody expected
 */
export async function readEgizInThread(bytes: Uint8Array<ArrayBuffer>, stop: AbortSignal): Promise<EgizContent> {
  const program = threadProgram(import.meta, { source: 'egiz-file-thread', built: 'read-egiz' });
  try {
    const task = { program, data: bytes, transfer: [bytes.buffer], memory: mostMemory, stop };
    const answer = await taskInThread<EgizAnswer>(task);
    if ('content' in answer) return answer.content;
    throw new EgizFileError(answer.refused.code, answer.refused.message);
  } catch (error) {
    if (error instanceof OutOfMemory) throw new EgizFileError('too-large', 'it needs too much memory');
    throw error;
  }
}
