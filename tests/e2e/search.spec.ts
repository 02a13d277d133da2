import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { openWork, scrolled, text } from './support/reader.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search this work' });
const hits = (page: Page) => page.getByRole('listbox', { name: 'Hits' }).getByRole('option');
const panel = (page: Page) => page.getByRole('complementary', { name: 'Search' });

test.beforeEach(async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+f');
});

test(
  'a work is searched: without Kazakh keys, from hit to hit, and in other editions',
  { tag: '@every-time' },
  async ({ page }) => {
    await test.step('қазақ is found without Kazakh keys, in both panes and as one types', async () => {
      await field(page).pressSequentially('казак');
      await expect(hits(page).filter({ hasText: 'қазақ ауылдары' })).toBeVisible();
      await field(page).fill('bolshevik');
      await expect(hits(page).first()).toContainText('Bolshevik');
      await expect(panel(page).getByRole('status')).toContainText('English');
      await field(page).fill('1917 ж. 24');
      await expect(hits(page)).toHaveCount(1);
    });
    await test.step('Enter and F3 go from hit to hit, and Escape back to where one was', async () => {
      const before = await scrolled(page);
      const found = panel(page).getByRole('status');
      await field(page).fill('Бөкейханов');
      await expect(found).toContainText(/[2-9] hits/);
      const count = /\d+/.exec(await found.innerText())?.[0] ?? '';
      await page.keyboard.press('Enter');
      await expect(found).toContainText(`1 of ${count}`);
      await page.keyboard.press('F3');
      await expect(found).toContainText(`2 of ${count}`);
      await page.keyboard.press('Shift+F3');
      await expect(found).toContainText(`1 of ${count}`);
      await expect.poll(() => scrolled(page)).not.toBe(before);
      await expect(text(page).getByText('Бөкейханов').first()).toBeInViewport();
      await field(page).press('Escape');
      await expect(panel(page)).toBeHidden();
      await expect.poll(() => scrolled(page)).toBe(before);
    });
    await page.keyboard.press('Control+f');
    await test.step('what is nowhere is said to be nowhere, and other editions are offered', async () => {
      await field(page).fill('Временное правительство');
      await expect(panel(page)).toContainText('“Временное правительство” is not in the text');
      await panel(page).getByRole('button', { name: 'Search all editions' }).click();
      await expect(hits(page).first()).toContainText('Временное правительство');
      await hits(page).first().click();
      await expect(text(page).getByText('Временное правительство').first()).toBeInViewport();
    });
  },
);

test('selected words are what is searched for', async ({ page }) => {
  await field(page).press('Escape');
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+f');
  await expect(field(page)).toHaveValue('Уақытша');
  await expect(hits(page).nth(1)).toBeVisible();
});
