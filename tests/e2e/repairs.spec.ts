import type { Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { expectMarked, openWork, paragraph, reopen, saved, select, text, top } from './support/reader.ts';
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

  test(
    'offers their repair, makes it when the reader agrees, and takes it back in one step',
    { tag: '@every-time' },
    async ({ page, host }) => {
      await openTwoTexts(page);
      await select(page, 'Қaзaқ халқының');
      await page.keyboard.press('h');
      await expectMarked(page, 'Қaзaқ халқының');
      await page.keyboard.press('Escape');
      await expect(page.getByText('3 words of the Kazakh text look damaged')).toBeVisible();
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      await expect(places(page)).toHaveCount(3);
      expect(await faults(page, 'any', { within: '[role=dialog]' })).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Repair 3 words' }).click();
      await expect(page.getByText('3 words repaired')).toBeVisible();
      await expectMarked(page, 'Қазақ халқының');
      await expect(paragraph(page, 'Қазақ тілі мен тарих.')).toBeVisible();
      await saved(page);

      await reopen(page, host);
      await openTwoTexts(page);
      await expectMarked(page, 'Қазақ халқының');
    },
  );

  for (const [locale, look, ...selecting] of [
    ['kk-KZ', 'Қарау', 'Бәрін таңдау', 'Таңдауды алып тастау'],
    ['en-GB', 'Look', 'Select all', 'Select none'],
    ['ru-RU', 'Посмотреть', 'Выбрать все', 'Снять выбор'],
  ] as const) {
    test.describe(`on a phone, ${locale}`, () => {
      test.use({ locale, viewport: { width: 420, height: 800 } });

      test('has buttons of one line', async ({ page }) => {
        await openTwoTexts(page);
        await page.getByRole('button', { name: look, exact: true }).click();
        const buttons = page.getByRole('dialog').getByRole('button').filter({ hasText: /\S/u });
        await expect(buttons.first()).toBeVisible();
        await expect(page.getByRole('row')).toHaveCount(3);
        for (const button of await buttons.all()) {
          const box = await button.boundingBox();
          expect(box?.height, await button.innerText()).toBeLessThan(44);
          expect((box?.x ?? 0) + (box?.width ?? 0), await button.innerText()).toBeLessThanOrEqual(420);
        }
        // What selects stands together.
        const [all, none] = await Promise.all([page.getByText(selecting[0]), page.getByText(selecting[1])].map(top));
        expect(all).toBe(none);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
      });
    });
  }

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
