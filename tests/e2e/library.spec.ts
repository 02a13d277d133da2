import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { annotate } from './support/annotations.ts';
import { openWork, reopen, saved, work } from './support/reader.ts';

const works = (page: Page) => page.getByRole('list', { name: /^\d+ works?$/ });
const row = (page: Page) => works(page).getByRole('link');
const actions = (page: Page) => page.getByRole('button', { name: /^Actions: / });

test('a work is listed with its languages, its length, and how far it is done', async ({ page }) => {
  await annotate(page, [
    { edition: 'kk', words: 'аграрлық мәселені' },
    { edition: 'en', words: 'burning issues' },
  ]);
  await expect(works(page)).toContainText('Қазақша, English, Русский');
  await expect(works(page)).toContainText('16 paragraphs');
  await expect(works(page)).toContainText('100% aligned');
  await expect(works(page)).toContainText('not read yet');
  await openWork(page);
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Алашорда' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Section 4 of 6');
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(works(page)).toContainText('2 highlights and notes');
  await expect(works(page)).toContainText(/read \d\d:\d\d, up to \d\d%/);
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('Section 4 of 6');
});

test('a work gets the reader’s own name, and its own again', async ({ page, host }) => {
  await actions(page).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Your name for this work' }).fill('Сабақ 1917');
  await page.keyboard.press('Enter');
  await expect(row(page)).toHaveText('Сабақ 1917');
  await expect(row(page)).toBeFocused();
  await saved(page);
  await reopen(page, host);
  await expect(row(page)).toHaveText('Сабақ 1917');
  await row(page).press('F2');
  await page.getByRole('textbox', { name: 'Your name for this work' }).fill('');
  await page.keyboard.press('Enter');
  await expect(row(page)).toHaveText(work.title.en);
});

test('a deleted work comes back with all that was in it', async ({ page, host }) => {
  await annotate(page, [{ edition: 'kk', words: 'аграрлық мәселені' }]);
  await row(page).press('Delete');
  await expect(page.getByText('There are no works here')).toBeVisible();
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(row(page)).toHaveText(work.title.en);

  await actions(page).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('There are no works here')).toBeVisible();
  await saved(page);
  await reopen(page, host);
  await expect(page.getByText('There are no works here')).toBeVisible();
});

test.describe('an address', () => {
  test.use({ tolerated: [/Failed to load resource: the server responded with a status of 404/] });

  test('the browser’s back and forward go between the list and a work, also by its address', async ({ page }) => {
    await openWork(page);
    const address = page.url();
    await page.goBack();
    await expect(row(page)).toBeVisible();
    await page.goForward();
    await expect(page.getByRole('region', { name: 'Text' })).toBeVisible();
    await page.goto(address.replace(work.id, 'no-such-work'));
    await expect(page.getByText('The text could not be opened')).toBeVisible();
    await page.getByRole('button', { name: 'Library' }).click();
    await expect(row(page)).toBeVisible();
  });
});
