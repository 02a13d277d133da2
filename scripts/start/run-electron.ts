// The reader in a window of its own.
import { join } from 'node:path';
import { runChild } from '../bootstrap/child.mjs';
import { electronBinary } from './electron-binary.ts';

const root = join(import.meta.dirname, '..', '..');

/** Milliseconds within which a program that cannot run on this machine has failed. */
const failsWithin = 5000;

/** How the window ended. */
export interface Ran {
  code: number;
  /** False when Electron failed at once: a missing system library, a display that does not answer. */
  couldRun: boolean;
}

/** Opens the window and waits until it is closed. @throws Error when Electron's program is not there */
export async function runElectron(library: string | null): Promise<Ran> {
  const binary = electronBinary();
  if (binary === null) throw new Error('Electron is not there.');
  const isRoot = process.getuid?.() === 0;
  if (isRoot) console.log("Running as root: Electron's sandbox is off.");
  const hidden: string[] = [];
  const began = performance.now();
  const { code, told } = await runChild(
    binary,
    [root, ...(isRoot ? ['--no-sandbox'] : []), ...(library === null ? [] : ['--library', library])],
    {
      onLine: (line, stream) => {
        if (isChatter(line)) hidden.push(line);
        else process[stream].write(`${line}\n`);
      },
    },
  ).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return { code: 1, told: false };
  });
  if (told || code === 0) return { code: 0, couldRun: true };
  for (const line of hidden.slice(-10)) console.error(line);
  return { code, couldRun: performance.now() - began > failsWithin };
}

/** True for what Chromium logs of its own workings (a bus it did not find, a codec it lacks), which no reader can act upon. */
export function isChatter(line: string): boolean {
  return /^\[\d+:\d{4}\/\d{6}\.\d+:(?:VERBOSE\d*|INFO|WARNING|ERROR):/.test(line);
}
