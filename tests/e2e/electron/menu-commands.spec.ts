import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from 'playwright/test';
import { menuCommands, type EgizBridge, type MenuCommand } from '#main/api/command.ts';
import type { LibraryState, WorkState } from '#main/api/shapes.ts';

// What the native menu sends is answered by the view. Here the view runs in Chromium, and the test stands in for the preload.

let host: ChildProcess;
let page: Page;

test.beforeEach(async ({ page: opened }) => {
  const library = await mkdtemp(join(tmpdir(), 'egiz-menu-'));
  const serve = fileURLToPath(new URL('../../../out/main/serve.js', import.meta.url));
  host = spawn(process.execPath, [serve, '--library', library], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve) => {
    if (host.stdout !== null) {
      createInterface({ input: host.stdout }).once('line', (line) => {
        resolve(line.replace('Egiz: ', ''));
      });
    }
  });
  page = opened;
  await page.addInitScript(() => {
    const bridge: EgizBridge = {
      onCommand: (callback) => {
        Object.assign(window, { sendCommand: callback });
        return () => undefined;
      },
    };
    Object.assign(window, { egiz: bridge });
  });
  await page.goto(address);
  await page.goto(new URL('/#/works/qazan-1917', address).href);
  await expect(firstParagraph()).toBeVisible();
});
test.afterEach(async () => {
  const ended = new Promise((resolve) => {
    host.once('exit', resolve);
  });
  host.kill();
  await ended;
});

const firstParagraph = () => page.getByText('Уақытша үкіметтің халық күткен', { exact: false }).first();
const send = (command: MenuCommand) =>
  page.evaluate((sent) => {
    (window as unknown as { sendCommand: (command: string) => void }).sendCommand(sent);
  }, command);
const size = () =>
  page.evaluate(async () => ((await (await fetch('/api/library')).json()) as LibraryState).display?.size ?? null);
const annotations = () =>
  page.evaluate(async () => ((await (await fetch('/api/works/qazan-1917')).json()) as WorkState).annotations.length);

/** Selects the first words of the text, as a reader does with the mouse. */
async function selectWords(): Promise<void> {
  const box = await firstParagraph().boundingBox();
  if (box === null) throw new Error('the first paragraph is not shown');
  await page.mouse.move(box.x + 4, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 180, box.y + 12, { steps: 5 });
  await page.mouse.up();
}

const dialog = (name: string) => async () => {
  await expect(page.getByRole('dialog', { name })).toBeVisible();
};
const pressed = (name: string, isPressed: boolean) => async () => {
  await expect(page.getByRole('button', { name, exact: true, pressed: isPressed })).toBeVisible();
};
const mode = (name: string) => async () => {
  await expect(page.getByRole('radio', { name })).toBeChecked();
};

interface Case {
  before?: () => Promise<void>;
  after: () => Promise<void>;
}

/** What each command of the menu does; one that is missing here is a type error. */
const effects: Record<MenuCommand, Case> = {
  undo: {
    before: async () => {
      await send('zoom-in');
      await expect.poll(size).toBeGreaterThan(0);
    },
    after: () => expect.poll(size).toBeNull(),
  },
  redo: {
    before: async () => {
      await send('zoom-in');
      await expect.poll(size).toBeGreaterThan(0);
      await send('undo');
      await expect.poll(size).toBeNull();
    },
    after: () => expect.poll(size).toBeGreaterThan(0),
  },
  find: {
    after: async () => {
      await expect(page.getByRole('searchbox')).toBeFocused();
    },
  },
  palette: { after: dialog('Commands') },
  library: {
    after: async () => {
      await expect(page).toHaveURL(/#\/$/);
    },
  },
  'glossary-page': {
    after: async () => {
      await expect(page).toHaveURL(/#\/glossary$/);
    },
  },
  import: {
    after: async () => {
      await expect(page).toHaveURL(/#\/import$/);
    },
  },
  export: {
    after: async () => {
      await expect(page.getByRole('dialog', { name: /^Export/u })).toBeVisible();
    },
  },
  settings: { after: dialog('Text and interface') },
  contents: { before: pressed('Contents', true), after: pressed('Contents', false) },
  notes: { before: pressed('Notes', false), after: pressed('Notes', true) },
  glossary: { before: pressed('Glossary', false), after: pressed('Glossary', true) },
  highlight: { before: selectWords, after: () => expect.poll(annotations).toBe(1) },
  note: {
    before: selectWords,
    after: async () => {
      await expect(page.getByRole('textbox').first()).toBeFocused();
    },
  },
  'glossary.add': {
    before: selectWords,
    after: async () => {
      await expect(page.getByRole('textbox').first()).toBeVisible();
    },
  },
  'mode-side': {
    before: async () => {
      await send('mode-stacked');
      await mode('Stacked')();
    },
    after: mode('Side by side'),
  },
  'mode-stacked': { after: mode('Stacked') },
  'mode-demand': { after: mode('On demand') },
  'zoom-in': { after: () => expect.poll(size).toBeGreaterThan(17) },
  'zoom-out': {
    after: async () => {
      await expect.poll(size).not.toBeNull();
      expect(await size()).toBeLessThan(18);
    },
  },
  'zoom-reset': {
    before: async () => {
      await send('zoom-in');
      await send('zoom-in');
      await expect.poll(size).toBeGreaterThan(17);
    },
    after: () => expect.poll(size).toBeLessThan(19),
  },
  keys: { after: dialog('Keys') },
};

for (const command of menuCommands) {
  test(`the menu’s “${command}” does in the view what it says`, async () => {
    const { before, after } = effects[command];
    await before?.();
    await send(command);
    await after();
  });
}
