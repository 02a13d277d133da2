// `npm run dev -- [--library DIR] [--port N]`: builds again at every change of a source and serves the result on the loopback
// host, which starts again when its own code changed. Reload the page to see a change.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './bootstrap/child.mjs';
import { ensureBuilt } from './build/build.ts';

const root = join(import.meta.dirname, '..');
const at = (path: string): string => join(root, path);

await ensureBuilt();
// From here on out/ holds what the watching build makes, which no fingerprint describes.
rmSync(at('out/built-from'), { force: true });

const watching = runChild(process.execPath, [at('node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
  cwd: root,
  env: { ...process.env, EGIZ_WATCH: '1' },
});
const serving = runChild(process.execPath, ['--watch', at('out/main/serve.js'), ...process.argv.slice(2)], {
  cwd: root,
});
const ended = await Promise.race([watching, serving]);
process.exit(ended.told ? 0 : ended.code);
