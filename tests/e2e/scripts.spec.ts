import type { Page } from 'playwright/test';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { transliterate } from '#core/language/scripts/transliterate.ts';
import type { WorkState } from '#main/api/shapes.ts';
import { faults } from './support/axe.ts';
import { annotate, paragraphsOf } from './support/annotations.ts';
import { expect, test } from './support/test.ts';
import { twoTexts, writeTwoTexts } from './support/two-texts.ts';
import {
  clickOn,
  expectMarked,
  expectNotMarked,
  marked,
  openWork,
  reopen,
  saved,
  select,
  text,
  work,
} from './support/reader.ts';

const words = 'өзін-өзі билеуі немесе автономия';
const english = 'self-determination or autonomy';
const names = {
  latn: 'Latin (draft of 2021)',
  'latn-bgn': 'Latin (BGN/PCGN 1979)',
  arab: 'Arabic (Töte jazu)',
} as const satisfies Record<SchemeId, string>;
const others = ['latn', 'latn-bgn', 'arab'] as const;

const shown = (source: string, scheme: SchemeId): string => transliterate(source, scheme).text;
const column = (page: Page) => text(page).locator('[data-side="source"][lang^="kk"]').first();

/** Chooses the script in the menu of the left pane. */
async function read(page: Page, scheme: SchemeId | null): Promise<void> {
  await page.getByRole('button', { name: 'Left: ' }).click();
  await page.getByRole('menuitemradio', { name: scheme === null ? 'Cyrillic' : names[scheme] }).click();
  const tag = { latn: 'kk-Latn', 'latn-bgn': 'kk-Latn', arab: 'kk-Arab', own: 'kk' }[scheme ?? 'own'];
  await expect(column(page)).toHaveAttribute('lang', tag);
  await expect(page.getByRole('menu')).toBeHidden();
}

/** The words of all annotations, as the library keeps them. */
async function kept(page: Page): Promise<string[]> {
  await saved(page);
  const state = await page.evaluate(async (id) => {
    const response = await fetch(`/api/works/${id}`);
    return (await response.json()) as WorkState;
  }, work.id);
  return state.annotations.flatMap(({ targets }) => targets.map(({ quote }) => quote.exact));
}

test(
  'the 1917 text is read in Latin and in Arabic, with highlights in place on both sides, and so again when it is opened',
  { tag: '@every-time' },
  async ({ page, host }) => {
    await annotate(page, [{ edition: 'kk', words, linked: { edition: 'en', words: english } }]);
    await openWork(page);
    for (const scheme of others) {
      await read(page, scheme);
      await expectMarked(page, shown(words, scheme));
      await expectMarked(page, english);
      expect(await marked(page)).not.toContain(words);
    }
    await expect(column(page)).toHaveAttribute('dir', 'rtl');
    await saved(page);
    await reopen(page, host);
    await openWork(page);
    await expectMarked(page, shown(words, 'arab'));
    await read(page, null);
    await expectMarked(page, words);
  },
);

test('words highlighted in any script are the same words in Cyrillic', async ({ page }) => {
  await openWork(page);
  for (const scheme of others) {
    await test.step(names[scheme], async () => {
      await read(page, scheme);
      await select(page, shown(words, scheme));
      await page.keyboard.press('h');
      await expectMarked(page, shown(words, scheme));
      expect(await kept(page)).toEqual([words]);
      await page.keyboard.press('Escape');
      await read(page, null);
      await expectMarked(page, words);
      await page.keyboard.press('Control+z');
      await expectNotMarked(page, words);
    });
  }
});

test('a selection takes in whole what stands for one letter', async ({ page }) => {
  await openWork(page);
  await read(page, 'latn-bgn');
  // In `zhumysshylargha`: from within zh to within sh.
  const [from, to] = await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
      textContent.includes('zhumysshylargha'),
    );
    const walker = document.createTreeWalker(paragraph ?? document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node !== null && node.nodeValue?.includes('zhumysshylargha') !== true) node = walker.nextNode();
    const at = node?.nodeValue?.indexOf('zhumysshylargha') ?? 0;
    const range = document.createRange();
    const box = (offset: number): { x: number; y: number } => {
      if (node !== null) {
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
      }
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    };
    return [box(at + 1), box(at + 8)];
  });
  await page.mouse.move(from?.x ?? 0, from?.y ?? 0);
  await page.mouse.down();
  await page.mouse.move(to?.x ?? 0, to?.y ?? 0, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('zhumyssh');
  await page.keyboard.press('h');
  await expectMarked(page, 'zhumyssh');
  expect(await kept(page)).toEqual(['жұмысш']);
});

test('what is highlighted anywhere is the same again when it is selected in any script', async ({ page }) => {
  // Parts of words, letters that are not shown, that become two, and that join with the next.
  const parts = ['объект', 'кілерін', 'ғамдық-сая', 'волюциялы', 'шешпеуі х', 'партиясы 1917'];
  const present = (await paragraphsOf('kk')).map(({ text: one }) => one).join('\n');
  const told = parts.filter((part) => present.includes(part)).map((part) => ({ edition: 'kk' as const, words: part }));
  expect(told.length).toBeGreaterThan(3);
  await annotate(page, told);
  await openWork(page);
  for (const scheme of others) {
    await test.step(names[scheme], async () => {
      await read(page, scheme);
      for (const [index, { words: part }] of told.entries()) {
        const pieces = text(page).locator(`[data-annotations~="told-${String(index)}"].highlight`);
        await pieces.first().scrollIntoViewIfNeeded();
        await pieces.evaluateAll((all) => {
          const [first, last] = [all[0], all.at(-1)];
          if (first === undefined || last === undefined) throw new Error('it is not drawn');
          getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
        });
        await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
        // The search takes over what is selected, as it is kept.
        await page.keyboard.press('Control+f');
        await expect(page.getByRole('searchbox')).toHaveValue(part);
        await page.keyboard.press('Escape');
      }
    });
  }
});

test('a highlight made in Arabic is linked to its counterpart, and its end is moved to the left by the arrow that points there', async ({
  page,
}) => {
  await openWork(page);
  await read(page, 'arab');
  await select(page, shown(words, 'arab'));
  await page.keyboard.press('h');
  const end = page.getByRole('button', { name: 'Where the highlight ends' });
  await end.focus();
  const before = (await end.boundingBox())?.x ?? 0;
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => kept(page)).toEqual([`${words} алу`]);
  await expect.poll(async () => (await end.boundingBox())?.x ?? before).not.toBe(before);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => kept(page)).toEqual([words]);
  await page.keyboard.press('Escape');
  await clickOn(page, shown('билеуі', 'arab'));
  await page.getByRole('button', { name: 'Link the matching words' }).click();
  await select(page, english);
  await page.getByRole('button', { name: 'Link' }).click();
  await expectMarked(page, english);
  await expect.poll(() => kept(page)).toEqual([words, english]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Notes' }).click();
  await expect(page.getByRole('article').getByText(shown(words, 'arab'))).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search notes' }).fill(shown('автономия', 'arab'));
  await expect(page.getByRole('article')).toHaveCount(1);
  expect(await faults(page, 'serious')).toEqual([]);
});

test('what is copied is what is shown', async ({ page }) => {
  await openWork(page);
  await read(page, 'latn');
  await select(page, shown(words, 'latn'));
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('searchbox')).toHaveValue(shown(words, 'latn'));
});

test('a search is typed in the script that is read, or in Cyrillic', async ({ page }) => {
  await openWork(page);
  for (const [scheme, query] of [
    ['latn', 'uaqytşa ükımet'],
    ['latn', 'уақытша үкімет'],
    ['arab', 'ۋاقىتشا ۇكىمەت'],
  ] as const) {
    await read(page, scheme);
    await page.keyboard.press('Control+f');
    await page.getByRole('searchbox').fill(query);
    const options = page.getByRole('option');
    await expect(options.first()).toBeVisible();
    await options.first().click();
    const hit = text(page).locator('.hit-current');
    await expect(hit.first()).toBeVisible();
    const found = (await hit.allTextContents()).join('');
    expect(shown('Уақытша үкімет', scheme)).toContain(found);
    expect(found.length).toBeGreaterThan(10);
    await expect(options.first().locator('mark')).toHaveText(shown('Уақытша үкімет', scheme));
  }
});

test('in Arabic the arrow to the left goes to the next word', async ({ page }) => {
  await openWork(page);
  await read(page, 'arab');
  const first = text(page)
    .getByRole('paragraph')
    .filter({ hasText: shown(words, 'arab') });
  await first.focus();
  await page.keyboard.press('F6');
  await first.focus();
  await page.keyboard.press('Enter');
  const cursor = text(page).locator('.word-cursor');
  const word = async (): Promise<string> => (await cursor.allTextContents()).join('');
  await expect.poll(word).toBe(shown('Уақытша', 'arab'));
  const before = (await cursor.first().boundingBox())?.x ?? 0;
  await page.keyboard.press('ArrowLeft');
  await expect.poll(word).toBe(shown('үкіметтің', 'arab'));
  expect((await cursor.first().boundingBox())?.x ?? 0).toBeLessThan(before);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('h');
  expect(await kept(page)).toEqual(['үкіметтің халық']);
});

test('a word of the glossary has its mark and its card in another script', async ({ page }) => {
  await openWork(page);
  await read(page, 'latn');
  // A shorter headword inside it cuts the mark in two.
  await expect(text(page).locator('[data-terms]').filter({ hasText: 'Uaqytşa' }).first()).toBeAttached();
  await clickOn(page, 'Uaqytşa ükımettıñ');
  const card = page.getByRole('article', { name: 'Uaqytşa ükımet' });
  await expect(card.getByRole('heading', { name: /^Uaqytşa ükımet / })).toBeVisible();
  await expect(card.getByRole('group', { name: 'How the form is built' })).toContainText('ükımet + tıñ (genitive)');
  // What is being edited is the record's own.
  await card.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('textbox', { name: 'Headword' })).toHaveValue('Уақытша үкімет');
});

test('the title and the panel of the glossary are in the script of the pane', async ({ page }) => {
  await openWork(page);
  await page.keyboard.press('Control+Shift+d');
  const entries = page.getByRole('list', { name: 'Glossary entries' });
  await expect(entries).toContainText('аграрлық мәселе');
  await read(page, 'latn');
  await expect(page.getByRole('banner')).toContainText('Qazan töñkerısı jäne Qazaqstan');
  await expect(entries).toContainText('agrarlyq mäsele');
  await expect(entries).not.toContainText('мәселе');
});

test.describe('a translation into Kazakh', () => {
  test.beforeEach(async ({ folder }) => {
    await writeTwoTexts(
      folder,
      { language: 'en', texts: ['A short text.'] },
      { language: 'kk', texts: ['Қысқа мәтін.'] },
    );
  });

  test('is edited in Cyrillic, which a paragraph in another script says and offers', async ({ page }) => {
    await openTwoTexts(page);
    await page.getByRole('button', { name: 'right: ' }).click();
    await page.getByRole('menuitemradio', { name: names.latn }).click();
    await text(page).getByRole('paragraph').filter({ hasText: 'Qysqa mätın.' }).click();
    await page.keyboard.press('F2');
    const asked = page.getByRole('dialog', { name: 'This text is edited in Cyrillic' });
    await expect(asked).toContainText(names.latn);
    await asked.getByRole('button', { name: 'Edit in Cyrillic' }).click();
    await text(page).getByRole('textbox').fill('Ұзақ мәтін.');
    await page.keyboard.press('Escape');
    await expect(text(page).getByRole('paragraph').filter({ hasText: 'Ұзақ мәтін.' })).toBeVisible();
    await saved(page);
  });
});

test.describe('a text that is kept in Arabic letters', () => {
  test.beforeEach(async ({ folder }) => {
    await writeTwoTexts(
      folder,
      { language: 'kk-Arab', texts: ['قازاق ٴتىلى'] },
      { language: 'en', texts: ['The Kazakh language'] },
    );
  });

  test('is read from the right, and offers no other script', async ({ page }) => {
    await openTwoTexts(page);
    await expect(column(page)).toHaveAttribute('dir', 'rtl');
    const paragraph = text(page).getByRole('paragraph').filter({ hasText: 'قازاق' });
    await expect(paragraph).toHaveCSS('direction', 'rtl');
    const [left, right] = await paragraph.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [own, line] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
      return [line.left - own.left, own.right - line.right];
    });
    expect(right).toBeLessThan(left ?? 0);
    await expect(page.getByRole('button', { name: 'left: ' })).toHaveCount(0);
    await select(page, 'قازاق');
    await page.keyboard.press('h');
    await expectMarked(page, 'قازاق');
  });
});

async function openTwoTexts(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: twoTexts.title, exact: true }).click();
  await expect(text(page).getByRole('paragraph').first()).toBeVisible();
}

test('a script is chosen in a narrow window, and in the command palette', async ({ page }) => {
  await page.setViewportSize({ width: 420, height: 800 });
  await openWork(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitemradio', { name: names.latn }).click();
  await expect(column(page)).toHaveAttribute('lang', 'kk-Latn');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('script arabic');
  await page.keyboard.press('Enter');
  await expect(column(page)).toHaveAttribute('dir', 'rtl');
});
