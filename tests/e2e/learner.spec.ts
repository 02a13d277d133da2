import type { Locator, Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { pressOnKazakhLayout } from './support/keys.ts';
import { openWork, saved, select, text, wordsInView } from './support/reader.ts';

/** What is said of the word that the word cursor is on. */
function said(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /\S/ });
}

/** Waits until it is said of the word under the cursor. */
async function hears(page: Page, words: string | RegExp): Promise<void> {
  await expect(said(page).filter({ hasText: words })).toBeAttached();
}

/** Moves the word cursor on until something is said of the word it is on. */
async function walkTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('ArrowRight');
    const found = await said(page)
      .filter({ hasText: words })
      .waitFor({ state: 'attached', timeout: 700 })
      .then(
        () => true,
        () => false,
      );
    if (found) return;
  }
  throw new Error(`no word of which is said: ${words}`);
}

const card = (page: Page, headword: string) => page.getByRole('article', { name: headword, exact: true });
const levels = (holder: Locator) => holder.getByRole('radiogroup', { name: 'Level' });
const level = (holder: Locator, name: string) => levels(holder).getByRole('radio', { name, exact: true });

/** Opens the card of what stands at some words of the text, by keys. */
async function openCard(page: Page, words: string): Promise<void> {
  await select(page, words);
  await page.keyboard.press('Enter');
}

test('words are walked by arrows, and get levels by keys on any layout', { tag: '@every-time' }, async ({ page }) => {
  await openWork(page);
  await walkTo(page, 'October Revolution');
  await page.keyboard.press('2');
  await hears(page, 'level: 2');
  await pressOnKazakhLayout(page, 'KeyK');
  await hears(page, 'level: Known');
  await page.keyboard.press('i');
  await hears(page, 'level: Ignored');
  for (const before of ['level: Known', 'level: 2']) {
    await page.keyboard.press('Control+z');
    await hears(page, before);
  }
  // The cursor stays where it is when a word is highlighted.
  await page.keyboard.press('h');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await hears(page, 'level: 2');
});

for (const { locale, title, analysis } of [
  {
    locale: 'en-GB',
    title: 'The October Revolution and Kazakhstan',
    analysis: 'үкімет + і (possessive, 3rd person) + нің (genitive)',
  },
  {
    locale: 'kk-KZ',
    title: 'Қазан төңкерісі және Қазақстан',
    analysis: 'үкімет + і (тәуелдік жалғау, 3-жақ) + нің (ілік септік)',
  },
  {
    locale: 'ru-RU',
    title: 'Октябрьская революция и Казахстан',
    analysis: 'үкімет + і (притяжательность, 3-е лицо) + нің (родительный падеж)',
  },
]) {
  test.describe(`an interface in ${locale}`, () => {
    test.use({ locale });
    test('says in its language how a form is built', async ({ page }) => {
      await openWork(page, title);
      await page.getByRole('navigation').getByRole('link', { name: 'Алашорда' }).click();
      await openCard(page, 'үкіметінің');
      await expect(card(page, 'үкімет')).toContainText(analysis);
    });
  });
}

test(
  'a match is refused in one place and for a form everywhere, and taken back',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await openCard(page, 'автономия');
    await page.getByRole('button', { name: 'Not this word', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Not “автономия” here' }).click();
    await expect(page.getByText('Here “автономия” is not “автономия”')).toBeVisible();
    await openCard(page, 'автономия');
    // It is in no term here any more.
    await expect(page.getByRole('dialog', { name: 'New word' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await openCard(page, 'автономия');
    await expect(card(page, 'автономия')).toBeVisible();

    await page.getByRole('button', { name: 'Not this word', exact: true }).click();
    await page.getByRole('menuitem', { name: '“автономия” is never “автономия”' }).click();
    await expect(page.getByText('“автономия” is never “автономия”')).toBeVisible();
    await saved(page);
    await page.keyboard.press('Control+z');
    await openCard(page, 'автономия');
    await expect(card(page, 'автономия')).toBeVisible();
  },
);

test('rejected forms are listed where the entry is edited, and allowed again there', async ({ page }) => {
  await openWork(page);
  await openCard(page, 'автономия');
  await page.getByRole('button', { name: 'Not this word', exact: true }).click();
  await page.getByRole('menuitem', { name: '“автономия” is never “автономия”' }).click();
  await page.keyboard.press('Control+Shift+d');
  const panel = page.getByRole('complementary', { name: 'Glossary' });
  await panel.getByRole('radio', { name: 'All' }).click();
  await panel.getByRole('searchbox').fill('автономия');
  await panel.getByRole('button', { name: 'Edit “автономия”' }).click();
  const refused = page.getByRole('region', { name: 'Never this word' });
  await expect(refused.getByRole('listitem')).toHaveText(['автономия']);
  await refused.getByRole('button', { name: 'Allow “автономия” again' }).click();
  await expect(refused).toBeHidden();
});

test(
  'a word that is not in the glossary gets a gloss and a level in one step',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await openCard(page, 'ықпалының');
    const dialog = page.getByRole('dialog', { name: 'New word' });
    await expect(dialog.getByRole('textbox', { name: 'Headword' })).toHaveValue('ықпал');
    await dialog.getByRole('textbox', { name: 'Gloss: English' }).fill('influence');
    await level(dialog, '1').focus();
    await page.keyboard.press('3');
    await expect(level(dialog, '3')).toBeChecked();
    await dialog.getByRole('textbox', { name: 'Gloss: English' }).press('Enter');
    await expect(dialog).toBeHidden();
    await openCard(page, 'ықпалының');
    await expect(card(page, 'ықпал').getByRole('definition').first()).toHaveText('influence');
    await expect(level(card(page, 'ықпал'), '3')).toBeChecked();
  },
);

test('Enter opens the highlight of a word that is in no term', async ({ page }) => {
  await openWork(page);
  await select(page, 'ықпалының');
  await page.keyboard.press('h');
  // Else its handles are dragged.
  await page.keyboard.press('Escape');
  await openCard(page, 'ықпалының');
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'New word' })).toBeHidden();
});

test('the places of a term stand in its card beside their translation, with how each is rendered', async ({ page }) => {
  await openWork(page);
  await openCard(page, 'Уақытша үкіметтің');
  const shown = card(page, 'Уақытша үкімет');
  await shown.getByRole('button', { name: /^In this text/ }).click();
  const places = shown.getByRole('list', { name: 'In this text' }).getByRole('button');
  await expect(places.first()).toContainText('Provisional Government');
  const count = Number(/(\d+) in this text/u.exec(await shown.innerText())?.[1]);
  await expect(places).toHaveCount(count);
  await expect(shown.getByRole('group', { name: 'Renderings' }).getByRole('button')).toHaveText([
    `Provisional Government${String(count)}`,
  ]);
  await places.last().click();
  await expect(places.last()).toHaveAttribute('aria-current', 'location');
  // The shorter headword inside it can be turned to.
  await page
    .getByRole('group', { name: 'What this may be' })
    .getByRole('button', { name: 'үкімет', exact: true })
    .click();
  await expect(card(page, 'үкімет')).toBeVisible();
});

test('a place without any of the glosses is found from the card', async ({ page }) => {
  await openWork(page);
  await openCard(page, 'халық');
  const shown = card(page, 'халық');
  await shown.getByRole('button', { name: /^In this text.*not found$/ }).click();
  const places = shown.getByRole('list', { name: 'In this text' }).getByRole('button');
  await expect(places.first()).toBeVisible();
  const all = await places.count();
  const missing = shown.getByRole('group', { name: 'Renderings' }).getByRole('button', { name: /^none found/ });
  const count = Number(/\d+/u.exec(await missing.innerText())?.[0]);
  await missing.click();
  await expect(places).toHaveCount(count);
  expect(count).toBeLessThan(all);
});

test('the card never moves the page', async ({ page }) => {
  await openWork(page);
  const { from } = await wordsInView(page, 'автономия');
  const before = await text(page).evaluate(({ scrollTop }) => scrollTop);
  await page.mouse.click(from.x + 5, from.y);
  await expect(card(page, 'автономия')).toBeVisible();
  await page.getByRole('button', { name: /^In this text/ }).click();
  await level(card(page, 'автономия'), '4').click();
  await page.keyboard.press('Escape');
  await expect(card(page, 'автономия')).toBeHidden();
  expect(await text(page).evaluate(({ scrollTop }) => scrollTop)).toBe(before);
});

test(
  'the rest of a section becomes known after asking, and one undo takes it back',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    await page.keyboard.press('Alt+k');
    const dialog = page.getByRole('dialog', { name: 'Mark the rest of this section as known' });
    await expect(dialog).toContainText('headwords are added to the glossary');
    await dialog.getByRole('button', { name: 'Mark as known' }).click();
    await expect(page.getByText(/words are known now/)).toBeVisible();
    await saved(page);
    await page.keyboard.press('Alt+k');
    await expect(dialog).toContainText('Nothing is left here');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Alt+k');
    await expect(dialog).toContainText('headwords are added to the glossary');
  },
);

test('the next new word is found by one key, the sentence beside it shown by another', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+ArrowRight');
  const first = await page.evaluate(() => getSelection()?.toString());
  await page.keyboard.press('w');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe(first);
  await page.keyboard.press('t');
  const beside = page.getByRole('dialog', { name: 'Sentence and counterpart' });
  await expect(beside).toContainText('The October Revolution');
});

test('the state of words survives a new start', { tag: '@every-time' }, async ({ page, host }) => {
  await openWork(page);
  await openCard(page, 'автономия');
  await level(card(page, 'автономия'), '5').click();
  await saved(page);
  await page.goto('about:blank');
  await host.restart();
  await page.goto(host.address);
  await openWork(page);
  await openCard(page, 'автономия');
  await expect(level(card(page, 'автономия'), '5')).toBeChecked();
});

test('a section is made known from the contents, and what is in view from a paragraph', async ({ page }) => {
  await openWork(page);
  const section = page.getByRole('navigation').getByRole('link', { name: 'Алашорда' });
  await section.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Mark the rest of the section as known…' }).click();
  const asked = page.getByRole('dialog', { name: 'Mark the rest of this section as known' });
  await expect(asked).toContainText('become known');
  await asked.getByRole('button', { name: 'Cancel' }).click();

  await text(page).getByRole('paragraph').filter({ hasText: 'аграрлық' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Mark the rest of the page as known…' }).click();
  const inView = page.getByRole('dialog', { name: 'Mark the rest of this page as known' });
  await inView.getByRole('button', { name: 'Mark as known' }).click();
  await expect(page.getByText(/words are known now/)).toBeVisible();
  await openCard(page, 'автономия');
  await expect(level(card(page, 'автономия'), 'Known')).toBeChecked();
});

test('levels go to the word under the pointer where nothing is selected', async ({ page }) => {
  await openWork(page);
  const { from } = await wordsInView(page, 'автономия');
  await page.mouse.move(from.x + 8, from.y);
  await page.keyboard.press('4');
  await openCard(page, 'автономия');
  await expect(level(card(page, 'автономия'), '4')).toBeChecked();
});

test(
  'axe finds nothing serious in what a learner sees, in light and dark',
  { tag: '@every-time' },
  async ({ page }) => {
    const look = async (view: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await faults(page, 'serious'), `${view}, ${colorScheme}`).toEqual([]);
      }
    };
    await openWork(page);
    for (const [word, key] of [
      ['автономия', '1'],
      ['көкейкесті', '5'],
      ['наразылығын', '0'],
    ] as const) {
      await select(page, word);
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Alt+n');
    await openCard(page, 'Уақытша үкіметтің');
    await page.getByRole('button', { name: /^In this text/ }).click();
    await expect(page.getByRole('list', { name: 'In this text' }).getByRole('button').first()).toBeVisible();
    await look('card with its places');
    await page.keyboard.press('Escape');
    await openCard(page, 'ықпалының');
    await look('a new word');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+k');
    await expect(page.getByRole('button', { name: 'Mark as known' })).toBeEnabled();
    await look('the rest of a section');
  },
);
