import type { Bitext, BitextOptions } from '#core/formats/bitext.ts';
import { writerNamed } from '#core/formats/writers.ts';
import { ApiError } from '#main/api/failure.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { OverLimit, runInThread } from '#main/jobs/run-in-thread.ts';

/** A bitext to be written in a format. */
export interface WriteTask {
  readonly format: string;
  readonly bitext: Bitext;
  readonly options: BitextOptions;
}

const program = { module: import.meta, name: 'write-bitext', memory: 2048 };

/** The bytes of a file. @throws RangeError for a format that there is not */
export async function writeBitext({ format, bitext, options }: WriteTask): Promise<Uint8Array> {
  const writer = writerNamed(format);
  if (writer === null) throw new RangeError(`there is no format ${format}`);
  const written = writer.write(bitext, options);
  return typeof written === 'string' ? Buffer.from(written) : writeZip(written);
}

/** Writes a bitext in a thread of its own, which `stop` ends at once. @throws ApiError too-large; Error */
export async function writeBitextInThread(task: WriteTask, stop: AbortSignal): Promise<Uint8Array> {
  try {
    return await runInThread<typeof writeBitext>({ program, task, stop });
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error;
    throw new ApiError(
      'too-large',
      `the work is too large to be written as ${task.format}: ${error.message}`,
      'format',
    );
  }
}
