import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { annotate, type Told } from './support/annotations.ts';
import { expectMarked, marks, openWork, paragraph, saved, select, scrolled, text, wheel } from './support/reader.ts';

/** In the order in which they were made, which is not that of the text. */
const told: readonly Told[] = [
  { edition: 'kk', words: 'Корнилов бүлігінің талқандалуы', colour: 'person', body: 'See **Petrograd**, August.' },
  { edition: 'en', words: 'armed uprising began in Petrograd', colour: 'fact', tags: ['date'] },
  {
    edition: 'kk',
    words: 'өзін-өзі билеуі немесе автономия',
    body: 'Compare the December congress.',
    tags: ['autonomy', 'date'],
    linked: { edition: 'en', words: 'self-determination or autonomy' },
  },
  { edition: 'ru', words: 'Разгром же корниловского мятежа', colour: 'person' },
  { edition: 'kk', words: 'Бөкей Ордасында бейбіт жолмен', body: 'Why here?', tags: ['place'] },
];

const panel = (page: Page) => page.getByRole('complementary', { name: 'Notes' });
const notes = (page: Page) => panel(page).getByRole('article');
const field = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });

test.beforeEach(async ({ page }) => {
  await annotate(page, told);
  await openWork(page);
  await page.keyboard.press('Control+Shift+m');
  await expect(notes(page)).toHaveCount(told.length);
});

test('notes are listed in the order of the text, with both sides of a linked one', async ({ page }) => {
  await expect(notes(page)).toContainText([
    'self-determination or autonomy',
    'Корнилов бүлігінің талқандалуы',
    'Разгром же корниловского мятежа',
    'armed uprising began in Petrograd',
    'Бөкей Ордасында бейбіт жолмен',
  ]);
  await expect(notes(page).first()).toContainText('өзін-өзі билеуі немесе автономия');
});

test('notes are found by words, colour, side and tag', async ({ page }) => {
  const count = (shown: number) =>
    shown === told.length
      ? expect(notes(page)).toHaveCount(shown)
      : expect(panel(page).getByRole('status')).toHaveText(`${String(shown)} of ${String(told.length)}`);
  const search = panel(page).getByRole('searchbox', { name: 'Search notes' });
  await search.fill('kongress');
  await expect(panel(page).getByText('No note matches')).toBeVisible();
  await search.fill('congress');
  await count(1);
  await search.fill('озин-ози');
  await count(1);
  await search.fill('');

  await panel(page).getByRole('button', { name: 'Filter' }).click();
  const filter = panel(page).getByRole('group', { name: 'Filter' });
  await filter.getByRole('button', { name: 'Person' }).click();
  await count(2);
  await filter.getByRole('button', { name: 'With a note' }).click();
  await count(1);
  await panel(page).getByRole('button', { name: 'Show all' }).click();
  await filter.getByRole('radio', { name: 'The October Revolution' }).click();
  await count(1);
  await panel(page).getByRole('button', { name: 'Show all' }).click();
  await filter.getByRole('button', { name: 'date' }).click();
  await count(2);
  await panel(page).getByRole('button', { name: 'Show all' }).click();
  await count(told.length);
});

test(
  'a note is written in place, shown as Markdown, and the page does not move',
  { tag: '@every-time' },
  async ({ page }) => {
    await wheel(page, 220);
    const layout = () =>
      text(page)
        .getByRole('paragraph')
        .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().height]));
    const before = [await scrolled(page), await layout()];

    await notes(page).nth(3).focus();
    await page.keyboard.press('F2');
    await field(page).fill('Old Style, *thirteen* days behind.\n\n- one\n- two');
    await page.keyboard.press('Control+Enter');
    await expect(notes(page).nth(3).getByRole('emphasis')).toHaveText('thirteen');
    await expect(notes(page).nth(3).getByRole('listitem')).toHaveCount(2);
    await saved(page);
    expect([await scrolled(page), await layout()]).toEqual(before);
    await expect(notes(page).nth(3)).toBeFocused();

    await page.keyboard.press('F2');
    await field(page).fill('Never mind');
    await page.keyboard.press('Escape');
    await expect(notes(page).nth(3)).toContainText('thirteen');
  },
);

test('a note leads to its words, and Escape leads back', async ({ page }) => {
  await notes(page).first().focus();
  await page.keyboard.press('End');
  await expect(notes(page).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(marks(page).filter({ hasText: 'Бөкей Ордасында' })).toBeInViewport();
  await expect(paragraph(page, 'Бөкей Ордасында')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notes(page).last()).toBeFocused();
});

test('a note of an edition that is not shown brings it beside the original', async ({ page }) => {
  await notes(page).filter({ hasText: 'корниловского' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'On the right: Русский' })).toBeVisible();
  await expectMarked(page, 'Разгром же корниловского мятежа');
});

test('tags are added and taken off', async ({ page }) => {
  const last = notes(page).last();
  await last.hover();
  await last.getByRole('button', { name: 'tag', exact: true }).click();
  await page.getByRole('combobox', { name: 'New tag' }).fill('khanate');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(last.getByRole('button', { name: 'Notes tagged khanate' })).toBeVisible();
  await last.getByRole('button', { name: 'Remove the tag place' }).click();
  await expect(last.getByRole('button', { name: 'Notes tagged place' })).toBeHidden();
  await last.getByRole('button', { name: 'Notes tagged khanate' }).click();
  await expect(notes(page)).toHaveCount(1);
});

test('several notes are deleted together, and come back with one undo', async ({ page }) => {
  for (const at of [0, 1]) {
    await notes(page).nth(at).focus();
    await page.keyboard.press('Space');
  }
  await panel(page).getByRole('group', { name: '2 selected' }).getByRole('button', { name: 'Delete' }).click();
  await expect(notes(page)).toHaveCount(told.length - 2);
  await page.keyboard.press('Control+z');
  await expect(notes(page)).toHaveCount(told.length);
});

test('a note whose words are gone is kept, told apart, and given a new place', async ({ page }) => {
  const words = 'armed uprising began in Petrograd';
  await paragraph(page, words).focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Quite another text stands here from now on.');
  await page.keyboard.press('Control+Enter');
  await expect(panel(page).getByText('1 note without its place')).toBeVisible();
  await expect(notes(page)).toHaveCount(told.length);

  await notes(page).last().getByRole('button', { name: 'Choose a new place' }).click();
  await select(page, 'another text stands');
  await page.keyboard.press('Enter');
  await expectMarked(page, 'another text stands');
  await expect(panel(page).getByText('without its place')).toBeHidden();
});
