// `npm run dev -- [--library DIR] [--port N]`: builds again at every change of a source and serves the result on the loopback
// host, which starts again after each build and prints the address to open.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './bootstrap/child.mjs';
import { ensureBuilt } from './build/build.ts';

const root = join(import.meta.dirname, '..');
const at = (path: string): string => join(root, path);

await ensureBuilt();
// From here on out/ holds what the watching build makes, which no fingerprint describes.
rmSync(at('out/built-from'), { force: true });

const builder = at('node_modules/electron-vite/bin/electron-vite.js');
const watching = runChild(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
  cwd: root,
  env: { ...process.env, EGIZ_WATCH: '1' },
});
const watched = ['main', 'renderer'].map((part) => `--watch-path=${at(`out/${part}`)}`);
const host = [...watched, '--watch-preserve-output', at('out/main/serve.js'), ...process.argv.slice(2)];
const serving = runChild(process.execPath, host, { cwd: root });

const first = await Promise.race([watching, serving]);
// Told to end, the host still closes the library.
if (first.told) await Promise.all([watching, serving]);
process.exit(first.told ? 0 : first.code);
