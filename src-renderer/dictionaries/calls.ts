import type {
  DictionaryEdit,
  DictionaryInfo,
  ImportLine,
  ImportPreview,
  ImportSettings,
} from '#main/api/dictionary-shapes.ts';
import { answer, api } from '#renderer/app/client.ts';
import { jsonLines } from '#renderer/app/json-lines.ts';
import { receiveDictionaries } from './dictionaries-state.ts';

const { dictionaries } = api;

/** Bytes of a file that are sent at a time. */
const piece = 4 * 1024 * 1024;

/** Reads the list of dictionaries. @throws ApiFailure */
export async function loadDictionaries(): Promise<void> {
  receiveDictionaries((await answer(dictionaries.$get())).dictionaries);
}

/** Changes a dictionary's name, its place, or whether it is asked. @throws ApiFailure */
export async function editDictionary(id: string, edit: DictionaryEdit): Promise<void> {
  receiveDictionaries((await answer(dictionaries[':id'].$patch({ param: { id }, json: edit }))).dictionaries);
}

/** Removes a dictionary for good. @throws ApiFailure */
export async function removeDictionary(id: string): Promise<void> {
  receiveDictionaries((await answer(dictionaries[':id'].$delete({ param: { id } }))).dictionaries);
}

/** Begins an import. @returns the job's id. @throws ApiFailure */
export async function beginImport(files: readonly File[]): Promise<string> {
  const list = files.map(({ name, size }) => ({ name, size }));
  return (await answer(dictionaries.imports.$post({ json: { files: list } }))).job;
}

/**
 * Sends the files piece by piece, so that none has to fit into memory.
 *
 * @throws ApiFailure, or an AbortError once `stop` is aborted
 */
export async function sendFiles(
  job: string,
  files: readonly File[],
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<void> {
  const total = Math.max(
    1,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  let sent = 0;
  for (const [at, file] of files.entries()) {
    for (let offset = 0; offset === 0 || offset < file.size; offset += piece) {
      const bytes = await file.slice(offset, offset + piece).arrayBuffer();
      stop.throwIfAborted();
      // The typed client knows no bodies of bytes.
      const address = dictionaries.imports[':job'].$url({
        param: { job },
        query: { file: String(at), offset: String(offset) },
      });
      await answer(fetch(address, { method: 'PUT', body: bytes, signal: stop }));
      sent += bytes.byteLength;
      progress(sent / total);
    }
  }
}

/** What the files are. @throws ApiFailure */
export function previewImport(job: string): Promise<ImportPreview> {
  return answer(dictionaries.imports[':job'].$get({ param: { job } }));
}

/** Ends an import and forgets its files; whether there was one does not matter. */
export async function cancelImport(job: string): Promise<void> {
  await dictionaries.imports[':job'].$delete({ param: { job } }).catch(() => undefined);
}

/**
 * Reads the files into a dictionary, and tells every line of progress.
 *
 * @returns the dictionary; `null` where the import was cancelled, or the line that says why it failed
 * @throws ApiFailure when the answer breaks off
 */
export async function runImport(
  job: string,
  settings: ImportSettings,
  progress: (line: Extract<ImportLine, { type: 'progress' }>) => void,
): Promise<DictionaryInfo | Extract<ImportLine, { type: 'failed' }> | null> {
  const response = await dictionaries.imports[':job'].start.$post({ param: { job }, json: settings });
  // A refusal is told as that of every other call.
  if (!response.ok || response.body === null) return answer(Promise.resolve(response)) as Promise<never>;
  for await (const line of jsonLines<ImportLine>(response.body)) {
    if (line.type === 'progress') progress(line);
    else if (line.type === 'done') return line.dictionary;
    else if (line.type === 'failed') return line;
    else if (line.type === 'cancelled') return null;
  }
  return null;
}
