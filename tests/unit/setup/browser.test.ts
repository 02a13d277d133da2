import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from '../../../scripts/browser/find.ts';
import { ways } from '../../../scripts/browser/install.ts';

/** A machine that has these browsers and no others. */
function machine(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...browsers: string[]): Machine {
  return { platform, env, works: (path) => browsers.includes(path) };
}

describe('the browser for the tests', () => {
  test('is the one that EGIZ_BROWSER names, before all others', () => {
    const here = machine(
      'linux',
      { EGIZ_BROWSER: '/mine/brave', PATH: '/usr/bin' },
      '/mine/brave',
      '/usr/bin/chromium',
    );
    expect(findBrowser(here, [])).toBe('/mine/brave');
  });

  test('is none of the others when EGIZ_BROWSER names something else', () => {
    const here = machine('linux', { EGIZ_BROWSER: '/mine/nothing', PATH: '/usr/bin' }, '/usr/bin/chromium');
    expect(() => findBrowser(here, [])).toThrow('"/mine/nothing"');
  });

  test('is found on the PATH', () => {
    const here = machine('linux', { PATH: '/bin:/home/me/bin' }, '/home/me/bin/google-chrome');
    expect(findBrowser(here, [])).toBe('/home/me/bin/google-chrome');
  });

  test('is the one without windows where both are, and the whole one where that is asked for', () => {
    const here = machine('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium', '/usr/bin/chromium-headless-shell');
    expect(findBrowser(here, [])).toBe('/usr/bin/chromium-headless-shell');
    expect(findBrowser(here, [], 'whole')).toBe('/usr/bin/chromium');
    const alone = machine('linux', { PATH: '/usr/bin' }, '/usr/bin/chromium-headless-shell');
    expect(findBrowser(alone, [], 'whole')).toBe('/usr/bin/chromium-headless-shell');
  });

  test('is found where Linux packages put it', () => {
    expect(findBrowser(machine('linux', { PATH: '' }, '/opt/google/chrome/chrome'), [])).toBe(
      '/opt/google/chrome/chrome',
    );
  });

  test('is found among the applications of a Mac, everybody’s and one’s own', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const chrome = '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', { HOME: '/Users/me' }, edge), [])).toBe(edge);
    expect(findBrowser(machine('darwin', { HOME: '/Users/me' }, chrome), [])).toBe(chrome);
  });

  test('is found among the programs of Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findBrowser(machine('win32', { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, edge), [])).toBe(edge);
  });

  test('is Playwright’s own where the machine has none', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin' }, '/cache/chrome'), ['/cache/chrome'])).toBe(
      '/cache/chrome',
    );
  });

  test('is null where there is none', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin' }), ['/cache/chrome'])).toBeNull();
  });
});

describe('a missing browser is installed', () => {
  const names = (...asked: Parameters<typeof ways>): string[] => ways(...asked).map(({ name }) => name);

  test('by apt-get for root on Debian, and by Playwright when that fails', () => {
    expect(names('linux', true, true)).toEqual([
      'apt-get install chromium-headless-shell',
      'apt-get install chromium',
      "Playwright's installer",
    ]);
  });

  test('by Playwright for everyone else', () => {
    expect(names('linux', false, true)).toEqual(["Playwright's installer"]);
    expect(names('linux', true, false)).toEqual(["Playwright's installer"]);
    expect(names('darwin', true, false)).toEqual(["Playwright's installer"]);
  });
});
