// Builds what is stale, then opens Egiz where it was asked for, or where this machine can show it.
import { resolve } from 'node:path';
import { ensureBuilt } from '../build/build.ts';
import { readArguments } from './arguments.mjs';
import { electronMissing } from './electron-binary.ts';
import { hasDisplay } from './display.ts';
import { runElectron } from './run-electron.ts';
import { serve } from './serve.ts';

interface Chosen {
  host: 'electron' | 'browser' | 'none';
  /** Why it is not what a reader would expect; null where nothing needs to be said. */
  because: string | null;
}

/**
 * The host to open: the one asked for; else Electron where it can be had, else the browser, and without a display none.
 * `--port` asks for the loopback host, since Electron has no port.
 *
 * @throws Error when `--host electron` was asked for and cannot be had
 */
async function choose(host: Chosen['host'] | null, port: number | null): Promise<Chosen> {
  if (host === 'none') return { host, because: null };
  if (!hasDisplay(process.platform, process.env)) {
    if (host === 'electron') {
      throw new Error('Electron needs a display, and there is none (neither DISPLAY nor WAYLAND_DISPLAY is set).');
    }
    return { host: 'none', because: 'There is no display: open the address in a browser on this machine.' };
  }
  if (host === 'browser' || (host === null && port !== null)) return { host: 'browser', because: null };
  const missing = await electronMissing();
  if (missing === null) return { host: 'electron', because: null };
  if (host === 'electron') throw new Error(missing);
  return { host: 'browser', because: `${missing} Opening Egiz in the browser instead.` };
}

async function start(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if ('wrong' in asked) throw new Error(asked.wrong);
  // npm runs its scripts in the project's folder, and keeps the one it was called in.
  const library = asked.library === null ? null : resolve(process.env['INIT_CWD'] ?? '', asked.library);

  await ensureBuilt();
  const chosen = await choose(asked.host, asked.port);
  if (chosen.because !== null) console.log(chosen.because);
  if (chosen.host !== 'electron') return await serve({ library, port: asked.port, open: chosen.host === 'browser' });

  const ended = await runElectron(library);
  if (ended.couldRun || asked.host === 'electron') return ended.code;
  console.log('Electron cannot run on this machine (see above). Opening Egiz in the browser instead.');
  return await serve({ library, port: null, open: true });
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
