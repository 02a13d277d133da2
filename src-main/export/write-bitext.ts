import type { Bitext, BitextOptions } from '#core/formats/bitext.ts';
import { writerNamed } from '#core/formats/writers.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { runInThread } from '#main/jobs/run-in-thread.ts';

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

/** Writes a bitext in a thread of its own, which `stop` ends at once. @throws Error */
export function writeBitextInThread(task: WriteTask, stop: AbortSignal): Promise<Uint8Array> {
  return runInThread<typeof writeBitext>({ program, task, stop });
}
