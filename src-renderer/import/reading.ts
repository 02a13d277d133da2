import type { FilePreview } from '#main/api/import-shapes.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { forgetBlocks } from './blocks.ts';
import { readSent, type Said } from './calls.ts';
import { draftsOf, kazakhFirst, type Draft } from './drafts.ts';
import { importing, type BroughtFile, type FileFailure } from './import-state.ts';
import { isPairByName, pairByName, rematched } from './needed-files.ts';

const stops = new Map<string, AbortController>();

/** What ends the sending and reading of a file; what was under way ends. */
export function stopFor(file: string): AbortSignal {
  stops.get(file)?.abort();
  const stop = new AbortController();
  stops.set(file, stop);
  return stop.signal;
}

/** Ends what is done with a file. */
export function endReading(file: string): void {
  stops.get(file)?.abort();
  stops.delete(file);
}

/** Changes what is known of a file. */
export function patch(file: string, change: Partial<BroughtFile>): void {
  importing.setState(({ files }) => ({ files: files.map((one) => (one.key === file ? { ...one, ...change } : one)) }));
}

/** Says of a file that something went wrong, unless nobody waits for it any more. */
export function fail(file: string, error: unknown, stop: AbortSignal): void {
  if (stop.aborted) return;
  const why = error instanceof ApiFailure ? error : (changed(error) ?? new ApiFailure('internal', String(error), null));
  patch(file, { state: { kind: 'failed', why } });
}

/** Reads a file again, as a person says it is. What was corrected in its text is lost with it. */
export async function readAgain(file: string, said: Said): Promise<void> {
  if (fileOf(file)?.id === null) return;
  releaseDocuments(file);
  patch(file, { said, aligned: null });
  await readAnew(file);
}

/** Takes another file, or none, for a text that an alignment is between. */
export async function chooseDocument(file: string, at: number, document: string | null): Promise<void> {
  const { aligned } = fileOf(file) ?? {};
  if (aligned === null || aligned === undefined) return;
  releaseDocuments(file);
  // A file stands for one text only.
  const chosen = aligned.chosen.map((one, number) => (number === at ? document : one === document ? null : one));
  patch(file, { aligned: { ...aligned, chosen } });
  if (chosen.includes(null)) showWaiting(file);
  else await readAnew(file);
}

async function readAnew(file: string): Promise<void> {
  const stop = stopFor(file);
  try {
    await read(file, stop);
  } catch (error) {
    fail(file, error, stop);
  }
}

/** Reads a file that was sent, an alignment with what it is between. @throws ApiFailure, AbortError */
export async function read(file: string, stop: AbortSignal): Promise<void> {
  const brought = fileOf(file);
  if (brought === null || brought.id === null) return;
  const { id, said, aligned } = brought;
  patch(file, { state: { kind: 'reading', share: 0 } });
  const progress = (share: number): void => {
    patch(file, { state: { kind: 'reading', share } });
  };
  const found = await readSent(id, said, progress, stop, aligned === null ? [] : idsOf(aligned.chosen));
  stop.throwIfAborted();
  forgetBlocks(id);
  if (!('code' in found)) show(file, id, found);
  else if (found.needs === undefined) patch(file, { state: { kind: 'failed', why: found } });
  else {
    const { needs } = found;
    patch(file, { aligned: { needs, chosen: needs.documents.map((_, at) => aligned?.chosen[at] ?? null) } });
    showWaiting(file);
  }
  await matchAlignments();
}

/** Shows the texts of a file in the place of those that it aligns. */
function show(file: string, id: string, preview: FilePreview): void {
  patch(file, { state: { kind: 'read', preview } });
  const hidden = idsOf(fileOf(file)?.aligned?.chosen ?? []).filter((one) => one !== null && one !== id);
  importing.setState(({ drafts, write }) => {
    const next = placed(without(drafts, hidden), draftsOf(preview), id);
    return { drafts: next, past: [], update: null, write: write ?? writeIn(next) };
  });
}

function showWaiting(file: string): void {
  withoutDrafts(file);
  patch(file, { state: { kind: 'waiting' } });
}

/** Looks whether what alignments need is here now, and reads those that have everything. */
async function matchAlignments(): Promise<void> {
  const { files } = importing.getState();
  for (const waiting of files.filter(({ state }) => state.kind === 'waiting')) {
    const aligned = rematched(waiting, importing.getState().files);
    if (aligned === null || aligned.chosen.every((one, at) => one === (waiting.aligned?.chosen[at] ?? null))) continue;
    patch(waiting.key, { aligned });
    // A list of ids has come for two texts that were taken for a pair by their names.
    for (const key of aligned.chosen) {
      const pair = importing
        .getState()
        .files.find((one) => isPairByName(one) && one.aligned?.chosen.includes(key) === true);
      if (pair !== undefined) await readAgain(pair.key, {});
    }
    if (!aligned.chosen.includes(null)) await readAnew(waiting.key);
  }
  const state = importing.getState();
  if (state.files.some((one) => one.state.kind === 'sending' || one.state.kind === 'reading')) return;
  const pair = pairByName(state.files.filter(({ said }) => said.format === undefined));
  if (pair === null) return;
  patch(pair.key, { aligned: pair.aligned, said: { format: 'moses' } });
  await readAnew(pair.key);
}

/** The texts that an alignment is between are each a text of its own again. */
export function releaseDocuments(file: string): void {
  const brought = fileOf(file);
  if (brought?.aligned === null || brought?.state.kind !== 'read') return;
  const documents = brought.aligned?.chosen ?? [];
  withoutDrafts(file);
  importing.setState(({ files, drafts }) => {
    const shown = new Set(drafts.flatMap(({ parts }) => parts.map((part) => part.file)));
    const freed = files.flatMap(({ key, id, state }) =>
      key !== file && documents.includes(key) && state.kind === 'read' && id !== null && !shown.has(id)
        ? draftsOf(state.preview)
        : [],
    );
    return { drafts: kazakhFirst([...drafts, ...freed]), past: [], update: null };
  });
}

/** A file is gone: alignments that it was taken for wait for another. */
export function forgetDocument(document: string): void {
  for (const { key, aligned } of importing.getState().files) {
    if (aligned === null || !aligned.chosen.includes(document)) continue;
    releaseDocuments(key);
    const brought = fileOf(key);
    if (brought !== null && isPairByName(brought)) {
      void readAgain(key, {});
      continue;
    }
    patch(key, { aligned: { ...aligned, chosen: aligned.chosen.map((one) => (one === document ? null : one)) } });
    showWaiting(key);
  }
}

/** Takes the drafts of a file's texts away. */
export function withoutDrafts(file: string): void {
  const id = fileOf(file)?.id ?? null;
  if (id === null) return;
  importing.setState(({ drafts }) => ({ drafts: without(drafts, [id]), past: [], update: null }));
}

function without(drafts: readonly Draft[], files: readonly (string | null)[]): Draft[] {
  return drafts.flatMap((draft) => {
    const parts = draft.parts.filter((part) => !files.includes(part.file));
    return parts.length === draft.parts.length ? [draft] : parts.length === 0 ? [] : [{ ...draft, parts }];
  });
}

/** Fresh drafts in the place of those of the same file, else behind the others, a Kazakh one first. */
function placed(drafts: readonly Draft[], fresh: readonly Draft[], file: string): Draft[] {
  const isOld = ({ parts }: Draft): boolean => parts.some((part) => part.file === file);
  const at = drafts.findIndex(isOld);
  if (at === -1) return kazakhFirst([...drafts, ...fresh]);
  return [...drafts.slice(0, at), ...fresh, ...drafts.slice(at).filter((draft) => !isOld(draft))];
}

/** The language in which a reader of these texts would write a translation. */
function writeIn(drafts: readonly Draft[]): string {
  const language = drafts[0]?.language.split('-', 1)[0];
  return [currentLanguage(), 'en', 'ru', 'kk'].find((one) => one !== language) ?? 'en';
}

/** A file of the reader's that changed or went away after it was chosen; browsers read it no more. `null` for any other failure. */
function changed(error: unknown): FileFailure | null {
  const isIt = error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');
  return isIt ? { code: 'changed', message: error.message, place: {} } : null;
}

function fileOf(file: string): BroughtFile | null {
  return importing.getState().files.find((one) => one.key === file) ?? null;
}

/** What the library calls files, by their keys. */
function idsOf(keys: readonly (string | null)[]): (string | null)[] {
  return keys.map((key) => (key === null ? null : (fileOf(key)?.id ?? null)));
}
