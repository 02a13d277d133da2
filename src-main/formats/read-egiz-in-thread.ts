import type { EgizContent } from '#core/formats/egiz-file/content.ts';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { OverLimit, runInThread } from '#main/jobs/run-in-thread.ts';
import type { readEgizFile } from './egiz-file.ts';

const program = { module: import.meta, name: 'read-egiz', memory: 1536 };

/**
 * Reads a `.egiz` file in a thread of its own under a limit of memory, so that neither a large one nor one that is made to harm
 * holds up the library. The bytes go to the thread and are gone here.
 *
 * @throws EgizFileError; Error saying that it was stopped, or what nobody expected
 */
export async function readEgizInThread(task: Uint8Array<ArrayBuffer>, stop: AbortSignal): Promise<EgizContent> {
  try {
    const errors = { EgizFileError };
    return await runInThread<typeof readEgizFile>({ program, task, transfer: [task.buffer], stop, errors });
  } catch (error) {
    if (error instanceof OverLimit) throw new EgizFileError('too-large', error.message);
    throw error;
  }
}
