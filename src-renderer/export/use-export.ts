import { useMemo } from 'react';
import type { ExportFormat, ExportPreview } from '#main/api/export-shapes.ts';
import { answer, api, type ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { useMakingFile } from '#renderer/app/use-making-file.ts';
import { key } from '#renderer/i18n/key.ts';
import type { ExportChoice } from './export-state.ts';

/** What is asked of the library. */
export interface ExportTask {
  readonly format: string;
  readonly editions?: [string, string];
  readonly options: ExportChoice['options'];
  readonly language: string;
}

/** The formats that there are; `null` until they are known. */
export function useFormats(): { formats: readonly ExportFormat[] | null; failure: ApiFailure | null } {
  const { answer: found, failure } = useLatest(askFormats);
  return { formats: found?.formats ?? null, failure };
}

function askFormats() {
  return answer(api.export.formats.$get());
}

/** What a task would give; while the answer is on its way, what the last one gave. */
export function usePreview(
  work: string,
  task: ExportTask | null,
): { preview: ExportPreview | null; failure: ApiFailure | null } {
  const asked = task === null ? null : JSON.stringify(task);
  const ask = useMemo(() => {
    if (asked === null) return null;
    const json = JSON.parse(asked) as ExportTask;
    return (signal: AbortSignal) =>
      answer(api.works[':work'].export.preview.$post({ param: { work }, json }, { init: { signal } }));
  }, [work, asked]);
  const { answer: preview, failure } = useLatest<ExportPreview>(ask);
  return { preview, failure };
}

/** Makes the file and gives it to the reader; it can be stopped. */
export function useSaving(work: string, done: () => void) {
  const { isRunning, run: make, stop } = useMakingFile(done);
  const run = (json: ExportTask, name: string): Promise<void> =>
    make(async (signal) => {
      const response = await api.works[':work'].export.$post({ param: { work }, json }, { init: { signal } });
      if (!response.ok) await answer(Promise.resolve(response as Response));
      saveFile(await response.blob(), name);
      notify({ kind: 'done', message: key('export:done'), values: { name }, undoable: false });
    });
  return { isRunning, run, stop };
}
