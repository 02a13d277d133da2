import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { readNotes } from '#core/review/anki/read-text.ts';
import type { ReviewState } from '#main/api/shapes.ts';
import { readPackage } from '#main/anki/read-package.ts';
import { oldCollection, oldPackage } from '../unit/main/anki/old-package.ts';
import { faults } from './support/axe.ts';
import { openWork, saved } from './support/reader.ts';
import { expect, test } from './support/test.ts';

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill(name);
  await page.keyboard.press('Enter');
}

const exportDialog = (page: Page) => page.getByRole('dialog', { name: 'Send to Anki' });

/** Presses the button that makes the file, and reads it. */
async function exportedFile(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await exportDialog(page)
    .getByRole('button', { name: /^Save / })
    .click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('words of a text go to Anki with their sentences and what stands beside them', async ({ page }) => {
  await openWork(page);
  await command(page, 'Send to Anki');
  const dialog = exportDialog(page);
  await expect(dialog.getByRole('combobox', { name: 'From' })).toHaveValue('work qazan-1917');
  const card = dialog.getByRole('region', { name: 'Card' });
  await expect(card).toContainText('Egiz › Қазан төңкерісі және Қазақстан');
  await card.getByRole('radio', { name: 'Front' }).click();
  await expect(card.getByRole('separator')).toBeHidden();
  await card.getByRole('button', { name: 'Next note' }).click();
  await expect(card).toContainText('[…]');

  const { name, bytes } = await exportedFile(page);
  expect(name).toMatch(/^egiz-anki-\d{4}-\d\d-\d\d\.apkg$/);
  await expect(dialog).toBeHidden();
  const { types, left } = await readPackage(bytes);
  expect(left).toBe(0);
  expect(types.map((type) => type.name).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['Egiz Cloze', 'Egiz Word']);
  const words = types.find((type) => type.name === 'Egiz Word');
  const autonomy = words?.notes.find(({ fields }) => fields[0] === 'автономия');
  expect(autonomy?.fields[1]).toContain('autonomy');
  expect(autonomy?.fields[2]).toMatch(/автономия/iu);
  expect(autonomy?.fields[3]).toMatch(/autonom/iu);
  expect(autonomy?.decks).toEqual(['Egiz::Қазан төңкерісі және Қазақстан']);

  // Sent again, it is the same notes.
  await command(page, 'Send to Anki');
  const again = await readPackage((await exportedFile(page)).bytes);
  const guids = (read: typeof again): (string | null)[] =>
    read.types.flatMap(({ notes }) => notes.map(({ guid }) => guid));
  expect(guids(again)).toEqual(guids({ types, left }));
});

test('the whole glossary goes out as text, with translations in the language that is chosen', async ({ page }) => {
  await command(page, 'Send to Anki');
  const dialog = exportDialog(page);
  await dialog.getByRole('radio', { name: 'Text' }).click();
  await dialog.getByRole('combobox', { name: 'Translations in' }).selectOption('ru');
  await dialog.getByRole('checkbox', { name: /gaps in their sentences/ }).uncheck();
  await expect(dialog.getByRole('region', { name: 'Card' })).toContainText(/[а-я]{4}/u);
  const { name, bytes } = await exportedFile(page);
  expect(name).toMatch(/\.txt$/);
  const text = bytes.toString();
  expect(text.startsWith('#separator:tab\n#html:true\n#guid column:1\n')).toBe(true);
  const { types } = readNotes(text);
  expect(types.map((type) => type.name)).toEqual(['Egiz Word']);
  expect(types[0]?.notes.find(({ fields }) => fields[0] === 'автономия')?.fields[1]).toContain('автономия');
});

test('nothing ticked is nothing to send', async ({ page }) => {
  await command(page, 'Send to Anki');
  const dialog = exportDialog(page);
  await dialog.getByRole('checkbox', { name: /both directions/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /gaps in their sentences/ }).uncheck();
  await expect(dialog).toContainText('Nothing is chosen');
  await expect(dialog.getByRole('button', { name: /^Save / })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** What the cards of the library ask, as they are on the disk. */
async function cardFaces(page: Page): Promise<string[]> {
  const { cards } = await page.evaluate(async () => (await fetch('/api/review')).json() as Promise<ReviewState>);
  return cards.map(({ face }) => face).toSorted((a, b) => (a < b ? -1 : 1));
}

test(
  'words come from a package of another program, by the fields that are chosen, and are taken back',
  { tag: '@every-time' },
  async ({ page }) => {
    const collection = oldCollection(
      ['English', 'Audio', 'Қазақша'],
      [
        { guid: 'one', fields: ['<b>steppe</b>; plain', '[sound:a.mp3]', 'жазық дала'] },
        { guid: 'two', fields: ['<script>alert(1)</script>self-rule', '', 'автономия'] },
      ],
    );
    await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
    await command(page, 'Take words from Anki');
    await choose(page, 'deck.apkg', oldPackage(collection));
    const dialog = page.getByRole('dialog', { name: 'Take words from deck.apkg' });
    const type = dialog.getByRole('group', { name: /Vocabulary/ });
    await expect(type).toContainText('2 notes');
    await expect(type.getByRole('combobox', { name: 'Word' })).toHaveValue('2');
    await expect(type.getByRole('combobox', { name: 'Translation' })).toHaveValue('0');
    await dialog.getByRole('combobox', { name: 'Translations are in' }).selectOption('en');
    await expect(dialog.getByRole('option', { name: /жазық дала/ })).toContainText('steppe; plain');
    await dialog.getByRole('radio', { name: /Changed 1/ }).click();
    await expect(dialog.getByRole('option', { name: /автономия/ })).toContainText('self-rule');
    await dialog.getByRole('checkbox', { name: /Also make cards/ }).check();
    await dialog.getByRole('button', { name: 'Take 2 words' }).click();
    await expect(dialog).toBeHidden();
    await saved(page);
    await expect.poll(() => cardFaces(page)).toEqual(['translation', 'word']);

    const search = page.getByRole('searchbox');
    await search.fill('жазық дала');
    const row = page.getByRole('grid', { name: 'Glossary' }).getByRole('row', { name: /жазық дала/ });
    await expect(row).toContainText('steppe; plain');
    await page.getByRole('heading', { name: 'Glossary' }).first().click();
    await page.keyboard.press('Control+z');
    await expect(row).toBeHidden();
    await saved(page);
    await expect.poll(() => cardFaces(page)).toEqual([]);
  },
);

test('a file that is no package, and one that would do harm, are refused with what helps', async ({ page }) => {
  await command(page, 'Take words from Anki');
  await choose(page, 'deck.apkg', Buffer.from('PK but nothing'));
  await expect(page.getByRole('alert')).toContainText('“deck.apkg” is not a package of Anki');
  const hostile = oldPackage(oldCollection(['A', 'B'], [], 'drop table notes; create view notes as select 1'));
  await choose(page, 'evil.apkg', hostile);
  await expect(page.getByRole('alert')).toContainText('“evil.apkg” is refused');
  await choose(page, 'empty.txt', Buffer.from('#separator:tab\n'));
  await expect(page.getByRole('alert')).toContainText('holds no notes');
});

async function expectNoViolations(page: Page): Promise<void> {
  expect(await faults(page, 'any', { within: '[role=dialog]' })).toEqual([]);
}

test('both dialogs can be used by everyone, in light and dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await command(page, 'Send to Anki');
    await expect(exportDialog(page).getByRole('region', { name: 'Card' })).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await expect(exportDialog(page)).toBeHidden();
    await command(page, 'Take words from Anki');
    await expectNoViolations(page);
    await choose(page, 'list.csv', Buffer.from('#separator:Comma\n#columns:Қазақша,English\nжазық дала,steppe\n'));
    await expect(page.getByRole('dialog', { name: 'Take words from list.csv' })).toContainText('steppe');
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
  }
});
