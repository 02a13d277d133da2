import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { FormatError } from '#core/formats/format-error.ts';
import { ApiError } from '#main/api/failure.ts';
import { defaultLibrary, ownProgram } from '#main/host/folders.ts';
import { BroughtError } from '#main/import/brought-files.ts';
import { type Library, LibraryError, openLibrary } from '#main/library/library.ts';
import type { Called } from './text-command.ts';
import { InputError } from './text-input.ts';

/** What the help of these commands says of the option. */
export const libraryHelp = `  --library DIR  the folder of the library
                 (otherwise: Egiz among your documents, or in your home)`;

/** The name by which a library is told who has it open. */
export function programName(): string {
  return `Egiz ${ownProgram().version}`;
}

/**
 * Does something with the library that a command names, and closes it. One that the reader has open can be read.
 *
 * @param use `read`: the library must be there; `write`: it is made where it is not, and nobody else may have it open
 * @throws InputError in one line, for whatever the library refuses
 */
export async function withLibrary<T>(
  called: Called,
  use: 'read' | 'write',
  run: (library: Library) => Promise<T>,
): Promise<T> {
  const named = called.options['library'];
  const usual = (): string => defaultLibrary({ home: homedir(), env: process.env });
  const folder = resolve(typeof named === 'string' && named !== '' ? named : usual());
  if (use === 'read' && !existsSync(join(folder, 'works')) && !existsSync(join(folder, 'library.json'))) {
    throw new InputError(`${folder} is no library; name its folder with --library`);
  }
  return inWords(async () => {
    const library = await openLibrary(folder, { program: programName(), watch: false });
    try {
      if (use === 'write') refuseReadOnly(library);
      return await run(library);
    } finally {
      await library.close();
    }
  });
}

function refuseReadOnly({ readOnly, folder }: Library): void {
  if (readOnly === null) return;
  if (readOnly.reason === 'newer') {
    throw new InputError(`${folder} was written by a newer Egiz (version ${String(readOnly.version)}); update Egiz`);
  }
  const { program, pid } = readOnly.holder;
  throw new InputError(`${folder} is open in ${program} (process ${String(pid)}); close it there first`);
}

/** What goes wrong with files and libraries, as a line for a person. @throws InputError; what nobody expected as it is */
export async function inWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isExpected =
      error instanceof LibraryError ||
      error instanceof ApiError ||
      error instanceof FormatError ||
      error instanceof EgizFileError ||
      error instanceof BroughtError;
    if (isExpected) throw new InputError(error.message, { cause: error });
    throw error;
  }
}
