import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Bench } from './bench.ts';
import { startBrowser } from './browser.ts';
import { startHost } from './host.ts';
import { generatedWork, generateLibrary, largeSize } from './large-library.ts';
import { openReader } from './reader-page.ts';
import { megabytes, median, milliseconds, percentile } from './statistics.ts';

const alignment = 'kk~en';
/** How often each step is done. */
const times = 9;
/** Frames that are scrolled, a third of the window each. */
const frames = 600;

/** What a person does in the workbench, and by which key; those that change something are undone after each time. */
const steps: readonly { name: string; key: string; changes: boolean }[] = [
  { name: 'to the next bead', key: 'ArrowDown', changes: false },
  { name: 'to the next unsure bead', key: 'KeyN', changes: false },
  { name: 'to the last bead', key: 'End', changes: false },
  { name: 'to the first bead', key: 'Home', changes: false },
  { name: 'doubting or confirming', key: 'KeyQ', changes: true },
  { name: 'merging with the next', key: 'KeyM', changes: true },
  { name: 'unlinking', key: 'KeyX', changes: true },
  { name: 'confirming all above', key: 'Shift+KeyA', changes: true },
];

/** Steps and scrolling in the workbench of a large work. */
export const workbench: Bench = {
  name: 'workbench',
  about: `steps and scrolling in the workbench of an alignment (2 x ${String(largeSize.paragraphs)} paragraphs)`,
  run: async (print) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
    const browser = await startBrowser();
    try {
      await generateLibrary(folder, largeSize);
      await using host = await startHost(folder);
      const page = await openReader(browser, host, 2);
      print('opening it by its address', milliseconds(await timeOpening(page)), '');
      await page.waitForFunction(() => document.querySelector('aside [role=status]') === null, null, {
        timeout: 120_000,
      });
      for (const { name, key, changes } of steps) {
        if (key !== 'Home' && key !== 'End') await toMiddle(page);
        const took: number[] = [];
        for (let time = 0; time < times; time += 1) {
          took.push(await timeKey(page, key));
          if (changes) await timeKey(page, 'Control+KeyZ');
        }
        print(`${name}, until it is painted, median of ${String(times)}`, milliseconds(median(took)), '');
      }
      await page.keyboard.press('Home');
      const scrolled = await scroll(page);
      print('scrolling, a third of the window a frame: frame, median', milliseconds(median(scrolled.frames)), '');
      print('  99 of 100 frames within', milliseconds(percentile(scrolled.frames, 0.99)), '');
      print('  longest frame', milliseconds(Math.max(...scrolled.frames)), '');
      print('  beads mounted, most', String(Math.max(...scrolled.mounted)), '');
      print('view: objects after scrolling', megabytes(scrolled.heap), '');
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** From the address to the first bead's text. Gives milliseconds. */
async function timeOpening(page: Page): Promise<number> {
  const start = performance.now();
  await page.evaluate(
    ([work, name]) => {
      location.hash = `#/works/${work}/alignment/${name}`;
    },
    [generatedWork.id, alignment] as const,
  );
  await page.locator('[data-bead] [data-unit]').first().waitFor();
  return performance.now() - start;
}

async function toMiddle(page: Page): Promise<void> {
  const box = await page.getByRole('slider').boundingBox();
  if (box === null) throw new Error('no overview');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('[data-bead][aria-current=true]').focus();
  await page.waitForTimeout(600);
}

/** From a key to the second frame after it, so that what it changed is painted. Gives milliseconds. */
async function timeKey(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const kept = window as unknown as { took: Promise<number> };
    kept.took = new Promise((resolve) => {
      document.addEventListener(
        'keydown',
        function begin(event) {
          if (event.key === 'Control' || event.key === 'Shift') return;
          document.removeEventListener('keydown', begin, true);
          const start = performance.now();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
        },
        true,
      );
    });
  });
  await page.keyboard.press(key);
  const took = await page.evaluate(() => (window as unknown as { took: Promise<number> }).took);
  // What it set off, such as storing, is over before the next.
  await page.waitForTimeout(500);
  return took;
}

function scroll(page: Page): Promise<{ frames: number[]; mounted: number[]; heap: number }> {
  return page.evaluate(async (count) => {
    const list = document.querySelector<HTMLElement>('[data-beads]');
    if (list === null) throw new Error('no list');
    const found: number[] = [];
    const mounted: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < count; frame += 1) {
      list.scrollTop += list.clientHeight / 3;
      const now = await new Promise<number>((resolve) => {
        requestAnimationFrame(resolve);
      });
      if (frame > 0) found.push(now - last);
      last = now;
      if (frame % 10 === 0) mounted.push(list.querySelectorAll('[data-bead]').length);
    }
    const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
    return { frames: found, mounted, heap: memory.usedJSHeapSize };
  }, frames);
}
