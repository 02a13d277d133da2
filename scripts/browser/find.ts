// Finds a browser of Chromium's family on this machine.
import { delimiter, join } from 'node:path';

/** What the search depends on. */
export interface Machine {
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
  /** True when the file is there and is a browser that starts. */
  works: (path: string) => boolean;
}

/** Chromium without windows, which Playwright itself takes for tests: a page costs a third less in it. */
const shell = 'chromium-headless-shell';

/**
 * The browser for tests in a real browser: the one that `EGIZ_BROWSER` names; else the first that works of those on the
 * `PATH`, those in the places where their installers put them, and `others`. Null where there is none.
 *
 * @param kind what is taken where both are on the `PATH`: a browser without windows, or a whole one, as readers have
 * @throws Error when `EGIZ_BROWSER` names something that is no browser
 */
export function findBrowser(
  machine: Machine,
  others: readonly string[],
  kind: 'shell' | 'whole' = 'shell',
): string | null {
  const named = machine.env['EGIZ_BROWSER'];
  if (named !== undefined && named !== '') {
    if (machine.works(named)) return named;
    throw new Error(`EGIZ_BROWSER is "${named}", which is no browser that starts.`);
  }
  const whole = [...onPath(machine, commands), ...wellKnown(machine), ...others];
  const shells = onPath(machine, [shell]);
  return (kind === 'shell' ? [...shells, ...whole] : [...whole, ...shells]).find((path) => machine.works(path)) ?? null;
}

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function onPath({ platform, env }: Machine, names: readonly string[]): string[] {
  if (platform === 'win32') return [];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function wellKnown({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : programs.map((program) => `${folder}\\${program}`),
    );
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] === undefined ? [] : [`${env['HOME']}/Applications`])];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return folders.flatMap((folder) => names.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  return [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
  ];
}
