import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({ name: z.literal('egiz'), version: z.string() });

/** Where this program lies, and which version it is. */
export interface Program {
  folder: string;
  version: string;
}

/**
 * Finds the program's own folder: the nearest one upwards of `start` whose `package.json` is Egiz's. So the same code runs
 * from the sources, from `out/` and from a packaged archive.
 *
 * @throws Error when there is none
 */
export function findProgram(start: string): Program {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const read = manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (read.success) return { folder, version: read.data.version };
    }
    if (dirname(folder) === folder) throw new Error(`no package.json of Egiz in ${start} or above it`);
  }
}

/** The program that this code belongs to. */
export function ownProgram(): Program {
  return findProgram(import.meta.dirname);
}

/** The folder of the built pages. */
export function pagesFolder(program: string): string {
  return join(program, 'out', 'renderer');
}

/**
 * The libraries that come with Egiz: the folders of `corpus/` that hold a `library.json`, beside the program and, in a
 * packaged one, in its `resources`. Where both hold one of the same name, the program's own counts.
 */
export function findCorpora(program: string, resources: string | null): string[] {
  const found = new Map<string, string>();
  for (const place of resources === null ? [program] : [program, resources]) {
    const corpus = join(place, 'corpus');
    if (!isFolder(corpus)) continue;
    for (const name of readdirSync(corpus).toSorted()) {
      const folder = join(corpus, name);
      if (!found.has(name) && existsSync(join(folder, 'library.json'))) found.set(name, folder);
    }
  }
  return [...found.values()];
}

/** What the choice of a default folder depends on; `node:os` and `process.env` where a program runs. */
export interface Surroundings {
  home: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** Where a reader's library lies when they named no folder: `Egiz` among their documents, else in their home. */
export function defaultLibrary(surroundings: Surroundings): string {
  return join(documentsFolder(surroundings) ?? surroundings.home, 'Egiz');
}

function documentsFolder({ home, env }: Surroundings): string | null {
  const named = namedDocuments(home, env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  for (const folder of [named, join(home, 'Documents')]) if (folder !== null && isFolder(folder)) return folder;
  return null;
}

/** Freedesktop's name of the documents folder, which desktops translate: `XDG_DOCUMENTS_DIR="$HOME/Құжаттар"`. */
function namedDocuments(home: string, config: string): string | null {
  const file = join(config, 'user-dirs.dirs');
  if (!existsSync(file)) return null;
  const value = /^\s*XDG_DOCUMENTS_DIR="([^"]*)"/m.exec(readFileSync(file, 'utf8'))?.[1];
  const folder = value?.replace(/^\$HOME(?=\/|$)/, () => home).replace(/\\(.)/g, '$1');
  return folder !== undefined && isAbsolute(folder) ? folder : null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
