import { basename, dirname, join } from 'node:path';
import { matchedFiles, type OfferedFile } from '#core/formats/loose/matching.ts';
import { mosesNames, mosesNeeds } from '#core/formats/lines/read.ts';
import { type AlignmentNeeds, type NeededDocument, told } from '#core/formats/loose/needs.ts';
import { fileBeside } from '#main/import/files-beside.ts';
import { InputError } from './text-input.ts';

/** A file that was named on the command line, as far as it is known. */
export interface NamedText extends OfferedFile {
  readonly path: string;
}

/**
 * The paths of the files that an alignment needs: of those named beside it, else of those that lie beside it.
 *
 * @throws InputError saying which are missing
 */
export async function documentsOf(
  alignment: string,
  { documents }: AlignmentNeeds,
  named: readonly NamedText[],
): Promise<string[]> {
  const found = matchedFiles(documents, named);
  const paths: (string | null)[] = [];
  for (const [at, document] of documents.entries()) {
    paths.push(named[found[at] ?? -1]?.path ?? (await pathBeside(alignment, document)));
  }
  const missing = documents.filter((_, at) => paths[at] === null);
  if (missing.length > 0) {
    const [first = '', ...others] = missing.map(told);
    const shown = [first, ...others.slice(0, 4)].join(', ');
    const more = others.length > 4 ? ` and ${String(others.length - 4)} more` : '';
    throw new InputError(
      `${alignment} links texts that are not here: ${shown}${more}; name their files as well, or put them beside it`,
    );
  }
  return paths.flatMap((path) => path ?? []);
}

function pathBeside(alignment: string, { name }: NeededDocument): Promise<string | null> {
  return name === null ? Promise.resolve(null) : fileBeside(alignment, name);
}

/** Of files that were named, the first pair that their names say has the same lines for Moses: the one, and what it needs. */
export function pairNamed(files: readonly string[]): { file: string; documents: string[] } | null {
  for (const file of files) {
    const names = mosesNames(basename(file));
    if (names === null) continue;
    const paths = mosesNeeds(basename(file)).documents.map(({ key }) =>
      files.find((one) => dirname(one) === dirname(file) && basename(one).replace(/\.gz$/iu, '') === key),
    );
    if (paths.every((path) => path !== undefined)) return { file, documents: paths };
  }
  return null;
}

/** A path with its last folder alone, by which files of one name are told apart. */
export function shortPath(path: string): string {
  return join(basename(dirname(path)), basename(path));
}
