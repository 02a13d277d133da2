// `npm run dist -- [options of electron-builder]`: packages Egiz for the system it runs on, into dist/.
import { join } from 'node:path';
import { runChild } from './bootstrap/child.mjs';
import { ensureBuilt } from './build/build.ts';

const root = join(import.meta.dirname, '..');

try {
  await ensureBuilt();
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const { code, told } = await runChild(process.execPath, [builder, ...process.argv.slice(2)], { cwd: root });
  if (code !== 0 && !told) {
    console.error(
      "Packaging failed. It downloads Electron's program and the tools for each kind of package from github.com.",
    );
  }
  process.exitCode = told ? 130 : code;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
