import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { Host } from './support/host.ts';
import { expectMarked, saved, select, text } from './support/reader.ts';
import { expect, test } from './support/test.ts';
import { twoTexts, writeTwoTexts } from './support/two-texts.ts';

const kazakh = [
  'Уақытша үкімет халықтың күткен аграрлық мәселесін шеше алмады.',
  'Желтоқсанда Орынборда жалпықазақ съезі өтті.',
];
const english = [
  'The Provisional Government could not solve the agrarian question that the people awaited.',
  'In December the All-Kazakh Congress met in Orenburg.',
];
const words = 'аграрлық мәселесін';
const note = 'Why could it not?';

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Export/u });
const preview = (page: Page) => dialog(page).getByRole('region', { name: 'Preview' });
const incoming = (page: Page) => page.getByRole('dialog', { name: /^Take in/u });

test.use({
  folder: async ({ folder }, use) => {
    await writeTwoTexts(folder, { language: 'kk', texts: kazakh }, { language: 'en', texts: english });
    await use(folder);
  },
});

async function open(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: twoTexts.title, exact: true }).click();
  await expect(text(page).getByRole('paragraph').first()).toBeVisible();
}

/** Saves what the dialog would, and answers the file's path and name. */
async function save(page: Page): Promise<{ path: string; name: string }> {
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  const file = await download;
  await expect(dialog(page)).toBeHidden();
  return { path: await file.path(), name: file.suggestedFilename() };
}

/** Highlights some words and writes a note to others. */
async function mark(page: Page): Promise<void> {
  await open(page);
  await select(page, words);
  await page.keyboard.press('h');
  await expectMarked(page, words);
  await page.keyboard.press('Escape');
  await select(page, 'in Orenburg');
  await page.keyboard.press('n');
  await page.keyboard.type(note);
  await page.keyboard.press('Control+Enter');
  await saved(page);
}

async function exportEverything(page: Page): Promise<{ path: string; name: string }> {
  await page.keyboard.press('Control+e');
  await dialog(page)
    .getByRole('radio', { name: /^Everything/u })
    .check();
  await expect(preview(page)).toContainText('Highlights and notes2');
  return save(page);
}

/** Chooses a file in the view of imports. */
async function bring(page: Page, path: string, name: string): Promise<void> {
  await page.keyboard.press('Control+o');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  const file = { name, mimeType: 'application/octet-stream', buffer: await readFile(path) };
  await (await chooser).setFiles([file]);
}

test('a work goes out as a translation memory and with everything, and stands in an empty library with all of it', async ({
  page,
  browser,
}) => {
  await mark(page);
  await page.keyboard.press('Control+e');
  await expect(preview(page)).toContainText('<tmx version="1.4">');
  const tmx = await save(page);
  expect(tmx.name).toBe('Two texts kk-en.tmx');
  expect(await readFile(tmx.path, 'utf8')).toContain(kazakh[1]);
  const egiz = await exportEverything(page);
  expect(egiz.name).toBe('Two texts.egiz');

  const empty = await mkdtemp(join(tmpdir(), 'egiz-e2e-'));
  const context = await browser.newContext();
  try {
    await using host = await Host.start(empty);
    const other = await context.newPage();
    await other.goto(host.address);
    await expect(other.getByRole('heading', { name: 'Library' })).toBeVisible();
    // As a browser or a mail program may rename it.
    await bring(other, egiz.path, `${egiz.name} (1).zip`);
    await expect(incoming(other)).toContainText('Highlights and notes2');
    await incoming(other).getByRole('button', { name: 'Add to the library' }).click();
    await expect(text(other).getByRole('paragraph').first()).toBeVisible();
    await expectMarked(other, words);
    await expectMarked(other, 'in Orenburg');
    for (const paragraph of [...kazakh, ...english]) await expect(text(other)).toContainText(paragraph);
    await other.keyboard.press('Control+Shift+m');
    await expect(other.getByText(note)).toBeVisible();
    // And away again, as whatever a person did.
    await other.keyboard.press('Control+Shift+l');
    const link = other.getByRole('link', { name: twoTexts.title, exact: true });
    await expect(link).toBeVisible();
    await other.keyboard.press('Control+z');
    await expect(link).toHaveCount(0);
  } finally {
    await context.close();
    await rm(empty, { recursive: true, force: true });
  }
});

test('a work that is there is joined or copied, and a broken file changes nothing', async ({ page, folder }) => {
  await mark(page);
  const egiz = await exportEverything(page);
  await bring(page, egiz.path, egiz.name);
  await expect(incoming(page).getByRole('group', { name: 'This work is in your library already' })).toBeVisible();
  await incoming(page)
    .getByRole('radio', { name: /^Keep both/u })
    .check();
  await incoming(page).getByRole('button', { name: 'Add a copy' }).click();
  await expectMarked(page, words);
  await page.keyboard.press('Control+Shift+l');
  await expect(page.getByRole('link', { name: twoTexts.title, exact: true })).toHaveCount(2);

  await bring(page, join(folder, 'works', twoTexts.id, 'work.json'), 'broken.egiz');
  await expect(incoming(page).getByRole('alert')).toContainText('The file is damaged');
  await expect(incoming(page).getByRole('button', { name: 'Add to the library' })).toHaveCount(0);
});

test('the dialog is gone through by keys, and axe finds nothing serious in it', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+e');
  await expect(preview(page)).toContainText('<tmx');
  await dialog(page)
    .getByRole('radio', { name: /^For another program/u })
    .focus();
  for (const purpose of [/^For reading/u, /^For another program/u]) {
    await page.keyboard.press(purpose.source.includes('reading') ? 'ArrowDown' : 'ArrowUp');
    await expect(dialog(page).getByRole('radio', { name: purpose })).toBeChecked();
    expect(await faults(page, 'serious')).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(text(page)).toBeFocused();
});
