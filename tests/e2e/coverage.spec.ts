import type { Locator, Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { openWork, saved, text, wheel } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Known words' });
const learn = (page: Page): Locator => dialog(page).getByRole('list', { name: 'Learn first' });
const words = (page: Page): Locator => learn(page).getByRole('listitem');
const figure = (page: Page): Locator =>
  dialog(page).getByRole('paragraph').filter({ hasText: 'Of all running words you know' });
const series = (page: Page, name: string): Locator =>
  dialog(page).getByRole('list', { name: 'Running words' }).getByRole('listitem').filter({ hasText: name });

async function openCoverage(page: Page): Promise<void> {
  await page.keyboard.press('Shift+Y');
  await expect(words(page).first()).toBeVisible();
}

/** What the first words of the list are, how often they stand, and which level they have. */
async function firstWords(page: Page, count: number): Promise<string[]> {
  const all = await words(page).all();
  return Promise.all(all.slice(0, count).map((word) => word.getByRole('button').first().locator('b').innerText()));
}

/** How much of the running words is known, in percent. */
async function known(page: Page): Promise<number> {
  return Number(/(\d+)%/u.exec(await figure(page).innerText())?.[1] ?? Number.NaN);
}

test(
  'words that get a level raise coverage at once, and undo takes it back',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await openCoverage(page);
    await expect(figure(page)).toContainText('0%');
    const [first = '', second = '', third = ''] = await firstWords(page, 3);
    await words(page).first().getByRole('button').first().focus();

    // K makes a word known: it leaves the list, and the next has the focus.
    await page.keyboard.press('k');
    await expect.poll(() => firstWords(page, 1)).toEqual([second]);
    await expect.poll(() => known(page)).toBeGreaterThan(0);
    const one = await known(page);
    await page.keyboard.press('k');
    await expect.poll(() => firstWords(page, 1)).toEqual([third]);
    await expect.poll(() => known(page)).toBeGreaterThan(one);

    // 2 has it learned, I leaves it out of the count.
    await page.keyboard.press('2');
    await expect(series(page, 'Learning')).not.toContainText('0 words');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('i');
    await expect(series(page, 'Ignored')).toBeVisible();
    await saved(page);

    for (let left = 4; left > 0; left--) await page.keyboard.press('Control+z');
    await expect(series(page, 'Ignored')).toBeHidden();
    await expect(figure(page)).toContainText('0%');
    await expect.poll(() => firstWords(page, 3)).toEqual([first, second, third]);
  },
);

test('the menu of a word gives it a level by mouse', async ({ page }) => {
  await openWork(page);
  await openCoverage(page);
  const [first = ''] = await firstWords(page, 1);
  await dialog(page)
    .getByRole('button', { name: `Level of “${first}”` })
    .click();
  await page.getByRole('menuitem', { name: 'Known' }).click();
  await expect.poll(() => known(page)).toBeGreaterThan(0);
  await expect.poll(() => firstWords(page, 1)).not.toEqual([first]);
});

test('a word of the list is shown where it stands first', async ({ page }) => {
  await openWork(page);
  await openCoverage(page);
  const row = words(page).filter({ hasText: 'Алашорда' }).first();
  await row.getByRole('button').first().click();
  await expect(dialog(page)).toBeHidden();
  await expect(text(page).getByText('Алашорда').first()).toBeInViewport();
});

test('sections stand as a plot and as a table, from which one is gone to', async ({ page }) => {
  await openWork(page);
  await openCoverage(page);
  await words(page).first().getByRole('button').first().focus();
  await page.keyboard.press('k');
  await expect.poll(() => known(page)).toBeGreaterThan(0);
  await dialog(page).getByRole('radio', { name: 'By section' }).click();
  const table = dialog(page).getByRole('table', { name: 'By section' });
  await expect(table.getByRole('row')).toHaveCount(7);
  // The plot is for the eye: a bar of known, learning and new words for each section.
  await expect(dialog(page).locator('svg rect')).toHaveCount(18);
  const known1 = await table.getByRole('row').nth(2).getByRole('cell').nth(1).innerText();
  expect(Number(known1)).toBeGreaterThan(0);
  await table.getByRole('button', { name: 'Алашорда' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(text(page).getByRole('heading', { name: 'Алашорда' })).toBeInViewport();
});

test('a section and a page are counted for themselves, in any edition', async ({ page }) => {
  await openWork(page);
  // Into a section that is longer than a page.
  await wheel(page, 1200);
  await openCoverage(page);
  const counts: string[] = [];
  for (const part of ['Whole work', 'This section', 'This page']) {
    await dialog(page).getByRole('radio', { name: part }).click();
    await expect.poll(() => series(page, 'New').innerText()).not.toBe(counts.at(-1));
    counts.push(await series(page, 'New').innerText());
  }
  const [work = 0, section = 0, seen = 0] = counts.map((count) =>
    Number(/([\d,]+) words/u.exec(count)?.[1]?.replace(',', '')),
  );
  expect(work).toBeGreaterThan(section);
  expect(work).toBeGreaterThan(seen);
  await dialog(page).getByRole('radio', { name: 'Whole work' }).click();
  await dialog(page).getByRole('radio', { name: 'English' }).click();
  await expect.poll(() => firstWords(page, 1)).toEqual(['the']);
  await dialog(page).getByRole('radio', { name: 'By level' }).click();
  const levels = dialog(page).getByRole('table', { name: 'By level' });
  await expect(levels.getByRole('row', { name: /^Not in the glossary/u })).toContainText('%');
});

test('axe finds nothing serious in any of its views', async ({ page }) => {
  await openWork(page);
  await openCoverage(page);
  for (const tab of ['Learn first', 'By section', 'By level']) {
    await dialog(page).getByRole('radio', { name: tab }).click();
    expect(await faults(page, 'serious', { within: '[role=dialog]' }), tab).toEqual([]);
  }
});

test('the foot of the text says how much of it is known, once words have levels', async ({ page }) => {
  await openWork(page);
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByText('of words known')).toBeHidden();
  await openCoverage(page);
  await words(page).first().getByRole('button').first().focus();
  await page.keyboard.press('k');
  await expect.poll(() => known(page)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await foot.getByRole('button', { name: /^\d+% of words known$/u }).click();
  await expect(dialog(page)).toBeVisible();
});
