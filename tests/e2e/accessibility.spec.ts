import type { Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { annotate } from './support/annotations.ts';
import { clickOn, openWork, paragraph, select } from './support/reader.ts';

/** Looks for what axe finds serious or worse in the view shown now. */
async function look(page: Page, view: string, rules?: readonly string[]): Promise<void> {
  expect.soft(await faults(page, 'serious', rules === undefined ? {} : { rules }), view).toEqual([]);
}

async function prepare(page: Page): Promise<void> {
  await annotate(page, [
    {
      edition: 'kk',
      words: 'аграрлық мәселені',
      body: 'A **note** with a [link](https://example.org/).',
      tags: ['land'],
    },
    { edition: 'en', words: 'burning issues', colour: 'fact' },
    { edition: 'kk', words: 'күн тәртібіне', colour: 'person', linked: { edition: 'en', words: 'on the agenda' } },
    { edition: 'kk', words: 'тәртібіне қоюға', colour: 'term' },
  ]);
}

const notes = (page: Page) => page.getByRole('complementary', { name: 'Notes' });

// What fades in is looked at when it is there.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing serious in the reader and what opens over it', { tag: '@every-time' }, async ({ page }) => {
  await prepare(page);
  await openWork(page);
  await page.keyboard.press('Control+Shift+m');
  await notes(page).getByRole('button', { name: 'Filter' }).click();
  await clickOn(page, 'аграрлық');
  await look(page, 'notes, and the card of a highlight');
  await page.keyboard.press('Escape');
  await select(page, 'езілген халықтарға');
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: 'Headword' })).toBeVisible();
  await look(page, 'selection, and a new term');
  await page.keyboard.press('Escape');
  await clickOn(page, 'көкейкесті');
  await expect(page.getByRole('article', { name: 'көкейкесті' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Search this work' }).fill('автономия');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'search, and the card of a term');
  await page.keyboard.press('Escape');
  await paragraph(page, 'The Provisional Government’s inability').focus();
  await page.keyboard.press('Shift+F10');
  await look(page, 'menu of a paragraph');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'On demand' }).click();
  await page.keyboard.press('Control+Shift+d');
  await look(page, 'on demand, with the glossary');
  await page.setViewportSize({ width: 420, height: 800 });
  await look(page, 'narrow');
});

test('axe finds nothing serious in the other views', async ({ page }) => {
  await look(page, 'library');
  await page.getByRole('button', { name: 'Text and interface' }).click();
  await look(page, 'settings');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await look(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await look(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
  await page.getByRole('button', { name: 'New entry' }).click();
  await look(page, 'whole glossary');
  await page.getByRole('button', { name: 'Import' }).click();
  await look(page, 'import');
});

test('every text can be read, dark and sepia', { tag: '@every-time' }, async ({ page }) => {
  const lookInBoth = async (view: string): Promise<void> => {
    for (const theme of ['dark', 'sepia']) {
      // As the setting does.
      await page.locator('html').evaluate((html, one) => {
        html.dataset['theme'] = one;
      }, theme);
      await look(page, `${view}, ${theme}`, ['color-contrast']);
    }
  };
  await prepare(page);
  await page.getByRole('button', { name: 'Text and interface' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await lookInBoth('library with settings');
  await page.keyboard.press('Escape');
  await openWork(page);
  await page.keyboard.press('Control+Shift+m');
  await notes(page).getByRole('button', { name: 'Filter' }).click();
  await clickOn(page, 'аграрлық');
  await lookInBoth('notes, and the card of a highlight');
  await page.keyboard.press('Escape');
  await clickOn(page, 'көкейкесті');
  await expect(page.getByRole('article', { name: 'көкейкесті' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Search this work' }).fill('автономия');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('F3');
  await lookInBoth('search, and the card of a term');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await lookInBoth('palette');
  await page.keyboard.press('Escape');
  await page.goto(`${new URL(page.url()).origin}/#/glossary`);
  await page.getByRole('button', { name: 'New entry' }).click();
  await lookInBoth('whole glossary');
});

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await openWork(page);
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Келіссөздер' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0)),
      ...[...document.querySelectorAll('*')].map((one) => parseFloat(getComputedStyle(one).transitionDuration) * 1000),
    ),
  );
  expect(longest).toBeLessThanOrEqual(1);
});
