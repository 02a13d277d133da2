import { createStore } from 'zustand/vanilla';
import type { DictionaryInfo, ImportFailure, ImportPreview, ImportSettings } from '#main/api/dictionary-shapes.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { beginImport, cancelImport, loadDictionaries, previewImport, runImport, sendFiles } from './calls.ts';
import { dictionaries } from './dictionaries-state.ts';

/** Where an import stands. It goes on while the dialog is closed. */
export type ImportStage =
  | { kind: 'idle' }
  | { kind: 'sending'; names: string; share: number }
  | { kind: 'settings'; job: string; names: string; preview: ImportPreview }
  | { kind: 'reading'; job: string; name: string; share: number; entries: number; skipped: number }
  | { kind: 'done'; dictionary: DictionaryInfo }
  | { kind: 'failed'; names: string; why: Trouble };

/** Why an import did not go on: what is wrong with the files, or a failure of the program. */
export type Trouble = { code: ImportFailure; message: string } | { failure: ApiFailure };

export const importing = createStore<{ stage: ImportStage }>(() => ({ stage: { kind: 'idle' } }));

let stop = new AbortController();

/** Sends files, finds out what they are, and asks what they do not say. Ends an import that waits for its settings. */
export async function bring(files: readonly File[]): Promise<void> {
  const { stage } = importing.getState();
  if (files.length === 0 || stage.kind === 'sending' || stage.kind === 'reading') return;
  await leave();
  stop = new AbortController();
  const { signal } = stop;
  const names = files.map(({ name }) => name).join(', ');
  to({ kind: 'sending', names, share: 0 });
  let job: string | null = null;
  try {
    job = await beginImport(files);
    await sendFiles(job, files, (share) => to({ kind: 'sending', names, share }), signal);
    const preview = await previewImport(job);
    signal.throwIfAborted();
    to({ kind: 'settings', job, names, preview });
  } catch (error) {
    if (job !== null) await cancelImport(job);
    to(signal.aborted ? { kind: 'idle' } : { kind: 'failed', names, why: troubleOf(error) });
  }
}

/** Reads what was sent. */
export async function readBrought(settings: ImportSettings): Promise<void> {
  const { stage } = importing.getState();
  if (stage.kind !== 'settings') return;
  const { job, names } = stage;
  const { name } = settings;
  to({ kind: 'reading', job, name, share: 0, entries: 0, skipped: 0 });
  try {
    const end = await runImport(job, settings, ({ share, entries, skipped }) => {
      to({ kind: 'reading', job, name, share, entries, skipped });
    });
    if (end === null) to({ kind: 'idle' });
    else if ('type' in end) to({ kind: 'failed', names, why: { code: end.code, message: end.message } });
    else {
      await loadDictionaries();
      to({ kind: 'done', dictionary: end });
    }
  } catch (error) {
    to({ kind: 'failed', names, why: troubleOf(error) });
  }
  tellIfAway();
}

/** Cancels what is under way, or closes what is told of the last import. */
export async function leave(): Promise<void> {
  const { stage } = importing.getState();
  stop.abort();
  if (stage.kind === 'settings' || stage.kind === 'reading') await cancelImport(stage.job);
  if (stage.kind !== 'sending' && stage.kind !== 'reading') to({ kind: 'idle' });
}

function to(stage: ImportStage): void {
  importing.setState({ stage });
}

/** Who closed the dialog meanwhile is told at the edge of the window. */
function tellIfAway(): void {
  const { stage } = importing.getState();
  if (dictionaries.getState().open) return;
  if (stage.kind === 'done') {
    const { name, entries } = stage.dictionary;
    notify({
      kind: 'done',
      message: 'dictionaries:done.imported',
      values: { name, count: entries },
      undoable: false,
    });
  } else if (stage.kind === 'failed') {
    notify({ kind: 'done', message: 'dictionaries:done.failed', values: { names: stage.names }, undoable: false });
  }
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiFailure)) {
    return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
  }
  // What is wrong with the files is told as a bad request that names the reason.
  const found = fileTroubles.find((code) => code === error.where);
  return found === undefined ? { failure: error } : { code: found, message: error.message };
}

const fileTroubles = ['unknown-format', 'missing-file', 'nothing-found', 'bad-file', 'too-large'] as const;
