import { expect, type Page } from 'playwright/test';
import { readZip } from '#main/container/read-zip.ts';
import { work } from '../../tests/e2e/support/reader.ts';
import type { View } from './view.ts';

const options = {
  unit: 'paragraph',
  includeUnconfirmed: true,
  notes: true,
  highlights: true,
  glossary: false,
  cards: true,
} as const;

/** The 1917 work as a file, made by the library of the page. */
async function exported(page: Page, format: string): Promise<Uint8Array> {
  const bytes = await page.evaluate(
    async ([path, body]) => {
      const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return [...new Uint8Array(await response.arrayBuffer())];
    },
    [
      `/api/works/${work.id}/export`,
      JSON.stringify({ format, editions: ['kk', 'en'], options, language: 'en' }),
    ] as const,
  );
  return Uint8Array.from(bytes);
}

async function exportDialog(page: Page, purpose: number): Promise<void> {
  await page.getByRole('main').getByRole('link').first().waitFor();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').nth(purpose).check();
  await expect(dialog.locator('pre, dl, [role=group][tabindex]').first()).toBeVisible();
}

/** A page of a book: its text with the book's own styles, as a program for reading shows it. */
async function bookPage(page: Page): Promise<void> {
  const book = await readZip(await exported(page, 'epub'));
  const names = [...book.entries.keys()];
  const texts = names.filter((name) => name.endsWith('.xhtml') && !/nav|toc|cover|title/iu.test(name));
  const [first] = texts;
  if (first === undefined) throw new Error(`no text in the book: ${names.join(', ')}`);
  const styles = await Promise.all(names.filter((name) => name.endsWith('.css')).map((name) => book.text(name)));
  const text = await book.text(first);
  await page.goto('about:blank');
  await page.setContent(text.replace('</head>', `<style>${styles.join('\n')}</style></head>`));
}

/** Giving a work out, and what came of it. */
export const exportViews: readonly View[] = [
  { name: 'export', show: (page) => exportDialog(page, 0) },
  { name: 'export-kk', language: 'kk', show: (page) => exportDialog(page, 1) },
  { name: 'export-ru', language: 'ru', size: { width: 420, height: 800 }, show: (page) => exportDialog(page, 0) },
  {
    name: 'exported-html',
    show: async (page) => {
      const html = new TextDecoder().decode(await exported(page, 'html'));
      await page.goto('about:blank');
      await page.setContent(html);
    },
  },
  { name: 'exported-epub', size: { width: 700, height: 900 }, show: bookPage },
];
