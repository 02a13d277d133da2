// `npm run dev -- [--library DIR] [--port N]`: builds again at every change of a source and serves the result on the loopback
// host, which starts again after each build and prints the address to open.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './bootstrap/child.mjs';
import { ensureBuilt } from './build/build.ts';
import { stamp } from './build/freshness.ts';

const root = join(import.meta.dirname, '..');

/** Milliseconds of quiet after a change before it is built: an editor writes a file in several steps. */
const quiet = 200;

let building = Promise.resolve();
let timer: NodeJS.Timeout | null = null;

/** Builds once the sources are quiet, one build after the other; a failed build leaves the last one in place. */
function buildSoon(): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    building = building.then(ensureBuilt).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
    });
  }, quiet);
}

await ensureBuilt();
for (const layer of ['src-core', 'src-main', 'src-renderer']) {
  watch(join(root, layer), { recursive: true }, buildSoon);
}
const host = [`--watch-path=${join(root, stamp)}`, '--watch-preserve-output', join(root, 'out/main/serve.js')];
const { code, told } = await runChild(process.execPath, [...host, ...process.argv.slice(2)], { cwd: root });
process.exit(told ? 0 : code);
