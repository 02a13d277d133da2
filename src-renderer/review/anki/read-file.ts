import { readNotes, UnreadableNotes } from '#core/review/anki/read-text.ts';
import type { ForeignNotes } from '#core/review/anki/foreign.ts';
import type { AnkiRead } from '#main/api/anki-shapes.ts';
import type { DecodedText } from '#main/api/shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';

/** Largest files that are read, in bytes: the API's limits. */
const largestPackage = 128 * 1024 * 1024;
const largestText = 8 * 1024 * 1024;

/** Why a file is not read. */
export type Refusal =
  'not-package' | 'unsafe' | 'too-big' | 'newer' | 'damaged' | 'not-text' | 'separator' | 'empty' | 'failed';

/** A file of notes, read; or why not, with what is known of it in English. */
export type ReadFile = { notes: ForeignNotes } | { refused: Refusal; detail: string };

/**
 * Reads a package of Anki or a text file, told apart by how they begin. `language` tells how older texts are encoded; `stop`
 * gives the reading up.
 */
export async function readFile(file: File, language: string, stop: AbortSignal): Promise<ReadFile> {
  try {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    const isArchive = head[0] === 0x50 && head[1] === 0x4b;
    if (file.size > (isArchive ? largestPackage : largestText)) return { refused: 'too-big', detail: '' };
    const bytes = await file.arrayBuffer();
    const isNamed = /\.(apkg|colpkg)$/iu.test(file.name);
    const read = isArchive || isNamed ? await readArchive(bytes, stop) : await readText(bytes, language, stop);
    if ('notes' in read && read.notes.types.length === 0) return { refused: 'empty', detail: '' };
    return read;
  } catch (cause) {
    if (cause instanceof UnreadableNotes) return { refused: 'separator', detail: cause.message };
    const isNoText = cause instanceof ApiFailure && cause.code === 'bad-request';
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { refused: isNoText ? 'not-text' : 'failed', detail };
  }
}

const binary = { 'Content-Type': 'application/octet-stream' };

async function readArchive(bytes: ArrayBuffer, signal: AbortSignal): Promise<ReadFile> {
  const read: AnkiRead = await answer(api.anki.read.$post({}, { init: { body: bytes, headers: binary, signal } }));
  return 'notes' in read ? read : { refused: read.refused.code, detail: read.refused.message };
}

async function readText(bytes: ArrayBuffer, language: string, signal: AbortSignal): Promise<ReadFile> {
  const decoded: DecodedText = await answer(
    api.glossary.decode.$post({ query: { language } }, { init: { body: bytes, headers: binary, signal } }),
  );
  return { notes: readNotes(decoded.text) };
}
