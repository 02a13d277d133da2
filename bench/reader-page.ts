import type { Browser, Page } from 'playwright';
import { viewport } from './browser.ts';
import type { Host } from './host.ts';
import { firstText, textAfterClick, watchForText } from './text-painted.ts';

/** A window of its own on the library, with the facts of all its `works` there: so the host has read each of them. */
export async function openReader(browser: Browser, host: Host, works: number): Promise<Page> {
  const page = await newWindow(browser);
  await page.goto(host.address);
  await page.waitForFunction((count) => {
    const rows = [...document.querySelectorAll('main li:not(li li)')];
    return rows.filter((row) => /\d paragraph/.test(row.textContent ?? '')).length >= count;
  }, works);
  return page;
}

/** Clicks a work's link and waits until its text is painted. Gives milliseconds. */
export async function timeOpening(page: Page, title: string): Promise<number> {
  await page.getByRole('link', { name: title }).first().waitFor();
  return textAfterClick(page, title);
}

/** Goes straight to a work in a new window. Gives milliseconds from the navigation to its painted text. */
export async function timeFromAddress(browser: Browser, host: Host, work: string): Promise<number> {
  const page = await newWindow(browser);
  try {
    await page.goto(`${host.address}#/works/${work}`);
    return await firstText(page);
  } finally {
    await page.context().close();
  }
}

/** The texts of the paragraphs that can be seen, by column. */
export async function visibleText(page: Page): Promise<string[][]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('[data-paragraph]')].filter((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const columns = Map.groupBy(seen, (element) => Math.round(element.getBoundingClientRect().left / 50));
    return [...columns.values()].map((elements) => elements.map((element) => element.textContent ?? ''));
  });
}

async function newWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  await watchForText(page);
  return page;
}
