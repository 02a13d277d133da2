import { randomUUID } from 'node:crypto';
import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { updateEdition, type UpdatedWork } from '#core/formats/update.ts';
import type { ImportedText } from '#core/formats/imported.ts';
import type { Edition } from '#core/records/work.ts';

/** What a thread that compares two versions of an edition is given. */
export interface UpdateTask {
  readonly work: UpdatedWork;
  readonly edition: string;
  readonly text: ImportedText;
  readonly more: Partial<Pick<Edition, 'title' | 'translator' | 'source'>>;
}

// A program of its own in the build.
if (!isMainThread && parentPort !== null) {
  const { work, edition, text, more } = workerData as UpdateTask;
  const port: MessagePort = parentPort;
  port.postMessage(updateEdition(work, edition, text, more, randomUUID));
}
