import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { expectMarked, openWork, paragraph, reopen, saved, select, text } from './support/reader.ts';
import { twoTexts, writeTwoTexts } from './support/two-texts.ts';

const damaged = ['Қaзaқ халқының тарихы ұзақ.', 'Бұл жерде бәрі дұрыс.', 'Ќазаќ тілі мен тaрих.'];
const english = ['The history of the Kazakh people is long.', 'All is well here.', 'The Kazakh language and history.'];

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Damaged words' });
const places = (page: Page) => dialog(page).getByRole('row');

async function openTwoTexts(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: twoTexts.title, exact: true }).click();
  await expect(text(page).getByRole('paragraph').first()).toBeVisible();
}

test.describe('a text with damaged words', () => {
  test.beforeEach(async ({ folder }) => {
    await writeTwoTexts(folder, { language: 'kk', texts: damaged }, { language: 'en', texts: english });
  });

  test('offers their repair, makes it when the reader agrees, and takes it back in one step', async ({
    page,
    host,
  }) => {
    await openTwoTexts(page);
    await select(page, 'Қaзaқ халқының');
    await page.keyboard.press('h');
    await expectMarked(page, 'Қaзaқ халқының');
    await page.keyboard.press('Escape');
    await expect(page.getByText('3 words of the Kazakh text look damaged')).toBeVisible();
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(places(page)).toHaveCount(3);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Repair 3 words' }).click();
    await expect(page.getByText('3 words repaired')).toBeVisible();
    await expectMarked(page, 'Қазақ халқының');
    await expect(paragraph(page, 'Қазақ тілі мен тарих.')).toBeVisible();
    await saved(page);

    await reopen(page, host);
    await openTwoTexts(page);
    await expectMarked(page, 'Қазақ халқының');
  });

  test('is as it was after one undo', async ({ page }) => {
    await openTwoTexts(page);
    await page.getByRole('button', { name: 'On the left: ' }).click();
    await page.getByRole('menuitem', { name: 'Look for damaged words' }).click();
    await dialog(page).getByRole('button', { name: 'Repair 3 words' }).click();
    await expect(paragraph(page, 'Қазақ тілі мен тарих.')).toBeVisible();
    await text(page).click();
    await page.keyboard.press('Control+z');
    await expect(paragraph(page, damaged[0] ?? '')).toBeVisible();
    await expect(paragraph(page, damaged[2] ?? '')).toBeVisible();
    await saved(page);
  });

  test('keeps what the reader leaves out, by kind or one by one', async ({ page }) => {
    await openTwoTexts(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('damaged');
    await page.keyboard.press('Enter');
    await expect(places(page)).toHaveCount(3);
    await dialog(page).getByRole('radio', { name: 'Look-alike letters' }).click();
    await expect(places(page)).toHaveCount(2);
    await places(page).first().click();
    await expect(places(page).first()).toHaveAttribute('aria-selected', 'false');
    await dialog(page).getByRole('button', { name: 'Repair 1 word' }).click();
    await expect(paragraph(page, 'Ќазаќ тілі мен тарих.')).toBeVisible();
    await expect(paragraph(page, damaged[0] ?? '')).toBeVisible();
  });

  test('is no longer offered repairs once the reader wants none', async ({ page, host }) => {
    await openTwoTexts(page);
    const offer = page.getByText('look damaged');
    await expect(offer).toBeVisible();
    await page.getByRole('button', { name: 'Not for this text' }).click();
    await expect(offer).toBeHidden();
    await saved(page);
    await reopen(page, host);
    await openTwoTexts(page);
    await page.waitForResponse(/repairs/, { timeout: 3_000 }).catch(() => null);
    await expect(offer).toBeHidden();
  });
});

test('a text without damaged words says so', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('damaged');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('No damaged words were found');
});
