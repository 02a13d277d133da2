import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { openWork, paragraph, reopen, saved, text, top } from './support/reader.ts';

const left = '1917 ж. 24 қазанда (6 қарашада)';
const right = 'On 24 October (6 November) 1917 an armed uprising';

/** Turns the wheel over one half of the text, and waits until it has moved. */
async function wheelOver(page: Page, half: 'left' | 'right', distance: number): Promise<void> {
  const box = await text(page).boundingBox();
  const width = box?.width ?? 0;
  await page.mouse.move((box?.x ?? 0) + width * (half === 'left' ? 0.2 : 0.8), 500);
  const moved = paragraph(page, half === 'left' ? left : right);
  const before = await top(moved);
  await page.mouse.wheel(0, distance);
  await expect.poll(async () => Math.round(before - (await top(moved)))).toBe(distance);
}

test(
  'the panes are let go with one key, scroll each by itself, and follow again with the same',
  { tag: '@every-time' },
  async ({ page, host }) => {
    await openWork(page);
    const [kazakh, english] = [paragraph(page, left), paragraph(page, right)];
    const [onLeft, onRight] = [await top(kazakh), await top(english)];
    expect(onLeft).toBe(onRight);

    await page.keyboard.press('Alt+l');
    await expect(page.getByText('The panes scroll each by itself')).toBeVisible();
    await wheelOver(page, 'left', 300);
    await wheelOver(page, 'right', 120);
    const apart = (await top(english)) - (await top(kazakh));
    expect(apart).toBeGreaterThan(100);
    // A sentence still lights its counterpart in the other pane, which does not move.
    const there = await top(english);
    await kazakh.hover({ position: { x: 60, y: 24 } });
    await expect.poll(() => text(page).locator('[data-lit^="en-"]').count()).toBeGreaterThan(0);
    expect(await top(english)).toBe(there);

    await saved(page);
    await reopen(page, host);
    await page.getByRole('link', { name: 'Continue' }).click();
    await expect(kazakh).toBeVisible();
    await wheelOver(page, 'left', 60);
    await page.keyboard.press('Alt+l');
    await expect(page.getByText('The other pane follows again')).toBeVisible();
    await expect.poll(async () => (await top(english)) - (await top(kazakh))).toBe(0);
  },
);

test('while the panes are apart, words are selected, found and reached in either', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Alt+l');
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toContainText('Уақытша үкіметтің');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toContainText('The Provisional Government');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(':focus')).toContainText(right);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toMatch(/^\w+ \w+/);
  await page.keyboard.press('h');
  await expect(text(page).locator('role=mark')).not.toHaveCount(0);
});
