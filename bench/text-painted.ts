import type { Page } from 'playwright';

/** What a page has once `watchForText` is in it. */
interface Watching {
  /** Milliseconds on the page's clock, once paragraphs that can be read are painted. */
  textPainted: () => Promise<number>;
  /** The first time in this page. */
  firstText: Promise<number>;
}

/** Lets every document of a page tell when its text is painted: the reader's and, in the same way, that of its peer. */
export async function watchForText(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const readable = (): boolean => {
      const paragraphs = [...document.querySelectorAll('[data-paragraph], body > div > p')];
      return paragraphs.filter((one) => (one.textContent ?? '').length > 20).length >= 4;
    };
    const textPainted = async (): Promise<number> => {
      do {
        await new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      } while (!readable());
      // The frame that has begun shows the text; the message comes when the frame is painted.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', resolve);
        port1.start();
        port2.postMessage(null);
      });
      return performance.now();
    };
    Object.assign(window, { textPainted, firstText: textPainted() } satisfies Watching);
  });
}

/** From the start of a page's navigation to its first text, in milliseconds. */
export function firstText(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Watching).firstText);
}

/** From a click on the link with this text to the text that it leads to, in milliseconds. */
export function textAfterClick(page: Page, link: string): Promise<number> {
  return page.evaluate(async (text) => {
    const found = [...document.querySelectorAll('a')].find((one) => one.textContent?.trim() === text);
    if (found === undefined) throw new Error(`no link ${text}`);
    const start = performance.now();
    found.click();
    return (await (window as unknown as Watching).textPainted()) - start;
  }, link);
}
