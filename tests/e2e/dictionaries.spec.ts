import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import type { Lookup } from '#main/api/dictionary-shapes.ts';
import { madeStarDict } from '../fixtures/dictionaries/stardict.ts';
import { faults } from './support/axe.ts';
import { clickOn, openWork, saved } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Dictionaries' });
const row = (page: Page, name: string) => dialog(page).getByRole('listitem', { name });

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Dictionaries');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
}

/** Chooses files, by their names with their content. */
async function choose(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'egiz-files-'));
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    }),
  );
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(paths);
}

const begin = (page: Page) => dialog(page).getByRole('button', { name: 'Import', exact: true });

async function bringTable(page: Page): Promise<void> {
  await choose(page, { 'kk-en.tsv': 'үкімет\tgovernment; cabinet\nкітап\tbook\n\tnothing\nжалғыз\n' });
  await begin(page).click();
  await expect(dialog(page).getByText('“kk-en” was imported')).toBeVisible();
}

async function bringStarDict(page: Page): Promise<void> {
  const entries = [{ word: 'үкімет', fields: [['h', '<b>үкімет</b><br>правительство']] as const }];
  const { ifo, idx, dict } = madeStarDict(entries, { types: 'h', name: 'Қазақша-орысша' });
  await choose(page, { 'a.ifo': ifo, 'a.idx': idx, 'a.dict.dz': gzipSync(dict) });
  await begin(page).click();
  await expect(dialog(page).getByText('“Қазақша-орысша” was imported')).toBeVisible();
}

/** What the dictionaries say of a form, as the word's card asks: dictionary, headword, senses. */
async function lookUp(page: Page, form: string): Promise<string[]> {
  const found = await page.evaluate(async (asked) => {
    const answer = await fetch('/api/dictionaries/lookup', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ language: 'kk', form: asked }),
    });
    return (await answer.json()) as Lookup;
  }, form);
  return found.dictionaries.flatMap(({ name, entries }) =>
    entries.map(({ headword, senses }) => `${name}: ${headword}: ${senses.join(', ')}`),
  );
}

test(
  'a table and a StarDict dictionary are brought, and a form is looked up in both',
  { tag: '@every-time' },
  async ({ page }) => {
    await openDialog(page);
    await expect(dialog(page).getByText('No dictionaries yet')).toBeVisible();
    await bringTable(page);
    const report = dialog(page).getByRole('status');
    await expect(report).toContainText('Read: 2 entries');
    await report.getByText('Without a headword: 1').click();
    await expect(report.getByText('Line 3 nothing')).toBeVisible();
    await bringStarDict(page);
    expect(await lookUp(page, 'үкіметінің')).toEqual([
      'kk-en: үкімет: government, cabinet',
      'Қазақша-орысша: үкімет: правительство',
    ]);
    expect(await lookUp(page, 'кітабыма')).toEqual(['kk-en: кітап: book']);
  },
);

test('a word’s card shows what the dictionaries say of its form, and a press takes a gloss', async ({ page }) => {
  await openWork(page);
  await clickOn(page, 'автономия');
  const card = page.getByRole('article', { name: 'автономия' });
  await card.getByRole('button', { name: 'Dictionaries', exact: true }).click();
  await card.getByRole('button', { name: 'Add a dictionary…' }).click();
  await choose(page, { 'kk-en.tsv': 'автономия\tself-rule; home rule\nүкімет\tgovernment\n' });
  await begin(page).click();
  await expect(dialog(page).getByText('“kk-en” was imported')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Close' }).click();

  // The card that was left open, or opened anew, knows it.
  await page.keyboard.press('Escape');
  await clickOn(page, 'автономия');
  const entries = card.getByRole('region', { name: 'kk-en' });
  const fold = card.getByRole('button', { name: 'Dictionaries', exact: true });
  if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click();
  await entries.getByRole('button', { name: 'Take “home rule” as a gloss' }).click();
  await expect(card.getByRole('definition').first()).toContainText('home rule');
  await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await clickOn(page, 'автономия');
  await expect(card.getByRole('definition').first()).not.toContainText('home rule');
});

test('what the files do not say is asked, with their first entries beside it', async ({ page }) => {
  await openDialog(page);
  await choose(page, { 'words.csv': 'үкімет,правительство\nкітап,книга\n' });
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue('words');
  await expect(dialog(page).getByRole('term')).toHaveText(['үкімет', 'кітап']);
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Менің сөздігім');
  await dialog(page).getByRole('combobox', { name: 'Language of the glosses' }).selectOption('Русский');
  await begin(page).click();
  await expect(row(page, 'Менің сөздігім')).toContainText('Қазақша → Русский');
});

test('dictionaries are ordered, switched off, renamed and removed by keys alone', async ({ page }) => {
  await openDialog(page);
  await bringTable(page);
  await bringStarDict(page);
  await dialog(page).getByRole('button', { name: 'Move Қазақша-орысша up' }).press('Enter');
  await expect(dialog(page).getByRole('listitem').first()).toHaveAccessibleName('Қазақша-орысша');
  await dialog(page).getByRole('checkbox', { name: 'Search kk-en' }).press('Space');
  await expect(dialog(page).getByRole('checkbox', { name: 'Search kk-en' })).not.toBeChecked();
  expect(await lookUp(page, 'үкіметке')).toEqual(['Қазақша-орысша: үкімет: правительство']);

  await dialog(page).getByRole('button', { name: 'Rename kk-en' }).press('Enter');
  await page.keyboard.type(' II');
  await page.keyboard.press('Enter');
  await expect(row(page, 'kk-en II')).toBeVisible();

  await dialog(page).getByRole('button', { name: 'Remove Қазақша-орысша…' }).press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Remove “Қазақша-орысша”?' });
  await question.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(row(page, 'Қазақша-орысша')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Remove Қазақша-орысша…' }).press('Enter');
  await question.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect(row(page, 'Қазақша-орысша')).toBeHidden();
  expect(await lookUp(page, 'үкіметке')).toEqual([]);
});

test('a long import shows how far it is and is cancelled', async ({ page }) => {
  await openDialog(page);
  const rows = Array.from({ length: 400_000 }, (_, at) => `сөз${String(at)}\tword ${String(at)}`);
  await choose(page, { 'kk-en.tsv': rows.join('\n') });
  await begin(page).click();
  await expect(dialog(page).getByRole('progressbar', { name: 'Reading kk-en' })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByRole('progressbar')).toBeHidden();
  await expect(dialog(page).getByText('No dictionaries yet')).toBeVisible();
});

test.describe('files that are no dictionary', () => {
  test.use({ tolerated: [/400 \(Bad Request\)/] });

  test('are refused with what is missing, and nothing is lost', async ({ page }) => {
    await openDialog(page);
    await choose(page, { 'a.ifo': "StarDict's dict ifo file\n" });
    await expect(dialog(page).getByText('The file .idx is missing.')).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Hide' }).click();
    await choose(page, { 'a.pdf': '%PDF-1.4\0' });
    await expect(dialog(page).getByText('Egiz cannot read a dictionary of this kind.')).toBeVisible();
    await bringTable(page);
  });
});

test('the dialog is accessible, empty and with dictionaries', async ({ page }) => {
  await openDialog(page);
  const violations = () => faults(page, 'any', { within: '[role=dialog]' });
  expect(await violations()).toEqual([]);
  await bringTable(page);
  expect(await violations()).toEqual([]);
});
