import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { paragraphsOf } from './support/annotations.ts';
import { openWork, paragraph, saved, text, top, wordsInView } from './support/reader.ts';

const kazakh = 'Бұл Кеңестердегі большевиктердің ықпалының артуына жағдай жасады.';
const english = 'This created the conditions for an increase in Bolshevik influence in the Soviets.';

/** The sentences that are lit now, in the order of the editions. (What lights them has no role: it lies behind the text.) */
async function lit(page: Page): Promise<string[]> {
  const places = await text(page)
    .locator('[data-lit]')
    .evaluateAll((all) => all.map(({ dataset }) => [dataset['lit'], Number(dataset['start']), Number(dataset['end'])]));
  const texts = (await Promise.all(['kk', 'en', 'ru'].map(paragraphsOf))).flat();
  const words = places.map(([id, start, end]) =>
    texts.find((one) => one.id === id)?.text.slice(Number(start), Number(end)),
  );
  return [...new Set(words)].map(String);
}

async function point(page: Page, words: string): Promise<void> {
  const { from } = await wordsInView(page, words);
  await page.mouse.move(from.x + 4, from.y);
}

const mark = (page: Page, kind: string) => text(page).getByRole('button', { name: kind });

test('a sentence under the pointer is lit with what stands beside it, from either side, in every mode', async ({
  page,
}) => {
  await openWork(page);
  const before = await top(paragraph(page, kazakh));
  await point(page, 'ықпалының артуына');
  await expect.poll(() => lit(page)).toEqual([kazakh, english]);
  await point(page, 'an increase in');
  await expect.poll(() => lit(page)).toEqual([english, kazakh]);
  expect(await top(paragraph(page, kazakh))).toBe(before);
  await page.mouse.move(5, 400);
  await expect.poll(() => lit(page)).toEqual([]);

  await page.getByRole('radio', { name: 'Stacked' }).click();
  await point(page, 'ықпалының артуына');
  await expect.poll(() => lit(page)).toEqual([kazakh, english]);
  await page.getByRole('radio', { name: 'On demand' }).click();
  await point(page, 'ықпалының артуына');
  await expect.poll(() => lit(page)).toEqual([kazakh]);
});

test('the sentence of the word cursor is lit, in another script as well', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Latin');
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('Qazaq');
  // The pointer is on nothing.
  await page.mouse.move(5, 400);
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => (await lit(page)).map((words) => words.slice(0, 26)))
    .toEqual(['Уақытша үкіметтің халық кү', 'The Provisional Government']);
  await page.keyboard.press('Escape');
  await expect.poll(() => lit(page)).toEqual([]);
});

test('between two translations only paragraphs are told to stand beside each other', async ({ page }) => {
  await openWork(page);
  await page.getByRole('button', { name: 'On the left' }).click();
  await page.getByRole('menuitemradio', { name: 'Русский' }).click();
  await expect(paragraph(page, kazakh)).toBeHidden();
  await point(page, 'an increase in');
  // Long enough for sentences to be aligned in, which come at once elsewhere.
  await page.waitForTimeout(600);
  expect(await lit(page)).toEqual([]);
});

test('the light of sentences can be put out', async ({ page }) => {
  await openWork(page);
  await point(page, 'an increase in');
  await expect.poll(() => lit(page)).toEqual([english, kazakh]);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Light the sentence');
  await page.keyboard.press('Enter');
  await point(page, 'an increase in');
  await expect.poll(() => lit(page)).toEqual([]);
});

test('a pair is put right by keys without leaving the page, and undone', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('F6');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  const focused = page.locator(':focus');
  await expect(focused).toContainText('1917 ж. 24 қазанда');
  const before = await top(focused);
  const confirmed = await mark(page, 'Aligned, confirmed').count();

  await page.keyboard.press('Alt+Enter');
  await expect(mark(page, 'unsure')).toHaveCount(1);
  await page.keyboard.press('Alt+Enter');
  await expect(mark(page, 'unsure')).toHaveCount(0);

  await page.keyboard.press('Alt+m');
  await expect(page.getByText('Two pairs are one now')).toBeVisible();
  await expect(mark(page, 'Aligned, confirmed')).toHaveCount(confirmed - 1);
  await expect(focused).toContainText('1917 ж. 24 қазанда');
  expect(Math.abs((await top(focused)) - before)).toBeLessThan(2);

  await page.keyboard.press('Alt+s');
  await expect(mark(page, 'Aligned, confirmed')).toHaveCount(confirmed);
  await page.keyboard.press('Alt+u');
  await expect(page.getByText('The paragraph stands in the pair above')).toBeVisible();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+z');
  await expect(mark(page, 'Aligned, confirmed')).toHaveCount(confirmed);
  expect(Math.abs((await top(focused)) - before)).toBeLessThan(2);
  await saved(page);
});

test('the mark in the gutter opens what can be done with its pair', async ({ page }) => {
  await openWork(page);
  await mark(page, 'Aligned, confirmed').nth(1).click();
  await page.getByRole('menuitem', { name: 'Doubt this pair again' }).click();
  await expect(mark(page, 'unsure')).toHaveCount(1);
  await mark(page, 'unsure').click();
  await page.getByRole('menuitem', { name: 'English: to the pair below' }).click();
  await expect(mark(page, 'Nothing on the other side')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(mark(page, 'Nothing on the other side')).toHaveCount(0);
});
