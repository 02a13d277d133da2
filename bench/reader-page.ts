import type { Browser, Page } from 'playwright';
import { viewport } from './browser.ts';
import type { Host } from './host.ts';

/** A window of its own on the library, with the list of works read to the end. */
export async function openReader(browser: Browser, host: Host): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(host.address);
  await page.getByRole('link', { name: 'The October Revolution and Kazakhstan' }).first().waitFor();
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  return page;
}

/** Clicks a work's link and waits until its text is painted. Gives milliseconds. */
export async function timeOpening(page: Page, title: string): Promise<number> {
  await page.getByRole('link', { name: title }).first().waitFor();
  return page.evaluate(openWork, title);
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

/** Runs in the page. */
async function openWork(title: string): Promise<number> {
  const frame = (): Promise<unknown> =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  const link = [...document.querySelectorAll('a')].find((one) => one.textContent?.trim() === title);
  if (link === undefined) throw new Error(`no link ${title}`);
  const readable = (): boolean =>
    [...document.querySelectorAll('[data-paragraph]')].filter((one) => (one.textContent ?? '').length > 20).length >= 4;
  const start = performance.now();
  link.click();
  while (!readable()) await frame();
  // A frame that begins now shows it; the message after it comes when that frame is done.
  await frame();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', resolve);
    port1.start();
    port2.postMessage(null);
  });
  return performance.now() - start;
}
