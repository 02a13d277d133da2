import type { Page } from 'playwright/test';
import { expect, test } from './support/test.ts';
import { annotate } from './support/annotations.ts';
import { clickOn, openWork, paragraph, select, state, work } from './support/reader.ts';

/** What is no word of any language here: names of programs and standards, keys, units, formats, and names of languages in themselves. */
const allowed =
  /Egiz|Anki|BGN\/PCGN|Қазақша|English|Русский|Ctrl|Shift|Alt|Esc|Enter|Tab|Home|End|PgUp|PgDn|Del|Ins|F\d+|TSV|UTF-(8|16)|headword|note_en|\b(kk|en|ru|px|em|Aa|[A-Z])\b/g;
/** Words of texts stand in quotation marks. */
const quoted = /«[^»]*»|“[^”]*”/g;

interface Said {
  /** In view. */
  texts: string[];
  /** Names, descriptions and hints, of which a screen reader tells. */
  names: string[];
}

/** Everything that the program itself says. What it shows of texts and of the glossary has a language of its own (`lang`). */
function said(page: Page): Promise<Said> {
  return page.evaluate(() => {
    const isOwn = (element: Element | null): boolean =>
      element !== null &&
      element.closest('[lang]') === document.documentElement &&
      element.closest('code, kbd, pre, script, style') === null;
    const texts = new Set<string>();
    const names = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const { parentElement, textContent } = walker.currentNode;
      if (isOwn(parentElement)) texts.add(textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('body *')) {
      if (!isOwn(element)) continue;
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'aria-roledescription']) {
        names.add(element.getAttribute(name)?.trim() ?? '');
      }
    }
    return { texts: [...texts], names: [...names] };
  });
}

/** Goes through the views, calling `look` in each. Leaves by what does not depend on the language: keys, and order. */
async function everyView(page: Page, title: string, look: (view: string) => Promise<void>): Promise<void> {
  await look('library');
  await page.getByRole('list').getByRole('button').first().click();
  await look('menu of a work');
  await page.keyboard.press('Escape');
  await openWork(page, title);
  await look('reader');
  await select(page, 'өзін-өзі билеуі');
  await look('selection');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await look('new term');
  await page.keyboard.press('Escape');
  await clickOn(page, 'аграрлық');
  await look('card of a highlight');
  await page.keyboard.press('l');
  await look('linking');
  await page.keyboard.press('Escape');
  await clickOn(page, 'автономия');
  await expect(page.getByRole('article')).toBeVisible();
  await look('card of a term');
  await page.keyboard.press('Escape');
  await paragraph(page, 'Уақытша үкіметтің халық').focus();
  await page.keyboard.press('Shift+F10');
  await look('menu of a paragraph');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('article')).toHaveCount(1);
  await look('notes');
  await page.keyboard.press('Control+Shift+d');
  await look('glossary beside the text');
  await page.keyboard.press('Control+f');
  await look('search');
  await page.keyboard.type('ыыы');
  await expect(page.getByText('ыыы')).toBeVisible();
  await look('nothing found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Comma');
  await look('settings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await look('palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await look('keys');
  await page.keyboard.press('Escape');
  await page.goto(`${new URL(page.url()).origin}/#/glossary`);
  await expect(page.getByRole('grid')).toBeVisible();
  await look('whole glossary');
}

for (const [locale, title, words] of [
  ['kk-KZ', work.title.kk, 'Кітапхана'],
  ['ru-RU', 'Октябрьская революция и Казахстан', 'Библиотека'],
] as const) {
  test.describe(`a system in ${locale}`, () => {
    test.use({ locale });

    test('has the interface in its language, in every view', async ({ page }) => {
      await annotate(page, [{ edition: 'kk', words: 'аграрлық мәселені', body: '1917' }]);
      await expect(page.getByRole('heading', { name: words, level: 1 })).toBeVisible();
      const foreign: string[] = [];
      await everyView(page, title, async (view) => {
        const { texts, names } = await said(page);
        const strip = (text: string) => text.replaceAll(quoted, '').replaceAll(allowed, '');
        const english = [...texts, ...names].filter((text) => /[A-Za-z]{2,}/.test(strip(text)));
        const kazakh = locale === 'ru-RU' ? texts.filter((text) => /[әғқңөұүһі]/i.test(strip(text))) : [];
        foreign.push(...[...english, ...kazakh].map((text) => `${view}: ${text}`));
      });
      expect(foreign).toEqual([]);
    });
  });
}

test('no key of a translation is shown in place of its words', async ({ page }) => {
  await annotate(page, [{ edition: 'kk', words: 'аграрлық мәселені', body: '1917' }]);
  const keys: string[] = [];
  await everyView(page, work.title.en, async (view) => {
    const { texts, names } = await said(page);
    const like = [...texts, ...names].filter((text) => /(^|\s)[a-z]+([:.][a-z]+[A-Za-z-]*)+(\s|$)|\{\{/.test(text));
    keys.push(...like.map((text) => `${view}: ${text}`));
  });
  expect(keys).toEqual([]);
});

test('the language changes at once, without a reload, and back', { tag: '@every-time' }, async ({ page }) => {
  await openWork(page);
  await page.evaluate(() => Object.assign(window, { isSameWindow: true }));
  await page.getByRole('button', { name: 'Text and interface' }).click();
  for (const [language, search] of [
    ['Қазақша', 'Іздеу'],
    ['Русский', 'Поиск'],
    ['English', 'Search'],
  ] as const) {
    await page.getByRole('radio', { name: language }).click();
    await expect(page.getByRole('button', { name: search, exact: true })).toBeAttached();
    await expect(page.locator('html')).toHaveAttribute(
      'lang',
      { Қазақша: 'kk', Русский: 'ru', English: 'en' }[language],
    );
  }
  await page.keyboard.press('Escape');
  await expect(state(page)).toContainText('16 of 16 paragraphs aligned');
  expect(await page.evaluate(() => 'isSameWindow' in window)).toBe(true);
});
