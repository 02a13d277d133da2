import { DictionaryError } from '#core/dictionaries/entry.ts';
import type { ImportReport } from '#main/api/dictionary-shapes.ts';
import { runInThread } from '#main/jobs/run-in-thread.ts';
import { LibraryError } from '#main/library/error.ts';
import type { importHere, ImportProgress, ImportTask } from './import-here.ts';

/** What an import needs does not grow with the file. */
const program = { module: import.meta, name: 'import-dictionary', memory: 768 };

/** Imports in a thread of its own, which `stop` ends at once. @throws what `failureOf` puts in words */
export function importInThread(
  task: ImportTask,
  progress: (progress: ImportProgress) => void,
  stop: AbortSignal,
): Promise<ImportReport> {
  const errors = { DictionaryError, LibraryError };
  return runInThread<typeof importHere>({ program, task, progress, stop, errors });
}
