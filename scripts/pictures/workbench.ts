import { expect, type Page } from 'playwright/test';
import { open, titles, type View } from './view.ts';

/** Opens the workbench with a bead in doubt, and one of which a side is missing as the current one. */
async function openWorkbench(page: Page, title: string = titles.en): Promise<void> {
  await open(page, title);
  await page.keyboard.press('Control+Shift+KeyB');
  const current = page.locator('[data-bead][aria-current=true]');
  await expect(current).toBeVisible();
  await page.keyboard.press('Home');
  for (let bead = 0; bead < 3; bead += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('KeyQ');
  await expect(current).toHaveAttribute('data-kind', 'unsure');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('KeyX');
  await expect(current).toHaveAttribute('data-kind', 'omitted');
}

const all = { en: /^All \d/, kk: /^Бәрі \d/, ru: /^Все \d/ } as const;

async function allFindings(page: Page, language: keyof typeof all): Promise<void> {
  await page.getByRole('complementary').getByRole('radio', { name: all[language] }).click();
  await expect(page.getByRole('complementary').locator('[data-index]').first()).toBeVisible();
}

/** The workbench of an alignment. */
export const workbenchViews: readonly View[] = [
  {
    name: 'workbench',
    show: async (page) => {
      await openWorkbench(page);
      await allFindings(page, 'en');
    },
  },
  {
    name: 'workbench-realign',
    show: async (page) => {
      await openWorkbench(page);
      await page.keyboard.press('KeyR');
      await page.getByRole('radio', { name: /^Everything/ }).check();
      await page.getByRole('button', { name: 'Align', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Take it' })).toBeEnabled();
    },
  },
  {
    name: 'workbench-kazakh',
    language: 'kk',
    show: async (page) => {
      await openWorkbench(page, titles.kk);
      await allFindings(page, 'kk');
    },
  },
  {
    name: 'workbench-russian',
    language: 'ru',
    show: async (page) => {
      await openWorkbench(page, titles.ru);
      await allFindings(page, 'ru');
    },
  },
  { name: 'workbench-narrow', size: { width: 420, height: 800 }, show: (page) => openWorkbench(page) },
];
