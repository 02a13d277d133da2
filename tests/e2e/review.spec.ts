import type { Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { annotate } from './support/annotations.ts';
import { openWork, reopen, saved, text } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const question = (page: Page) => page.getByRole('region', { name: 'Question' });
const back = (page: Page) => page.getByRole('region', { name: 'Answer' });
const left = (page: Page) => page.getByRole('main').getByRole('status').first();
const adding = (page: Page) => page.getByRole('dialog', { name: 'Add cards' });

/** How many cards the start page counts under a name. */
function count(page: Page, name: 'due' | 'new' | 'in steps') {
  return page
    .getByRole('region', { name: 'Today' })
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .last();
}

async function openReview(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+u');
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
}

/** Makes cards of the glossary that comes with the 1917 work, with the word in front. */
async function addWords(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add cards…' }).click();
  await adding(page).getByRole('checkbox', { name: 'Gap in the sentence' }).uncheck();
  await adding(page)
    .getByRole('button', { name: /^Add \d+ cards/ })
    .click();
  await expect(adding(page)).toBeHidden();
}

async function begin(page: Page): Promise<void> {
  await openReview(page);
  await addWords(page);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(question(page)).toBeVisible();
}

/** Turns the card that is asked, and answers it. */
async function answer(page: Page, rating: 1 | 2 | 3 | 4): Promise<void> {
  await page.keyboard.press('Space');
  await expect(back(page)).toBeVisible();
  await page.keyboard.press(String(rating));
  await expect(back(page)).toBeHidden();
}

test('cards are made of the words of a glossary after a look at how many, and it is one step', async ({ page }) => {
  await openReview(page);
  await expect(page.getByText('No cards yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add cards…' }).click();
  const both = adding(page).getByText(/^\d+ new cards$/);
  await expect(both).toBeVisible();
  const before = Number.parseInt(await both.innerText(), 10);
  await adding(page).getByRole('checkbox', { name: 'Gap in the sentence' }).uncheck();
  await expect.poll(async () => Number.parseInt(await both.innerText(), 10)).toBeLessThan(before);
  const words = Number.parseInt(await both.innerText(), 10);
  expect(words).toBeGreaterThan(150);
  await adding(page).getByRole('checkbox', { name: 'New', exact: true }).uncheck();
  await expect(adding(page).getByText('There is nothing like this.')).toBeVisible();
  await adding(page).getByRole('checkbox', { name: 'New', exact: true }).check();
  await adding(page)
    .getByRole('button', { name: `Add ${String(words)} cards` })
    .click();
  await expect(page.getByText(`${String(words)} cards: ${String(words)} new`)).toBeVisible();
  // Made again, there is nothing to make.
  await page.getByRole('button', { name: 'Add cards…' }).click();
  await expect(adding(page).getByText(`${String(words)} are there already`)).toBeVisible();
  await expect(adding(page).getByRole('button', { name: 'Add 0 cards' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No cards yet')).toBeVisible();
});

test(
  'a session goes by keys: the word, its sentence and the aligned one behind it, four answers, undo',
  { tag: '@every-time' },
  async ({ page, host }) => {
    await begin(page);
    await expect(left(page)).toHaveText('10 left');
    await expect(question(page)).toHaveText('Қазан төңкерісі');
    await page.keyboard.press('3');
    await expect(question(page), 'no answer before the back is seen').toHaveText('Қазан төңкерісі');
    await page.keyboard.press('Space');
    await expect(back(page)).toContainText('October Revolution');
    await expect(back(page)).toContainText('The October Revolution and Kazakhstan');
    await expect(back(page).locator('mark')).toContainText('Қазан төңкеріс');
    await expect(page.getByRole('button', { name: 'Again' })).toContainText('1 min');
    await expect(page.getByRole('button', { name: 'Easy' })).toContainText('8 d');
    await page.keyboard.press('4');
    await expect(left(page)).toHaveText('9 left');
    const second = await question(page).innerText();
    await answer(page, 1);
    await expect(left(page), 'a forgotten card stays for today').toHaveText('9 left');
    await expect(question(page)).not.toHaveText(second);

    await page.keyboard.press('u');
    await expect(question(page)).toHaveText(second);
    await page.keyboard.press('Control+z');
    await expect(question(page)).toHaveText('Қазан төңкерісі');
    await expect(left(page)).toHaveText('10 left');
    await page.keyboard.press('Control+y');
    await expect(left(page)).toHaveText('9 left');
    await saved(page);

    await reopen(page, host);
    await expect(page.getByRole('button', { name: 'Review: 9 due' })).toBeVisible();
  },
);

test('no more new cards come than the reader wants, and the session ends with what was done', async ({ page }) => {
  await openReview(page);
  await addWords(page);
  await page.getByRole('button', { name: 'Settings…' }).click();
  const limit = page.getByRole('textbox', { name: 'New cards a day' });
  await limit.fill('many');
  await expect(page.getByText('Write a number from 0 to 9999.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await limit.fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(count(page, 'new')).toContainText('2');
  await page.getByRole('button', { name: 'Start' }).click();
  await answer(page, 4);
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect(page.getByRole('heading', { name: 'That is all for today' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the overview' }).click();
  await expect(page.getByText('Nothing is left for today.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
});

test('the plots tell the same as tables', async ({ page }) => {
  await begin(page);
  await answer(page, 4);
  await answer(page, 3);
  await page.keyboard.press('Escape');
  const ahead = page.getByRole('region', { name: 'Next 30 days' });
  await expect(ahead.locator('svg rect')).toHaveCount(30);
  await ahead.getByText('As a table').click();
  await expect(ahead.getByRole('row', { name: 'today' }).getByRole('cell')).toHaveText(['1']);
  await expect(ahead.getByRole('row')).toHaveCount(31);
  const past = page.getByRole('region', { name: 'Last 30 days' });
  await past.getByText('As a table').click();
  await expect(past.getByRole('columnheader')).toHaveText(['Day', 'Again', 'Hard', 'Good', 'Easy']);
  await expect(past.getByRole('row', { name: 'today' }).getByRole('cell')).toHaveText(['0', '0', '1', '1']);
});

test('from a card one goes to its place in the text, and comes back to the same card', async ({ page }) => {
  await begin(page);
  await answer(page, 4);
  const second = await question(page).innerText();
  await page.keyboard.press('Space');
  await expect(back(page).locator('mark')).toBeVisible();
  await page.keyboard.press('t');
  await expect(text(page)).toBeVisible();
  await expect(text(page).locator('.flash').first()).toBeInViewport();
  await page.goBack();
  await expect(back(page)).toContainText(second);
});

test('a card is edited, suspended, called back and removed', async ({ page }) => {
  await begin(page);
  await page.keyboard.press('e');
  const gloss = page.getByRole('textbox', { name: 'Gloss: English' });
  await gloss.fill('the revolution of October');
  await gloss.press('Enter');
  await page.keyboard.press('Space');
  await expect(back(page)).toContainText('the revolution of October');
  await page.keyboard.press('s');
  await expect(question(page)).not.toHaveText('Қазан төңкерісі');
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 suspended.')).toBeVisible();

  await page.getByRole('button', { name: 'All cards…' }).click();
  const list = page.getByRole('dialog', { name: 'All cards' });
  await list.getByRole('combobox', { name: 'Which cards' }).selectOption('Suspended');
  const card = list.getByRole('row', { name: 'Қазан төңкерісі' });
  await card.getByRole('checkbox').check();
  await list.getByRole('button', { name: 'Bring back' }).click();
  await expect(list.getByText('There is no such card.')).toBeVisible();
  await list.getByRole('combobox', { name: 'Which cards' }).selectOption('All');
  await list.getByRole('searchbox').fill('қазан төңк');
  await card.getByRole('checkbox').check();
  await list.getByRole('button', { name: 'Remove 1' }).click();
  await expect(list.getByText('There is no such card.')).toBeVisible();
  await list.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(question(page)).toHaveText('Қазан төңкерісі');
});

test('highlights are asked as gaps in their sentences, and the aligned sentence is behind them', async ({ page }) => {
  await annotate(page, [
    { edition: 'kk', words: 'аграрлық мәселені', colour: 'fact', body: 'Land.' },
    { edition: 'kk', words: 'күн тәртібіне', colour: 'person' },
  ]);
  await openReview(page);
  await page.getByRole('button', { name: 'Add cards…' }).click();
  await adding(page).getByRole('radio', { name: 'Highlights' }).click();
  await adding(page).getByRole('combobox', { name: 'Colour' }).selectOption({ index: 2 });
  await adding(page).getByRole('checkbox', { name: 'Word' }).uncheck();
  await adding(page).getByRole('button', { name: 'Add 1 card' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(question(page)).toContainText('халық күткен');
  await expect(question(page)).not.toContainText('аграрлық мәселені');
  await page.keyboard.press('Space');
  await expect(back(page).locator('mark')).toHaveText('аграрлық мәселені');
  await expect(back(page)).toContainText('agrarian question');
  await expect(back(page)).toContainText('Land.');
});

test('a word is asked as a gap, with what it means under it, or its first letter in it', async ({ page }) => {
  await openReview(page);
  await page.getByRole('button', { name: 'Add cards…' }).click();
  await adding(page).getByRole('checkbox', { name: 'Word' }).uncheck();
  await adding(page)
    .getByRole('button', { name: /^Add \d+ cards/ })
    .click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(question(page).getByRole('img', { name: 'gap' })).toBeVisible();
  await expect(question(page)).toContainText('October Revolution');
  await expect(question(page)).not.toContainText('Қазан төңкеріс');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings…' }).click();
  await page.getByRole('checkbox', { name: 'Show the translation under it' }).uncheck();
  await page.getByRole('checkbox', { name: 'Show the first letter' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(question(page).getByRole('img', { name: 'gap Қ' })).toHaveText('Қ');
  await expect(question(page)).not.toContainText('October Revolution');
  await page.keyboard.press('Enter');
  await expect(back(page).locator('mark')).toContainText('Қазан төңкеріс');
});

test('cards of a section are made beside the text', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('add cards');
  await page.keyboard.press('Enter');
  await expect(adding(page).getByText(/^\d+ new cards$/)).toBeVisible();
  const all = Number.parseInt(
    await adding(page)
      .getByText(/^\d+ new cards$/)
      .innerText(),
    10,
  );
  await adding(page).getByRole('radio', { name: 'This section' }).click();
  await expect
    .poll(async () =>
      Number.parseInt(
        await adding(page)
          .getByText(/^\d+ new cards$/)
          .innerText(),
        10,
      ),
    )
    .toBeLessThan(all);
});

test('axe finds nothing serious in the overview, the forms and the session', async ({ page }) => {
  await begin(page);
  expect.soft(await faults(page, 'serious'), 'front').toEqual([]);
  await page.keyboard.press('Space');
  expect.soft(await faults(page, 'serious'), 'back').toEqual([]);
  await page.keyboard.press('4');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Settings…' })).toBeVisible();
  expect.soft(await faults(page, 'serious'), 'overview').toEqual([]);
  for (const name of ['Add cards…', 'All cards…', 'Settings…']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect.soft(await faults(page, 'serious'), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
