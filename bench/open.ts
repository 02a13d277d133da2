import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Bench } from './bench.ts';
import { startBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';
import { generatedWork, generateLibrary, largeSize } from './large-library.ts';
import { openReader, timeOpening, visibleText } from './reader-page.ts';
import { megabytes, median, milliseconds, percentile, ratio } from './statistics.ts';
import { openStaticPage } from './static-page.ts';

const runs = 7;
const paragraphsScrolled = 2_000;
const works = ['The October Revolution and Kazakhstan', generatedWork.title];

/** From click to readable text, scrolling, and memory, in the 1917 work and in a large one. */
export const open: Bench = {
  name: 'open',
  about: `from click to readable text; scrolling; memory (large: 2 x ${largeSize.paragraphs} paragraphs, ${largeSize.annotations} annotations, ${largeSize.terms} terms)`,
  run: async (print) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
    try {
      await generateLibrary(folder, largeSize);
      const browser = await startBrowser();
      await using host = await startHost(folder);
      for (const title of works) await measureOpening(browser, host, title, print);
      await measureScrolling(browser, host, print);
      const peak = await host.peakMemory();
      if (peak !== null) print('host: peak memory', megabytes(peak), '');
      await browser.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measureOpening(browser: Browser, host: Host, title: string, print: Print): Promise<void> {
  const times: number[] = [];
  let columns: string[][] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await openReader(browser, host);
    times.push(await timeOpening(page, title));
    columns = await visibleText(page);
    await page.context().close();
  }
  const peer = median(await openStaticPage(browser, columns, runs));
  const [first = 0, ...later] = times;
  print(`${title}: first after start`, milliseconds(first), ratio(first, peer));
  print(`${title}: again, median of ${later.length}`, milliseconds(median(later)), ratio(median(later), peer));
  print('  peer: a static page of the visible text', milliseconds(peer), ratio(1, 1));
}

async function measureScrolling(browser: Browser, host: Host, print: Print): Promise<void> {
  const page = await openReader(browser, host);
  await timeOpening(page, generatedWork.title);
  const frames = await page.evaluate(scrollThrough, paragraphsScrolled);
  print(`scrolling through ${paragraphsScrolled} paragraphs: frame, median`, milliseconds(median(frames)), '');
  print('  99 of 100 frames within', milliseconds(percentile(frames, 0.99)), '');
  print('  longest frame', milliseconds(Math.max(...frames)), '');
  print(`  frames over 50 ms, of ${frames.length}`, String(frames.filter((frame) => frame > 50).length), '');
  print('view: memory of the page after it', megabytes(await heap(page)), '');
  await page.context().close();
}

/** Scrolls as a wheel does, a third of a window a frame. Gives the length of every frame. Runs in the page. */
async function scrollThrough(paragraphs: number): Promise<number[]> {
  const some = document.querySelector('[data-paragraph]');
  let scroller = some?.parentElement ?? null;
  while (
    scroller !== null &&
    (scroller.scrollHeight <= scroller.clientHeight || getComputedStyle(scroller).overflowY === 'visible')
  ) {
    scroller = scroller.parentElement;
  }
  if (scroller === null) throw new Error('nothing scrolls');
  const seen = new Set<string>();
  const frames: number[] = [];
  let last = performance.now();
  while (seen.size < paragraphs) {
    scroller.scrollTop += scroller.clientHeight / 3;
    const now = await new Promise<number>((resolve) => {
      requestAnimationFrame(resolve);
    });
    frames.push(now - last);
    last = now;
    if (frames.length % 10 === 0) {
      for (const one of document.querySelectorAll<HTMLElement>('[data-paragraph]')) {
        seen.add(one.dataset.paragraph ?? '');
      }
    }
    if (frames.length > 20_000) throw new Error(`only ${seen.size} paragraphs after ${frames.length} frames`);
  }
  return frames.slice(1);
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

type Print = Parameters<Bench['run']>[0];
