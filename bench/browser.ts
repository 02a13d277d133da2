import { type Browser, chromium } from 'playwright';
import { browserHere } from '../scripts/browser/this-machine.ts';

/** Starts the machine's Chromium without anything that it does of its own accord. @throws Error where there is none */
export async function startBrowser(): Promise<Browser> {
  const executablePath = browserHere('whole');
  if (executablePath === null) throw new Error('No Chrome, Chromium or Edge here: `npm test` installs one');
  return chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--enable-precise-memory-info',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/** The window that all measurements use. */
export const viewport = { width: 1440, height: 900 };
