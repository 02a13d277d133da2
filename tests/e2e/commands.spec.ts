import { expect, test } from './support/test.ts';
import { pressOnKazakhLayout } from './support/keys.ts';
import { expectMarked, marks, openWork, paragraph, select } from './support/reader.ts';

test(
  'every command is found in the palette by a few letters, and does what it says',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: 'Commands' });
    await expect(search).toBeFocused();
    await search.fill('demand');
    await page.keyboard.press('Enter');
    await expect(search).toBeHidden();
    await expect(page.getByRole('radio', { name: 'On demand' })).toBeChecked();

    await page.keyboard.press('Control+k');
    await search.fill('no such thing');
    await expect(page.getByText('No command has this name.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
  },
);

for (const width of [1560, 420]) {
  test(`what is done with a whole work stands in the menu of its head, ${String(width)} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openWork(page);
    const menu = page.getByRole('banner').getByRole('button', { name: 'More' });
    await menu.click();
    await page.getByRole('menuitem', { name: /^Export the work….*Ctrl\+E$/ }).click();
    await expect(page.getByRole('dialog', { name: /Export/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await menu.click();
    await page.getByRole('menuitem', { name: 'Replace a text by a newer version…' }).click();
    await expect(
      page.getByRole('heading', { name: /^Bring the newer version of a text of “The October/ }),
    ).toBeVisible();
  });
}

test('a newer version of a text is brought from its row in the library as well', async ({ page }) => {
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Replace a text by a newer version…' }).click();
  await expect(page.getByRole('heading', { name: /^Bring the newer version of a text of “The October/ })).toBeVisible();
});

test('the key help lists keys, also those of the library view', async ({ page }) => {
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help.getByRole('term').filter({ hasText: 'All commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await openWork(page);
  await page.keyboard.press('Shift+Slash');
  await expect(help.getByRole('term').filter({ hasText: 'Highlight the selected words' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('F6 leads from the field of a panel to the text', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Search this work' })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.locator('[data-paragraph]:focus')).toHaveCount(1);
});

test('keys work by their place on a Kazakh layout', async ({ page }) => {
  await openWork(page);
  await select(page, 'өзін-өзі билеуі');
  await pressOnKazakhLayout(page, 'KeyH');
  await expectMarked(page, 'өзін-өзі билеуі');
  await pressOnKazakhLayout(page, 'KeyZ', ['Control']);
  await expect(marks(page)).toHaveCount(0);
  await pressOnKazakhLayout(page, 'KeyK', ['Control']);
  await expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused();
  await page.keyboard.press('Escape');
  await pressOnKazakhLayout(page, 'KeyF', ['Control']);
  await expect(page.getByRole('searchbox', { name: 'Search this work' })).toBeFocused();
});

test('letters typed into a field are letters', async ({ page }) => {
  await openWork(page);
  await select(page, 'аграрлық мәселені');
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Search this work' }).fill('');
  await page.keyboard.type('hng[]');
  await expect(page.getByRole('searchbox', { name: 'Search this work' })).toHaveValue('hng[]');
  await expect(marks(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('everything between the tools and the text is reached with Tab, and paragraphs with arrows', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await expect(paragraph(page, 'Уақытша үкіметтің халық күткен')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(paragraph(page, 'The Provisional Government’s inability')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(paragraph(page, 'On 24 October (6 November) 1917')).toBeFocused();
  await expect(paragraph(page, 'On 24 October (6 November) 1917')).toBeInViewport();
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await page.getByRole('button', { name: 'Library' }).evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error('the way back to the library is not reached with Tab');
});
