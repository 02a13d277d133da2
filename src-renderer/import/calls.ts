import type {
  EditionInput,
  FilePreview,
  ImportFormats,
  MakeLine,
  PreviewBlocks,
  ReadLine,
  TranslationBegun,
  UpdateLine,
  WorkInput,
} from '#main/api/import-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { jsonLines } from '#renderer/app/json-lines.ts';

const { files } = api.import;

/** Bytes of a file that are sent at a time. */
const piece = 4 * 1024 * 1024;

/** What a person says of a file, where they correct what was found out. */
export interface Said {
  readonly encoding?: string;
  readonly format?: string;
}

/** What can be read. @throws ApiFailure */
export function loadFormats(): Promise<ImportFormats> {
  return answer(api.import.formats.$get());
}

/**
 * Sends a file piece by piece.
 *
 * @returns its id
 * @throws ApiFailure, or an AbortError once `stop` is aborted
 */
export async function sendFile(file: File, progress: (share: number) => void, stop: AbortSignal): Promise<string> {
  const { file: id } = await answer(files.$post({ json: { name: file.name, size: file.size } }));
  try {
    for (let offset = 0; offset < file.size; offset += piece) {
      const bytes = await file.slice(offset, offset + piece).arrayBuffer();
      stop.throwIfAborted();
      // The typed client knows no bodies of bytes.
      const address = files[':file'].$url({ param: { file: id }, query: { offset: String(offset) } });
      await answer(fetch(address, { method: 'PUT', body: bytes, signal: stop }));
      progress(Math.min(1, (offset + piece) / file.size));
    }
    return id;
  } catch (error) {
    dropFile(id);
    throw error;
  }
}

/** Forgets a file; whether it was there does not matter. */
export function dropFile(id: string): void {
  void files[':file'].$delete({ param: { file: id } }).catch(() => undefined);
}

/**
 * Reads a file that was sent.
 *
 * @param documents of an alignment: the ids of the files that it is between
 * @throws ApiFailure, AbortError
 */
export async function readSent(
  id: string,
  said: Said,
  progress: (share: number) => void,
  stop: AbortSignal,
  documents: readonly (string | null)[] = [],
): Promise<FilePreview | Extract<ReadLine, { type: 'failed' }>['failure']> {
  const address = files[':file'].read.$url({ param: { file: id } });
  const line = await lastLine<ReadLine>(address, { ...said, documents }, progress, stop);
  if (line?.type === 'done') return line.preview;
  if (line?.type === 'failed') return line.failure;
  throw brokenOff(stop);
}

/** Some blocks of a text. @throws ApiFailure */
export function loadBlocks(file: string, text: number, from: number, count: number): Promise<PreviewBlocks> {
  const param = { file, text: String(text) };
  return answer(files[':file'].texts[':text'].$get({ param, query: { from: String(from), count: String(count) } }));
}

/** Makes a work. @throws ApiFailure, AbortError */
export function makeWork(
  work: WorkInput,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Extract<MakeLine, { type: 'done' }>> {
  return made(api.import.works.$url(), work, progress, stop);
}

/** Adds editions to a work, all or none. @throws ApiFailure, AbortError */
export function makeEditions(
  work: string,
  editions: EditionInput[],
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Extract<MakeLine, { type: 'done' }>> {
  return made(api.works[':work'].editions.$url({ param: { work } }), { editions, align: true }, progress, stop);
}

/** Adds a translation to be written. @throws ApiFailure */
export function beginTranslation(work: string, language: string): Promise<TranslationBegun> {
  return answer(api.works[':work'].translation.$post({ param: { work }, json: { language } }));
}

/** What a new version of an edition would change. @throws ApiFailure, AbortError */
export async function compareVersion(
  work: string,
  edition: string,
  input: EditionInput,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Extract<UpdateLine, { type: 'done' }>['update']> {
  const address = api.works[':work'].editions[':edition'].update.$url({ param: { work, edition } });
  const line = await lastLine<UpdateLine>(address, { edition: input }, progress, stop);
  if (line?.type === 'done') return line.update;
  if (line?.type === 'failed') throw new ApiFailure(line.code, line.message, null);
  throw brokenOff(stop);
}

async function made(
  address: URL,
  body: object,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Extract<MakeLine, { type: 'done' }>> {
  const line = await lastLine<MakeLine>(address, body, progress, stop);
  if (line?.type === 'done') return line;
  if (line?.type === 'failed') throw new ApiFailure(line.code, line.message, null);
  throw brokenOff(stop);
}

/** The line that ends an answer; those before it tell of progress. */
async function lastLine<Line extends { type: string }>(
  address: URL,
  body: object,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Line | null> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: stop,
  }).catch((cause: unknown) => {
    stop.throwIfAborted();
    throw new ApiFailure('unreachable', cause instanceof Error ? cause.message : String(cause), null);
  });
  // A refusal is told as that of every other call.
  if (!response.ok || response.body === null) return answer(Promise.resolve(response)) as Promise<never>;
  let last: Line | null = null;
  for await (const line of jsonLines<Line | { type: 'progress'; share: number }>(response.body)) {
    if ('share' in line) progress(line.share);
    else last = line;
  }
  return last;
}

function brokenOff(stop: AbortSignal): Error {
  return stop.aborted
    ? new DOMException('cancelled', 'AbortError')
    : new ApiFailure('unreachable', 'the answer broke off', null);
}
