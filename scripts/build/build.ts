// Builds Egiz into out/ when its sources are newer than what is there.
import { join } from 'node:path';
import { runChild } from '../bootstrap/child.mjs';
import { isBuilt, noteBuilding, noteBuilt } from './freshness.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * Makes sure that `out/` holds a build of the sources as they stand; says so when there is something to build.
 *
 * @throws Error with what the build printed, when it failed
 */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt(root)) return;
  console.log('Building Egiz …');
  const from = noteBuilding(root);
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const said: string[] = [];
  const { code, told } = await runChild(process.execPath, [script, 'build', '--logLevel', 'warn'], {
    cwd: root,
    onLine: (line) => said.push(line),
  });
  if (told) throw new Error('The build was interrupted.');
  if (code !== 0) throw new Error(['The build failed.', ...said].join('\n'));
  noteBuilt(root, from);
}

if (import.meta.main) {
  await ensureBuilt().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
