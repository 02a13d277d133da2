import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { standIn } from '../unit/main/speech/stand-in.ts';
import { clickOn, openWork, select, text } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Reading aloud' });

/** The sentence that is lit. Other drawings cut it into pieces. */
async function lit(page: Page): Promise<string> {
  return (await text(page).locator('.aloud').allInnerTexts()).join('');
}

async function spoken(folder: string): Promise<{ list: string[]; text: string }[]> {
  // Nothing was spoken as long as it is not there.
  const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { list: string[]; text: string });
}

test.describe('with espeak-ng', () => {
  let folder = '';
  let path: string | undefined;

  test.beforeAll(async () => {
    folder = await standIn();
    path = process.env.PATH;
    process.env.PATH = folder;
  });
  test.afterAll(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true, force: true });
  });

  test(
    'the text is read from the selection on, and the sentence that is heard is lit',
    { tag: '@every-time' },
    async ({ page }) => {
      await openWork(page);
      await select(page, 'өсе түсті');
      await page.keyboard.press('r');
      await expect.poll(() => lit(page)).toMatch(/^1917 ж\. жазының соңы .* өсе түсті\.$/u);
      await expect.poll(() => lit(page)).toBe('Бұл Кеңестердегі большевиктердің ықпалының артуына жағдай жасады.');
      const [first] = await spoken(folder);
      expect(first?.list.slice(0, 2)).toEqual(['-v', 'kk']);
      expect(first?.text).toMatch(/^1917 ж\. жазының/u);
    },
  );

  test('it is paused, goes on, skips both ways, and stops', async ({ page }) => {
    await openWork(page);
    await select(page, 'Уақытша үкіметтің');
    await page.keyboard.press('r');
    await expect.poll(() => lit(page)).toMatch(/^Уақытша үкіметтің халық/u);
    await page.keyboard.press('r');
    await expect(bar(page).getByRole('button', { name: 'Go on' })).toBeVisible();
    await page.keyboard.press('.');
    await expect.poll(() => lit(page)).toMatch(/^1917 ж\. жазының/u);
    await expect(bar(page).getByRole('button', { name: 'Go on' }), 'still paused').toBeVisible();
    await page.keyboard.press(',');
    await expect.poll(() => lit(page)).toMatch(/^Уақытша үкіметтің халық/u);
    await bar(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.5×');
    await bar(page).getByRole('button', { name: 'Go on' }).click();
    await expect.poll(async () => (await spoken(folder)).some(({ list }) => list[3] === '263')).toBe(true);
    await bar(page).getByRole('button', { name: 'Stop reading aloud' }).click();
    await expect(bar(page)).toBeHidden();
    expect(await lit(page)).toBe('');
  });

  test('the translation is read in its own language', async ({ page }) => {
    await openWork(page);
    await select(page, 'burning issues');
    await page.keyboard.press('r');
    await expect.poll(() => lit(page)).toContain('burning issues');
    await expect.poll(async () => (await spoken(folder)).at(-1)?.list[1]).toBe('en-gb');
  });

  test('of a card that is reviewed the word is heard, and its sentence once it is shown', async ({ page }) => {
    await page.keyboard.press('Control+Shift+u');
    await page.getByRole('button', { name: 'Add cards…' }).click();
    await page.getByRole('button', { name: /^Add \d+ cards/ }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.keyboard.press('r');
    await expect.poll(async () => (await spoken(folder)).at(-1)?.text).toBe('Қазан төңкерісі');
    await page.keyboard.press('Space');
    const sentence = page.getByRole('region', { name: 'Answer' }).locator('p', { has: page.locator('mark') });
    const words = await sentence.innerText();
    await page.getByRole('button', { name: 'Say it aloud' }).click();
    await expect.poll(async () => (await spoken(folder)).at(-1)?.text).toBe(words);
  });

  test('a text in another script is read in its own', async ({ page }) => {
    await openWork(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('latin');
    await page.keyboard.press('Enter');
    await expect(text(page).getByRole('paragraph').first()).toContainText('Uaq');
    await clickOn(page, 'Uaq');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await expect(bar(page)).toBeVisible();
    await expect.poll(async () => (await spoken(folder)).at(-1)?.text).toMatch(/[а-яәіңғүұқөһ]/u);
  });
});

test.describe('without espeak-ng', () => {
  let folder = '';
  let path: string | undefined;

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'egiz-silent-'));
    path = process.env.PATH;
    process.env.PATH = folder;
  });
  test.afterAll(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true, force: true });
  });

  test('the command says how to get it', async ({ page }) => {
    await openWork(page);
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'There is nothing to read aloud with' });
    await expect(dialog).toContainText('sudo apt install espeak-ng');
    await expect(dialog.getByRole('link')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'All right' }).click();
    await expect(bar(page)).toBeHidden();
  });
});
