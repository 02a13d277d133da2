import { basename } from 'node:path';
import type { ReadFailure } from '#main/api/import-shapes.ts';
import type { FileChoices } from '#main/formats/read-file.ts';
import type { BroughtFiles } from '#main/import/brought-files.ts';
import { documentsOf, type NamedText, pairNamed, shortPath } from './aligned-files.ts';
import type { Output } from './command.ts';
import { fileBytes } from './input-file.ts';
import { InputError } from './text-input.ts';

/** A file that was read: its path, and its id among the files brought. */
export interface ReadPath {
  readonly file: string;
  readonly id: string;
}

/** A file that came, and why it is not read by itself; `null` where it is. */
interface Came extends ReadPath {
  readonly failure: ReadFailure | null;
}

/**
 * Reads files, alignments with the texts that they are between: those named as well, else those that lie beside them. What an alignment
 * is between is not read a second time by itself.
 *
 * @param choices what was said of the first file
 * @throws InputError in one line, for the first that cannot be read
 */
export async function bringFiles(
  brought: BroughtFiles,
  files: readonly string[],
  output: Output,
  stop: AbortSignal,
  choices: FileChoices = {},
): Promise<ReadPath[]> {
  const read = async ({ file, id }: ReadPath, said: FileChoices, documents: string[] = []): Promise<Came> => {
    const progress = (share: number): void =>
      output.progress?.(`Egiz: reading ${basename(file)}, ${String(Math.floor(share * 100))} %`);
    const end = await brought.read(id, said, progress, stop, documents);
    if (end === 'cancelled') throw new InputError('stopped; nothing was stored');
    return { file, id, failure: 'failure' in end ? end.failure : null };
  };
  const came: Came[] = [];
  for (const [at, file] of files.entries()) came.push(await read(await put(brought, file), at === 0 ? choices : {}));
  const used = new Set<string>();
  const link = async (alignment: Came, paths: readonly string[], said: FileChoices): Promise<Came> => {
    const documents: string[] = [];
    for (const path of paths) {
      documents.push(came.find(({ file }) => file === path)?.id ?? (await put(brought, path)).id);
      if (path !== alignment.file) used.add(path);
    }
    return read(alignment, said, documents);
  };
  for (const [at, alignment] of came.entries()) {
    const needs = alignment.failure?.needs;
    if (needs === undefined) continue;
    const texts = came.filter(({ failure, file }) => failure?.needs === undefined && !used.has(file));
    const paths = await documentsOf(
      alignment.file,
      needs,
      texts.map((one) => named(brought, one)),
    );
    came[at] = await link(alignment, paths, at === 0 ? choices : {});
  }
  const pair = pairNamed(files.filter((file) => !used.has(file)));
  for (const [at, one] of came.entries()) {
    if (pair?.file === one.file) came[at] = await link(one, pair.documents, { format: 'moses' });
  }
  return came
    .filter(({ file }) => !used.has(file))
    .map(({ file, id, failure }) => {
      if (failure !== null) throw new InputError(inOneLine(file, failure));
      return { file, id };
    });
}

/** Why a file was not read, with the place in it. */
function inOneLine(file: string, { message, place: { line, entry } }: ReadFailure): string {
  const place = line !== undefined ? `:${String(line)}` : entry !== undefined ? ` (${entry})` : '';
  return `${file}${place}: ${message}`;
}

async function put(brought: BroughtFiles, file: string): Promise<ReadPath> {
  const bytes = await fileBytes(file);
  const id = brought.begin(basename(file), bytes.length);
  brought.put(id, 0, bytes);
  return { file, id };
}

function named(brought: BroughtFiles, { file, id, failure }: Came): NamedText {
  const name = shortPath(file);
  if (failure !== null) return { path: file, name, language: null, lines: null };
  const { read } = brought.readOf(id);
  return { path: file, name, language: read.imported.texts[0]?.language ?? null, lines: read.lines };
}
