import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { annotate } from './support/annotations.ts';
import {
  clickOn,
  echoed,
  expectMarked,
  expectNotMarked,
  marked,
  marks,
  openWork,
  saved,
  select,
  selectFrom,
  wordsInView,
} from './support/reader.ts';

const kazakh = 'өзін-өзі билеуі немесе автономия';
const english = 'self-determination or autonomy';

const card = (page: Page) => page.getByRole('dialog', { name: 'Highlight: ' });
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected words' });
/** Beside the Kazakh words above. */
const sentence = /^The Provisional Government’s inability .* still further\.$/;

test('words selected on either side are highlighted with H', async ({ page }) => {
  await openWork(page);
  for (const words of [kazakh, 'eight-hour working day']) {
    await select(page, words);
    await page.keyboard.press('h');
    await expectMarked(page, words);
  }
  await saved(page);
});

test('words under the handle of a chosen highlight are selected to where the pointer is', async ({ page }) => {
  await openWork(page);
  await select(page, kazakh);
  await page.keyboard.press('h');
  await expect(page.getByRole('button', { name: 'Where the highlight ends' })).toBeVisible();
  await select(page, 'немесе автономия');
  await page.keyboard.press('h');
  await expectMarked(page, kazakh);
});

test(
  'a highlight shows on the aligned sentence until its counterpart is linked, and again once it is not',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await select(page, kazakh);
    await page.keyboard.press('h');
    await expect.poll(() => echoed(page)).toMatch(sentence);
    await clickOn(page, 'whose solution');
    await card(page).getByRole('button', { name: 'Link the matching words' }).click();
    await select(page, 'мәселесін күн тәртібіне');
    await expect(page.getByText('The highlight stands on this side itself')).toBeVisible();
    await select(page, english);
    await page.getByRole('button', { name: 'Link' }).click();
    await expectMarked(page, english);
    expect(await echoed(page)).toBe('');

    await card(page)
      .getByRole('button', { name: /^Unlink/ })
      .click();
    await expectNotMarked(page, english);
    await expect.poll(() => echoed(page)).toMatch(sentence);
  },
);

test('a highlight beside a paragraph that is split in two shows there from either part', async ({ page }) => {
  await openWork(page);
  for (const [words, there] of [
    ['promise of the Bolsheviks', 'большевиктердің'],
    ['bordering on Kazakhstan', 'іргелес'],
    ['Бұл процесс аймақтың', 'The process was further complicated'],
  ] as const) {
    await select(page, words);
    await page.keyboard.press('h');
    await expect.poll(() => echoed(page)).toContain(there);
  }
});

test('pointing at a highlight lights what is linked to it on the other side', async ({ page }) => {
  await annotate(page, [{ edition: 'kk', words: kazakh, linked: { edition: 'en', words: english } }]);
  await openWork(page);
  await expectMarked(page, english);
  const counterpart = marks(page).filter({ hasText: 'self-determination' });
  const look = () => counterpart.evaluate((element) => getComputedStyle(element).backgroundColor);
  const before = await look();
  const { from } = await wordsInView(page, 'билеуі немесе');
  await page.mouse.move(from.x + 20, from.y);
  await expect.poll(look).not.toBe(before);
  await page.mouse.move(5, 300);
  await expect.poll(look).toBe(before);
});

test('from the text to a highlight with the keyboard alone', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('F6');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('h');
  await expectMarked(page, 'үкіметтің халық күткен');

  // To it, its note, and away again.
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill('Typed without a mouse.');
  await page.keyboard.press('Control+Enter');
  await expect(card(page).getByText('Typed without a mouse.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expectNotMarked(page, 'үкіметтің халық күткен');
});

test('overlapping highlights are both there, and a press tells them apart', async ({ page }) => {
  await openWork(page);
  await select(page, 'Корнилов бүлігінің талқандалуы');
  await toolbar(page).getByRole('button', { name: 'Highlight: Fact' }).click();
  await select(page, 'талқандалуы большевиктер беделін');
  await toolbar(page).getByRole('button', { name: 'Highlight: Person' }).click();
  await expectMarked(page, 'Корнилов бүлігінің талқандалуы большевиктер беделін');

  await clickOn(page, 'талқандалуы');
  await expect(card(page)).toContainText('of 2 here');
  const names = [];
  for (const turn of [0, 1]) {
    if (turn === 1) await card(page).getByRole('button', { name: 'Next highlight here' }).click();
    names.push(await card(page).getByRole('radio', { checked: true }).getAttribute('aria-label'));
  }
  expect(new Set(names)).toEqual(new Set(['Fact', 'Person']));
});

test('a highlight gets another colour', async ({ page }) => {
  await annotate(page, [{ edition: 'kk', words: kazakh }]);
  await openWork(page);
  await clickOn(page, 'немесе');
  await card(page).getByRole('radio', { name: 'Term' }).click();
  await page.keyboard.press('Escape');
  // From the other side.
  await clickOn(page, 'whose solution');
  await expect(card(page).getByRole('radio', { name: 'Term' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await clickOn(page, 'whose solution');
  await expect(card(page).getByRole('radio', { name: 'Question' })).toBeChecked();
});

test('its extent is changed by words with keys, and by dragging an end', async ({ page }) => {
  await annotate(page, [{ edition: 'en', words: 'burning issues' }]);
  await openWork(page);
  await expectMarked(page, 'burning issues');
  await page.keyboard.press(']');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectMarked(page, 'burning issues as');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expectMarked(page, 'such burning issues as');

  const { to } = await wordsInView(page, 'introduction');
  await page.getByRole('button', { name: 'Where the highlight ends' }).hover();
  await page.mouse.down();
  await page.mouse.move(to.x - 20, to.y);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await expectMarked(page, 'such burning issues as the introduction');
  for (const before of ['such burning issues as', 'burning issues as', 'burning issues']) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => marked(page)).toBe(before);
  }
});

test('a selection over two paragraphs is one highlight', async ({ page }) => {
  await openWork(page);
  await selectFrom(page, 'Осылайша Қазан', 'Қазан қарулы көтерілісінің');
  await page.keyboard.press('h');
  await page.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('article')).toHaveCount(1);
});

test(
  'everything is undone, back to a text without a mark, and done again',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await select(page, kazakh);
    await page.keyboard.press('h');
    await expectMarked(page, kazakh);
    await clickOn(page, 'немесе');
    await card(page).getByRole('radio', { name: 'Fact' }).click();
    await card(page).getByRole('button', { name: 'Add a note' }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('A note');
    await page.keyboard.press('Control+Enter');
    await card(page).getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => marked(page)).toBe('');

    await page.keyboard.press('Control+z');
    await expectMarked(page, kazakh);
    await clickOn(page, 'немесе');
    await expect(card(page)).toContainText('A note');
    await page.keyboard.press('Escape');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => marked(page)).toBe('');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => marked(page)).toBe('');
    await page.keyboard.press('Control+z');
    await expectMarked(page, kazakh);
  },
);

test('words are copied with where they come from, and with what stands beside them', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await openWork(page);
  const pasted = async () => {
    await page.keyboard.press('Control+f');
    const field = page.getByRole('searchbox', { name: 'Search this work' });
    await field.fill('');
    await field.press('Control+v');
    return field.inputValue();
  };
  for (const [key, found] of [
    ['Alt+c', /Military Revolutionary Committee.*The October Revolution and Kazakhstan/],
    ['Alt+Shift+c', /Military Revolutionary Committee.*Әскери-революциялық комитет/],
  ] as const) {
    await select(page, 'Military Revolutionary Committee');
    await page.keyboard.press(key);
    await expect(page.getByText('Copied with a reference').last()).toBeVisible();
    expect(await pasted()).toMatch(found);
  }
});

test('a colour is renamed, and the name is the highlight’s everywhere', async ({ page }) => {
  await annotate(page, [{ edition: 'kk', words: kazakh, colour: 'fact' }]);
  await openWork(page);
  await select(page, 'күн тәртібіне');
  await toolbar(page).getByRole('button', { name: 'Edit colours' }).click();
  const dialog = page.getByRole('dialog', { name: 'Colours of highlights' });
  await dialog.getByRole('textbox', { name: 'Name' }).nth(1).fill('Күдікті');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.keyboard.press('Escape');
  await clickOn(page, 'немесе');
  await expect(card(page).getByRole('radio', { name: 'Күдікті' })).toBeChecked();
});
