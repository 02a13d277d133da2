import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from './find.ts';

/**
 * The browser on this machine, Playwright's own included; null where there is none.
 *
 * @param kind see `findBrowser`
 * @throws Error when `EGIZ_BROWSER` names something that is no browser
 */
export function browserHere(kind: 'shell' | 'whole' = 'shell'): string | null {
  return findBrowser({ platform: process.platform, env: process.env, works }, [chromium.executablePath()], kind);
}

/**
 * The file is there and says which version it is. On Debian's relatives `chromium` can be a mere pointer to a package that
 * is not installed. (On Windows a browser does not answer but opens, so its being there must do.)
 */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
