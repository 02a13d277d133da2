import { expect, type Page } from 'playwright/test';
import type { TermLevel } from '#core/records/term.ts';
import type { LibraryState } from '#main/api/shapes.ts';
import { clickOn, select } from '../../tests/e2e/support/reader.ts';
import { command, open, titles, type View } from './view.ts';

/** The levels that the pictured reader has given, to the terms of the glossary in turn. */
const given: readonly TermLevel[] = ['known', '3', 'new', 'known', '1', '5', 'known', '2', '4', 'known'];

/** Gives the terms of the glossary their levels, and shows the library with them. */
async function giveLevels(page: Page): Promise<void> {
  await page.evaluate(async (levels) => {
    const { terms } = (await (await fetch('/api/library')).json()) as LibraryState;
    const updated = terms.map((term, at) => [term, { ...term, level: levels[at % levels.length] }]);
    await fetch('/api/library/changes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ added: [], updated, removed: [] }),
    });
  }, given);
  await page.reload();
}

async function openCard(page: Page, words: string): Promise<void> {
  await select(page, words);
  await page.keyboard.press('Enter');
}

async function script(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Left: ' }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await expect(page.getByRole('menu')).toBeHidden();
}

async function bringTable(page: Page): Promise<void> {
  await command(page, 'Dictionaries');
  const dialog = page.getByRole('dialog', { name: 'Dictionaries' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const entries = ['үкімет\tgovernment; cabinet', 'билік\tpower, rule', 'ықпал\tinfluence; effect'];
  const table = Buffer.from(`${entries.join('\n')}\n`);
  await (await chooser).setFiles({ name: 'kk-en.tsv', mimeType: 'text/tab-separated-values', buffer: table });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('“kk-en” was imported')).toBeVisible();
}

async function openReview(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+u');
  await page.getByRole('button', { name: 'Add cards…' }).click();
  await page
    .getByRole('dialog', { name: 'Add cards' })
    .getByRole('button', { name: /^Add \d+ cards/u })
    .click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
}

/** What a learner sees. */
export const learnerViews: readonly View[] = [
  {
    name: 'card',
    show: async (page) => {
      await giveLevels(page);
      await open(page);
      await page.getByRole('navigation').getByRole('link', { name: 'Алашорда' }).click();
      await clickOn(page, 'үкіметінің');
      await expect(page.getByRole('article', { name: 'үкімет' })).toBeVisible();
    },
  },
  {
    name: 'card-kazakh',
    language: 'kk',
    show: async (page) => {
      await giveLevels(page);
      await open(page, titles.kk);
      await page.getByRole('navigation').getByRole('link', { name: 'Алашорда' }).click();
      await clickOn(page, 'үкіметінің');
      await page.getByRole('button', { name: 'Мәтінде' }).click();
      await expect(page.getByRole('article', { name: 'үкімет' })).toBeVisible();
    },
  },
  {
    name: 'card-new-word',
    show: async (page) => {
      await bringTable(page);
      await page.keyboard.press('Escape');
      await open(page);
      await openCard(page, 'ықпалының');
      await expect(page.getByRole('dialog', { name: 'New word' })).toContainText('influence');
    },
  },
  {
    name: 'coverage',
    show: async (page) => {
      await giveLevels(page);
      await open(page);
      await page.keyboard.press('Shift+Y');
      await expect(page.getByRole('list', { name: 'Learn first' }).getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'dictionaries',
    show: bringTable,
  },
  {
    name: 'reader-latin',
    show: async (page) => {
      await open(page);
      await script(page, 'Latin (draft of 2021)');
    },
  },
  {
    name: 'reader-arabic',
    show: async (page) => {
      await giveLevels(page);
      await open(page);
      await script(page, 'Arabic (Töte jazu)');
    },
  },
  {
    name: 'card-arabic',
    show: async (page) => {
      await open(page);
      await script(page, 'Arabic (Töte jazu)');
      await clickOn(page, 'ۇكىمەتتىڭ');
      await expect(page.getByRole('article').first()).toBeVisible();
    },
  },
  {
    name: 'review',
    show: async (page) => {
      await openReview(page);
      await page.getByRole('button', { name: 'Start' }).click();
      for (const rating of ['3', '4', '2', '4', '3', '1', '4', '3']) {
        await page.keyboard.press('Space');
        await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
        await page.keyboard.press(rating);
        await expect(page.getByRole('region', { name: 'Answer' })).toBeHidden();
      }
      await page.getByRole('button', { name: 'End', exact: true }).click();
      await page.reload();
      await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
    },
  },
  {
    name: 'review-question',
    show: async (page) => {
      await openReview(page);
      await page.getByRole('button', { name: 'Start' }).click();
      await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
    },
  },
  {
    name: 'review-answer',
    show: async (page) => {
      await openReview(page);
      await page.getByRole('button', { name: 'Start' }).click();
      await page.keyboard.press('Space');
      await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    },
  },
  {
    name: 'anki',
    show: async (page) => {
      await open(page);
      await command(page, 'Send to Anki');
      await expect(
        page.getByRole('dialog', { name: 'Send to Anki' }).getByRole('region', { name: 'Card' }),
      ).toContainText('Egiz');
    },
  },
];
