import { expect, type Page } from 'playwright/test';
import { clickOn, select, text, wheel, wordsInView } from '../../tests/e2e/support/reader.ts';
import { exportViews } from './export.ts';
import { learnerViews } from './learner.ts';
import { open, titles, type View } from './view.ts';
import { workbenchViews } from './workbench.ts';

const kazakhBook = [
  'Уақытша үкімет халықтың күткен аграрлық мәселесін шеше алмады.',
  'Ұлттық құрылыс басталды, Алаш қозғалысы жаңа кезеңге өтті.',
];
const englishBook = [
  'The Provisional Government could not solve the agrarian question.',
  'Nation building began, and the Alash movement entered a new stage.',
];

/** Opens the view of imports with two texts of a few chapters. */
async function bringTwo(page: Page, choose: string): Promise<void> {
  const book = (chapters: readonly string[], chapter: string): Buffer =>
    Buffer.from([1, 2, 3, 4].flatMap((at) => [`# ${chapter} ${String(at)}`, ...chapters]).join('\n\n'));
  await page.keyboard.press('Control+o');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: choose }).click();
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/markdown', buffer });
  await (
    await chooser
  ).setFiles([file('october.md', book(englishBook, 'Chapter')), file('qazan.md', book(kazakhBook, 'Тарау'))]);
  await expect(page.getByText('Ұлттық құрылыс').first()).toBeVisible();
  await expect(page.getByText('Nation building').first()).toBeVisible();
}

const mode = (page: Page, name: string) => page.getByRole('radio', { name }).click();
const notes = (page: Page) => page.keyboard.press('Control+Shift+m');

/** Every view, by the names of their pictures. */
export const views: readonly View[] = [
  { name: 'import', show: (page) => bringTwo(page, 'Choose files…') },
  { name: 'import-kk', language: 'kk', show: (page) => bringTwo(page, 'Файл таңдау…') },
  {
    name: 'import-narrow',
    size: { width: 420, height: 800 },
    language: 'ru',
    show: (page) => bringTwo(page, 'Выбрать файлы…'),
  },
  ...learnerViews,
  ...workbenchViews,
  ...exportViews,
  {
    name: 'reader',
    pointing: true,
    show: async (page) => {
      await open(page);
      await notes(page);
      await clickOn(page, 'үкіметтің');
      await expect(page.getByRole('article').first()).toBeVisible();
    },
  },
  {
    name: 'reader-card',
    show: async (page) => {
      await open(page);
      await clickOn(page, 'немесе');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'reader-selection',
    show: async (page) => {
      await open(page);
      await select(page, 'қарулы көтеріліске');
      await expect(page.getByRole('toolbar')).toBeVisible();
    },
  },
  {
    name: 'reader-note',
    show: async (page) => {
      await open(page);
      await notes(page);
      await page.getByRole('complementary', { name: 'Notes' }).getByRole('article').nth(2).press('F2');
      await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toBeVisible();
    },
  },
  {
    name: 'reader-stacked',
    show: async (page) => {
      await open(page);
      await mode(page, 'Stacked');
    },
  },
  {
    name: 'reader-on-demand',
    show: async (page) => {
      await open(page);
      await mode(page, 'On demand');
      await text(page).getByRole('button', { name: 'Show the translation' }).nth(2).click();
      await wheel(page, 330);
    },
  },
  {
    name: 'reader-narrow',
    size: { width: 420, height: 800 },
    show: (page) => open(page),
  },
  {
    name: 'reader-kazakh',
    language: 'kk',
    show: async (page) => {
      await open(page, titles.kk);
      await notes(page);
    },
  },
  {
    name: 'reader-russian',
    language: 'ru',
    show: async (page) => {
      await open(page, titles.ru);
      await notes(page);
    },
  },
  {
    name: 'search',
    show: async (page) => {
      await open(page);
      await page.keyboard.press('Control+f');
      await page.getByRole('searchbox', { name: 'Search this work' }).fill('казак');
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'glossary-beside',
    pointing: true,
    show: async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Glossary', exact: true }).click();
      const { from } = await wordsInView(page, 'Корнилов');
      await page.mouse.move(from.x + 20, from.y);
      await expect(page.getByRole('tooltip')).toBeVisible();
    },
  },
  {
    name: 'glossary-entry',
    show: async (page) => {
      await open(page);
      await select(page, 'Петроградта');
      await page.keyboard.press('g');
      await expect(page.getByRole('textbox', { name: 'Gloss: English' })).toHaveValue('Petrograd');
    },
  },
  {
    name: 'glossary',
    show: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
      await expect(page.getByRole('grid')).toBeVisible();
    },
  },
  {
    name: 'glossary-import',
    show: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
      await page.getByRole('button', { name: 'Import' }).click();
      const lines = [
        'headword\tcategory\ten\tru',
        'шежіре\tword\tgenealogy\tродословная',
        'болыс\tunknown\tvolost\tволость',
      ];
      await page.getByRole('textbox', { name: 'Or paste the table' }).fill(lines.join('\n'));
      await page.getByRole('button', { name: 'Read', exact: true }).click();
      await expect(page.getByRole('radio', { name: 'New' })).toBeVisible();
    },
  },
  {
    name: 'library',
    show: async (page) => {
      await open(page);
      await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Алашорда' }).click();
      await expect(page.getByRole('contentinfo')).toContainText('Section 4 of 6');
      await page.getByRole('button', { name: 'Library' }).click();
      await expect(page.getByRole('list').first()).toContainText('highlights and notes');
    },
  },
  {
    name: 'settings',
    show: async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Text and interface' }).click();
      await expect(page.getByRole('slider').first()).toBeVisible();
    },
  },
  {
    name: 'palette',
    show: async (page) => {
      await open(page);
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'keys',
    show: async (page) => {
      await open(page);
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];
