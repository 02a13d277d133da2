import { useEffect, useRef, useState } from 'react';
import type { ExportFormat, ExportPreview } from '#main/api/export-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { saveFile } from '#renderer/app/save-file.ts';
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
  const [state, setState] = useState<{ formats: readonly ExportFormat[] | null; failure: ApiFailure | null }>({
    formats: null,
    failure: null,
  });
  useEffect(() => {
    answer(api.export.formats.$get()).then(
      ({ formats }) => {
        setState({ formats, failure: null });
      },
      (cause: unknown) => {
        setState({ formats: null, failure: cause as ApiFailure });
      },
    );
  }, []);
  return state;
}

/** What a task would give; while the answer is on its way, what the last one gave. */
export function usePreview(
  work: string,
  task: ExportTask | null,
): { preview: ExportPreview | null; failure: ApiFailure | null } {
  const [state, setState] = useState<{ preview: ExportPreview | null; failure: ApiFailure | null }>({
    preview: null,
    failure: null,
  });
  const asked = task === null ? null : JSON.stringify(task);
  useEffect(() => {
    if (asked === null) return;
    const abort = new AbortController();
    const json = JSON.parse(asked) as ExportTask;
    answer(api.works[':work'].export.preview.$post({ param: { work }, json }, { init: { signal: abort.signal } })).then(
      (preview) => {
        if (!abort.signal.aborted) setState({ preview, failure: null });
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) setState({ preview: null, failure: cause as ApiFailure });
      },
    );
    return () => {
      abort.abort();
    };
  }, [work, asked]);
  return state;
}

/** Makes the file and gives it to the reader; it can be stopped. */
export function useSaving(work: string, done: () => void) {
  const [isRunning, setRunning] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const run = async (json: ExportTask, name: string): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setRunning(true);
    try {
      const init = { signal: controller.signal };
      const response = await api.works[':work'].export.$post({ param: { work }, json }, { init });
      if (!response.ok) await answer(Promise.resolve(response as Response));
      saveFile(await response.blob(), name);
      notify({ kind: 'done', message: key('export:done'), values: { name }, undoable: false });
      done();
    } catch (cause) {
      if (controller.signal.aborted) return;
      setRunning(false);
      const failure = cause instanceof ApiFailure ? cause : new ApiFailure('unreachable', String(cause), null);
      notify({ kind: 'failure', failure });
    }
  };
  return { isRunning, run, stop: () => abort.current?.abort() };
}
