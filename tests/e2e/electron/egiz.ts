import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from 'playwright/test';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const package_ = join(root, 'node_modules', 'electron');

/** Electron's binary where it is installed; nothing is downloaded for a test. */
export function electronBinary(): string | null {
  const named = join(package_, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(package_, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** A home of its own: nothing of the person who runs the tests is read or written. */
export async function newHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'egiz-electron-'));
}

/** Starts the built program on the library `Library` of a home. */
export async function launch(binary: string, home: string): Promise<ElectronApplication> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({
    executablePath: binary,
    args: [...asRoot, root, '--library', join(home, 'Library')],
    env: {
      ...definedEnvironment(),
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      APPDATA: home,
      LANG: 'en_GB.UTF-8',
    },
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
