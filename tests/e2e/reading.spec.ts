import { expect, test } from './support/test.ts';
import { expectMarked, openWork, paragraph, reopen, saved, select, state, text, top, wheel } from './support/reader.ts';
import type { Page } from 'playwright/test';

/** First words of the original's paragraphs, and of what begins beside each. Most of them are split in English. */
const rows = [
  ['Уақытша үкіметтің халық күткен', 'The Provisional Government’s inability'],
  ['1917 ж. 24 қазанда', 'On 24 October (6 November) 1917'],
  ['Қазан қарулы көтерілісінің', 'The victory of the October armed uprising'],
  ['Кеңес өкіметі Уақытша үкіметтің жақтастары', 'Soviet power was established peacefully in the Syr-Darya'],
  ['1917 ж. соңы мен 1918 ж. наурызы', 'Between the end of 1917 and March 1918'],
] as const;
const [first] = rows;

const choose = async (page: Page, pane: 'left' | 'right', edition: string): Promise<void> => {
  await page.getByRole('button', { name: `On the ${pane}: ` }).click();
  await page.getByRole('menuitemradio', { name: edition }).click();
};

test(
  'two texts are read side by side, stacked and on demand, and any edition in either pane',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await test.step('aligned paragraphs begin at the same height, also where one stands beside several', async () => {
      for (const [original, translation] of rows) {
        expect(await top(paragraph(page, original))).toBeCloseTo(await top(paragraph(page, translation)), 0);
      }
    });
    await test.step('on demand, a translation comes and goes with a click on its mark, or with T', async () => {
      await page.getByRole('radio', { name: 'On demand' }).click();
      await expect(paragraph(page, first[1])).toBeHidden();

      await text(page).getByRole('button', { name: 'Show the translation' }).nth(1).click();
      await expect(paragraph(page, first[1])).toBeVisible();
      await text(page).getByRole('button', { name: 'Hide the translation' }).click();
      await expect(paragraph(page, first[1])).toBeHidden();

      await paragraph(page, rows[1][0]).focus();
      await page.keyboard.press('t');
      await expect(paragraph(page, rows[1][1])).toBeVisible();
      await page.keyboard.press('t');
      await expect(paragraph(page, rows[1][1])).toBeHidden();
    });
    await test.step('stacked, each paragraph stands above its translation', async () => {
      await page.getByRole('radio', { name: 'Stacked' }).click();
      await expect
        .poll(async () => (await paragraph(page, first[0]).boundingBox())?.x)
        .toBe((await paragraph(page, first[1]).boundingBox())?.x);
      const order = [first[0], first[1], rows[1][0], rows[1][1]];
      const tops = await Promise.all(order.map((words) => top(paragraph(page, words))));
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    });
    await page.getByRole('radio', { name: 'Side by side' }).click();
    await test.step('either pane shows any edition, also two translations beside each other', async () => {
      await choose(page, 'right', 'Русский');
      await expect(text(page)).toContainText('вооружённое восстание');
      await choose(page, 'left', 'English');
      await expect(paragraph(page, first[0])).toBeHidden();
      const russian = paragraph(page, 'Временное правительство не сумело решить');
      expect(await top(paragraph(page, first[1]))).toBeCloseTo(await top(russian), 0);
    });
  },
);

test('the contents lead to a section, and tell where one is', async ({ page }) => {
  await openWork(page);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: 'Алашорда' }).click();
  await expect(state(page)).toContainText('Section 4 of 6');
  await expect(contents.getByRole('link', { name: 'Алашорда' })).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(state(page)).toContainText('Section 5 of 6');
});

test('place, mode and editions are there again in another process', { tag: '@every-time' }, async ({ page, host }) => {
  await openWork(page);
  await choose(page, 'right', 'Русский');
  await page.getByRole('radio', { name: 'Stacked' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Келіссөздер' }).click();
  await expect(state(page)).toContainText('Section 5 of 6');
  await wheel(page, 300);
  const before = await text(page).evaluate(placeOf);
  await page.getByRole('button', { name: 'Library' }).click();
  await saved(page);
  await reopen(page, host);
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page.getByRole('radio', { name: 'Stacked' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'On the right: Русский' })).toBeVisible();
  await expect.poll(() => text(page).evaluate(placeOf)).toEqual(before);
});

test('a window that is too narrow for two columns shows one', async ({ page }) => {
  await openWork(page);
  await page.setViewportSize({ width: 620, height: 800 });
  await expect
    .poll(async () => {
      const [left, right] = await Promise.all(first.map((words) => paragraph(page, words).boundingBox()));
      return left !== null && left?.x === right?.x;
    })
    .toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(620);
});

test('size, measure and theme are kept for the whole library', async ({ page, host }) => {
  await openWork(page);
  const look = () =>
    paragraph(page, first[0]).evaluate((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return { fontSize, lineHeight, background: getComputedStyle(document.body).backgroundColor };
    });
  const usual = await look();
  await page.getByRole('button', { name: 'Text and interface' }).click();
  for (const name of ['Size of text', 'Line spacing']) {
    await page.getByRole('slider', { name }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
  }
  await page.getByRole('radio', { name: 'Sepia' }).click();
  await page.keyboard.press('Escape');
  const chosen = await look();
  for (const key of ['fontSize', 'lineHeight', 'background'] as const) expect(chosen[key]).not.toBe(usual[key]);
  await saved(page);

  await reopen(page, host);
  await openWork(page);
  expect(await look()).toEqual(chosen);
  await page.keyboard.press('Control+z');
  expect(await look()).toEqual(chosen);
});

test('the translation is edited in place, and what is highlighted in it stays where it is', async ({ page, host }) => {
  await openWork(page);
  const insurgents = paragraph(page, 'The next day the insurgents seized');
  await select(page, 'most important points');
  await page.keyboard.press('h');
  await expectMarked(page, 'most important points');
  await insurgents.focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Text of the paragraph' }).press('Home');
  await page.keyboard.type('Early ');
  await page.keyboard.press('Control+Enter');
  await expect(insurgents).toHaveText(/^Early On 24 October/);
  await page.keyboard.press('Control+z');
  await expect(insurgents).toHaveText(/^On 24 October/);
  await page.keyboard.press('Control+y');
  await saved(page);
  await reopen(page, host);
  await openWork(page);
  await expect(insurgents).toHaveText(/^Early On 24 October/);
  await expectMarked(page, 'most important points');
});

test('a window that is loaded again keeps what was being written in the translation', async ({ page }) => {
  await openWork(page);
  const uprising = paragraph(page, 'The next day the insurgents seized');
  await uprising.focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Text of the paragraph' }).press('Control+Home');
  await page.keyboard.type('Early ');
  await page.reload();
  await expect(uprising).toHaveText(/^Early On 24 October/);
});

/** The first words below the upper edge of the text, and how far below. Runs in the page. */
function placeOf(region: Element): { words: string; distance: number } | null {
  const { top: edge } = region.getBoundingClientRect();
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode() !== null) {
    const element = walker.currentNode as Element;
    if (!['P', 'H2', 'H3'].includes(element.tagName)) continue;
    const box = element.getBoundingClientRect();
    const words = (element.textContent ?? '').slice(0, 30);
    if (box.bottom > edge) return { words, distance: Math.round(box.top - edge) };
  }
  return null;
}
