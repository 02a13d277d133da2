import type { EditionUpdate } from '#core/formats/update.ts';
import { runInThread } from '#main/jobs/run-in-thread.ts';
import type { updateHere, UpdateTask } from './update-here.ts';

const program = { module: import.meta, name: 'update-edition', memory: 2048 };

/** Compares two versions of an edition in a thread of its own, which `stop` ends at once. @throws Error */
export function updateInThread(
  task: UpdateTask,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<EditionUpdate> {
  return runInThread<typeof updateHere>({ program, task, progress, stop });
}
