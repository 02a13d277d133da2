// Installs a browser for tests where the machine has none.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from '../bootstrap/child.mjs';
import { browserHere } from './this-machine.ts';

const playwrightCli = join(import.meta.dirname, '..', '..', 'node_modules', 'playwright', 'cli.js');

interface Way {
  name: string;
  commands: [command: string, ...options: string[]][];
}

/** The ways of installing a browser that this machine offers, best first. */
export function ways(platform: NodeJS.Platform, isRoot: boolean, hasApt: boolean): Way[] {
  const mayApt = platform === 'linux' && isRoot && hasApt;
  // Without windows it is smaller and quicker; older systems have the whole browser only.
  const apt = ['chromium-headless-shell', 'chromium'].map((name): Way => ({
    name: `apt-get install ${name}`,
    commands: [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-y', '-q', '--no-install-recommends', name],
    ],
  }));
  const playwright: Way = {
    name: "Playwright's installer",
    commands: [[process.execPath, playwrightCli, 'install', ...(mayApt ? ['--with-deps'] : []), 'chromium']],
  };
  return mayApt ? [...apt, playwright] : [playwright];
}

/**
 * The browser on this machine, after installing one where there was none.
 *
 * @throws Error that says what to do, when none can be installed
 */
export async function ensureBrowser(): Promise<string> {
  const there = browserHere();
  if (there !== null) return there;
  const said: string[] = [];
  for (const way of ways(process.platform, process.getuid?.() === 0, isOnPath('apt-get'))) {
    console.log(`No Chrome, Chromium or Edge here: installing Chromium by ${way.name} …`);
    if (await follow(way, said)) {
      const installed = browserHere();
      if (installed !== null) return installed;
    }
  }
  throw new Error(
    [
      ...said.slice(-20),
      'The tests in a browser need Chrome, Chromium or Edge: there is none, and none could be installed (see above).',
      'Install one, or set EGIZ_BROWSER to the path of its program.',
    ].join('\n'),
  );
}

/** Runs a way's commands up to the first that fails. */
async function follow(way: Way, said: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [command, ...options] of way.commands) {
    const { code, told } = await runChild(command, options, { env, onLine: (line) => said.push(line) });
    if (told) throw new Error('The installation of a browser was interrupted.');
    if (code !== 0) return false;
  }
  return true;
}

function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}
