// Electron's program, which its npm package fetches at the first run and not when it is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../bootstrap/child.mjs';

const folder = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');

/** Milliseconds that a download may take. */
const patience = 5 * 60_000;

/** Electron's program; null where it is not there yet. */
export function electronBinary(): string | null {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const binary = join(folder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Fetches Electron's program where it is missing. Answers null when it is there, else one sentence saying why not. */
export async function electronMissing(): Promise<string | null> {
  if (electronBinary() !== null) return null;
  console.log('Downloading Electron (once, about 120 MB) …');
  const said: string[] = [];
  const limit = AbortSignal.timeout(patience);
  const { code, told } = await runChild(process.execPath, [join(folder, 'install.js')], {
    onLine: (line) => said.push(line),
    until: limit,
  });
  if (told) throw new Error('The download of Electron was interrupted.');
  if (code === 0 && electronBinary() !== null) return null;
  const why = limit.aborted ? `it took longer than ${patience / 60_000} minutes` : reason(said);
  return `Electron could not be downloaded (${why}).`;
}

/** What went wrong, from the lines that Electron's installer prints: an error with its stack. */
export function reason(said: readonly string[]): string {
  const first = said.find((line) => line.trim() !== '') ?? 'it does not say why';
  return first.replace(/^\w*Error(?: \[\w+\])?: /, '').replace(/[.\s]+$/, '');
}
