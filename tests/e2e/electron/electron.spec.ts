import { expect, test, type ElectronApplication, type Page } from 'playwright/test';
import type { EgizBridge } from '#main/api/command.ts';
import type { LibraryState } from '#main/api/shapes.ts';
import { electronBinary, launch, newHome } from './egiz.ts';

const binary = electronBinary();
if (binary === null) {
  process.stdout.write('Electron is not installed here, so the tests in a real window are skipped.\n');
}
test.skip(binary === null, 'Electron is not installed here (node_modules/electron/dist)');

let home: string;
let app: ElectronApplication;
let page: Page;
let complaints: string[];

async function start(): Promise<void> {
  app = await launch(binary ?? '', home);
  page = await app.firstWindow();
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' || text.includes('Content Security Policy')) complaints.push(text);
  });
  await page.waitForLoadState('load');
}

test.beforeEach(async () => {
  home = await newHome();
  complaints = [];
  await start();
});
test.afterEach(() => app.close());

const readState = (): Promise<LibraryState> =>
  page.evaluate(async () => (await (await fetch('/api/library')).json()) as LibraryState);

const chooseLanguage = (language: 'kk' | 'en' | 'ru') =>
  page.evaluate(async (chosen) => {
    const look = { theme: 'light', size: 18, leading: 1.7, measure: 34 };
    const display = { kind: 'display', id: 'display', modified: '', ...look, language: chosen };
    const response = await fetch('/api/library/changes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ added: [display], updated: [], removed: [] }),
    });
    return response.status;
  }, language);

const menuLabels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

test('the window shows the reader, from its own origin, and its policy lets all of it through', async () => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(new URL(page.url()).origin).toBe('egiz://app');
  expect(await page.evaluate(() => [window.isSecureContext, document.fonts.status])).toEqual([true, 'loaded']);
  expect(complaints).toEqual([]);
});

test('the page has no Node, and of the program only the menu’s commands', async () => {
  const found = await page.evaluate(() => ({
    node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys((window as { egiz?: EgizBridge }).egiz ?? {}),
  }));
  expect(found).toEqual({ node: [], bridge: ['onCommand'] });
});

test('a change survives the end of the program', async () => {
  expect(await chooseLanguage('kk')).toBe(200);
  await app.close();
  await start();
  const state = await readState();
  expect([state.host, state.readOnly, state.display?.language]).toEqual(['electron', null, 'kk']);
});

test('the native menu follows the language of the interface', async () => {
  expect(await menuLabels()).toContain('Edit');
  await chooseLanguage('kk');
  await expect.poll(menuLabels).toContain('Өңдеу');
  await chooseLanguage('ru');
  await expect.poll(menuLabels).toContain('Правка');
});

test('an item of the native menu reaches the page', async () => {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('keys')?.click();
  });
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('events arrive while they happen', async () => {
  const told = page.evaluate(async () => {
    const reader = (await fetch('/api/events')).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"changed"')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    return text;
  });
  await page.waitForTimeout(200);
  await chooseLanguage('ru');
  expect(await told).toContain('"hello"');
});

test('the page goes nowhere, and a web address is opened only when the reader agrees', async () => {
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...args: unknown[]) => {
      asked.push((args.at(-1) as { detail: string }).detail);
      return Promise.resolve({ response: 1, checkboxChecked: false });
    };
    shell.openExternal = (address) => {
      asked.push(`opened ${address}`);
      return Promise.resolve();
    };
  });
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'egiz://other/',
    'javascript:document.title=1',
  ]) {
    await page.evaluate((to) => {
      window.location.href = to;
    }, address);
    await page.waitForTimeout(200);
    expect(page.url()).toMatch(/^egiz:\/\/app\//);
  }
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked))
    .toEqual(['https://example.org/', 'https://example.com/']);
  expect(app.windows()).toHaveLength(1);
});

test('the page asks for nothing that it does not need', async () => {
  const answers = await page.evaluate(async () => [
    await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
    await navigator.permissions.query({ name: 'notifications' }).then(({ state }) => state),
    await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    ),
  ]);
  expect(answers).toEqual(['denied', 'denied', 'refused']);
});
