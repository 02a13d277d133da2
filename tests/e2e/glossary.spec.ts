import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { language } from '#core/language/language.ts';
import { expect, test } from './support/test.ts';
import { clickOn, expectMarked, openWork, reopen, saved, select, text, wordsInView } from './support/reader.ts';

/** Stands in the text twice, and not in the glossary that comes with Egiz. */
const word = 'Петроградта';

const headword = (page: Page) => page.getByRole('textbox', { name: 'Headword' });
const gloss = (page: Page) => page.getByRole('textbox', { name: 'Gloss: English' });
const table = (page: Page) => page.getByRole('grid', { name: 'Glossary' });
const tooltip = (page: Page) => page.getByRole('tooltip').filter({ hasText: word });

async function openGlossary(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
  await expect(table(page)).toBeVisible();
}

/** The headwords in sight, from the top. */
function headwords(page: Page): Promise<string[]> {
  return table(page).getByRole('rowheader').allInnerTexts();
}

test(
  'a term is written from a selection, with words of the aligned sentence for a gloss',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await select(page, word);
    await page.keyboard.press('g');
    await expect(headword(page)).toHaveValue(word);
    // A name is known by its sound; what stands beside it is taken with a press.
    await expect(gloss(page)).toHaveValue('Petrograd');
    const sentence = page.getByRole('toolbar', { name: /to take as the gloss: English/ });
    await sentence.getByRole('button', { name: 'in', exact: true }).click();
    await expect(gloss(page)).toHaveValue('in Petrograd');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await saved(page);

    // It is marked wherever it stands: its gloss comes up under the pointer.
    for (const next of [`${word} қарулы`, `${word} жеңіске`]) {
      const { from } = await wordsInView(page, next);
      await page.mouse.move(from.x + 20, from.y);
      await expect(tooltip(page)).toContainText('in Petrograd');
      await page.mouse.move(5, 300);
      await expect(tooltip(page)).toBeHidden();
    }
  },
);

test('a form of a word that is in no term is entered under its headword, by G as by Enter', async ({ page }) => {
  await openWork(page);
  await select(page, 'басталды');
  await page.keyboard.press('g');
  await expect(headword(page)).toHaveValue('бастау');
  await page.keyboard.press('Escape');
  // A phrase, and a part of a word, are what was meant.
  await select(page, 'Келесі күні');
  await page.keyboard.press('g');
  await expect(headword(page)).toHaveValue('Келесі күні');
});

test('a level of a word is told from a highlight by its shape, whatever the colours', async ({ page }) => {
  await openWork(page);
  await select(page, 'автономия');
  await page.keyboard.press('2');
  await select(page, 'енгізу');
  await page.keyboard.press('h');
  await expectMarked(page, 'енгізу');
  const background = (words: string): Promise<string> =>
    text(page)
      .locator('.term, .highlight')
      .filter({ hasText: words })
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundImage);
  for (const theme of ['light', 'dark', 'sepia']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    // The wash of a level is behind the lower half of the letters, a highlight is as high as the line.
    expect(await background('автономия')).toMatch(/^linear-gradient\(.*\b54%/);
    expect(await background('енгізу')).toBe('none');
  }
});

test('a click on a marked word opens its card, where it is edited and deleted', async ({ page }) => {
  await openWork(page);
  await clickOn(page, 'автономия');
  const card = page.getByRole('article', { name: 'автономия' });
  await expect(card.getByRole('definition').first()).toContainText('autonomy');
  await expect(card).toContainText('in this text');
  await card.getByRole('button', { name: 'Edit entry' }).click();
  await gloss(page).fill('self-rule');
  await gloss(page).press('Enter');
  await clickOn(page, 'автономия');
  await expect(card.getByRole('definition').first()).toContainText('self-rule');
  await card.getByRole('button', { name: 'Delete entry' }).click();
  await expect(card).toBeHidden();
  await clickOn(page, 'автономия');
  await expect(card).toBeHidden();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await clickOn(page, 'автономия');
  await expect(card.getByRole('definition').first()).toContainText('autonomy');
});

test('the longest headword wins', async ({ page }) => {
  await openWork(page);
  await clickOn(page, 'Барлық билік Кеңестерге');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article', { name: 'Барлық билік Кеңестерге берілсін' })).toBeVisible();
});

test('the list stands in Kazakh order, and is searched without Kazakh keys', async ({ page }) => {
  await openGlossary(page);
  const { compare } = language('kk');
  const ascending = await headwords(page);
  expect(ascending.length).toBeGreaterThan(10);
  expect(ascending).toEqual(ascending.toSorted(compare));
  await table(page).getByRole('columnheader').getByRole('button', { name: 'Headword' }).click();
  await expect.poll(() => headwords(page)).not.toEqual(ascending);
  const descending = await headwords(page);
  expect(descending).toEqual(descending.toSorted((a, b) => compare(b, a)));

  await page.getByRole('searchbox').fill('отегиз комиссары');
  await expect(page.getByText('No entry matches')).toBeVisible();
  await page.getByRole('searchbox').fill('халык комиссары');
  await expect.poll(() => headwords(page)).toContain('халық комиссары');
});

test('entries are written, changed and deleted in the list, and all of it is undone', async ({ page }) => {
  await openGlossary(page);
  await page.getByRole('button', { name: 'New entry' }).click();
  await headword(page).fill('шежіре');
  await gloss(page).fill('genealogy; chronicle');
  await gloss(page).press('Enter');
  await page.getByRole('searchbox').fill('шежире');
  const row = table(page).getByRole('row').filter({ hasText: 'шежіре' });
  await expect(row).toContainText('genealogy; chronicle');
  await row.getByRole('rowheader').dblclick();
  await gloss(page).fill('chronicle');
  await gloss(page).press('Enter');
  await expect(row).not.toContainText('genealogy');
  await row.getByRole('checkbox').check({ force: true });
  await page.getByRole('button', { name: 'Delete 1' }).click();
  await expect(page.getByText('No entry matches')).toBeVisible();
  await page.getByRole('heading', { name: 'Glossary' }).first().click();
  for (const shown of ['chronicle', 'genealogy; chronicle']) {
    await page.keyboard.press('Control+z');
    await expect(row).toContainText(shown);
  }
  await page.keyboard.press('Control+z');
  await expect(row).toBeHidden();
});

test('the glossary goes out as TSV, and comes in again with a look at what will change', async ({ page, host }) => {
  await openGlossary(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page
    .getByRole('dialog', { name: 'Export the glossary' })
    .getByRole('button', { name: /^Export \d+/ })
    .click();
  const file = await (await download).path();
  const tsv = await readFile(file, 'utf8');
  expect((await download).suggestedFilename()).toMatch(/\.tsv$/);
  expect(tsv.split('\n')[0]).toMatch(/headword\t.*en/);
  const lines = tsv.trimEnd().split('\n').length;
  expect(lines).toBeGreaterThan(150);

  const changed = tsv.replace('Alash Orda', 'Alash Orda government');
  const head = tsv.split('\n')[0] ?? '';
  const columns = head.split('\t');
  const added = columns.map((name) => ({ headword: 'жаңа сөз', en: 'new word' })[name.trim()] ?? '').join('\t');
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import into the glossary' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'mine.tsv',
    mimeType: 'text/tab-separated-values',
    buffer: Buffer.from(`${changed.trimEnd()}\n${added}\n`),
  });
  await expect(dialog.getByRole('radio', { name: 'New 1' })).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'Changed 1' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 2 entries' }).click();
  await expect(page.getByText('2 entries imported')).toBeVisible();
  await saved(page);

  await reopen(page, host);
  await openGlossary(page);
  await page.getByRole('searchbox').fill('жана соз');
  await expect.poll(() => headwords(page)).toEqual(['жаңа сөз']);
});

test('beside the text, the glossary lists what stands in this section, and leads to it', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+Shift+d');
  const panel = page.getByRole('complementary', { name: 'Glossary' });
  const entries = panel.getByRole('list', { name: 'Glossary entries' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'ұран' })).toBeVisible();
  await panel.getByRole('radio', { name: 'Work' }).click();
  await panel.getByRole('searchbox').fill('кокшетау');
  await entries
    .first()
    .getByRole('button', { name: /^Көкшетау/ })
    .click();
  await expect(text(page).getByText('Көкшетау').first()).toBeInViewport();
});
