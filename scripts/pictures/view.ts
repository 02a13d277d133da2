import { expect, type Page } from 'playwright/test';
import { openWork, work } from '../../tests/e2e/support/reader.ts';

/** A view to take a picture of. */
export interface View {
  name: string;
  /** Of the window, in CSS pixels; 1560 x 900 where it is left out. */
  size?: { width: number; height: number };
  /** Of the interface; English where it is left out. */
  language?: 'en' | 'kk' | 'ru';
  /** The pointer stays where `show` left it; otherwise it is out of the way. */
  pointing?: boolean;
  /** Brings the view up, from the library view of a reader who has marked the 1917 work. */
  show: (page: Page) => Promise<void>;
}

/** The name of the 1917 work by the language of the interface. */
export const titles = { en: work.title.en, kk: work.title.kk, ru: 'Октябрьская революция и Казахстан' } as const;

/** Opens the 1917 work and waits until all that comes after its text is there. */
export async function open(page: Page, title: string = titles.en): Promise<void> {
  await openWork(page, title);
  await expect(page.getByRole('contentinfo')).toContainText('12:03');
}

/** Runs a command by its name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill(name);
  await page.keyboard.press('Enter');
}
