import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import type { Bench } from './bench.ts';
import { startBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';
import { generatedWork, generateLibrary, largeSize } from './large-library.ts';
import { peakOfPages } from './memory.ts';
import { openReader, timeFromAddress, timeOpening, visibleText } from './reader-page.ts';
import { scrollThrough } from './scrolling.ts';
import { openStaticPage } from './static-page.ts';
import { megabytes, median, milliseconds, percentile, ratio } from './statistics.ts';

const runs = 9;
const coldRuns = 3;
const paragraphsScrolled = 2_000;
const works = [
  { id: 'qazan-1917', title: 'The October Revolution and Kazakhstan' },
  { id: generatedWork.id, title: generatedWork.title },
];

/** From click to readable text, scrolling, and memory, in the 1917 work and in a large one. */
export const open: Bench = {
  name: 'open',
  about: `from click to readable text; scrolling; memory (large: 2 x ${String(largeSize.paragraphs)} paragraphs, ${String(largeSize.annotations)} annotations, ${String(largeSize.terms)} terms)`,
  run: async (print) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
    const browser = await startBrowser();
    try {
      await generateLibrary(folder, largeSize);
      for (const work of works) await measureOpening(browser, folder, work, print);
      await measureScrolling(browser, folder, print);
    } finally {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measureOpening(
  browser: Browser,
  folder: string,
  { id, title }: (typeof works)[number],
  print: Print,
): Promise<void> {
  const cold: number[] = [];
  for (let run = 0; run < coldRuns; run += 1) {
    await using host = await startHost(folder);
    cold.push(await timeFromAddress(browser, host, id));
  }
  await using host = await startHost(folder);
  const clicked: number[] = [];
  let columns: string[][] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await openReader(browser, host, works.length);
    clicked.push(await timeOpening(page, title));
    columns = await visibleText(page);
    await page.context().close();
  }
  const peer = median(await openStaticPage(browser, columns, runs));
  const [first = 0, ...later] = clicked;
  print(`${title}: first click`, milliseconds(first), ratio(first, peer));
  print(`  click, median of ${String(later.length)} more`, milliseconds(median(later)), ratio(median(later), peer));
  print(
    `  by its address, host just started, median of ${String(coldRuns)}`,
    milliseconds(median(cold)),
    ratio(median(cold), peer),
  );
  print('  peer: a static page of the visible text', milliseconds(peer), ratio(1, 1));
}

async function measureScrolling(browser: Browser, folder: string, print: Print): Promise<void> {
  await using host: Host = await startHost(folder);
  const page = await openReader(browser, host, works.length);
  await timeOpening(page, generatedWork.title);
  const { frames, filled, heap } = await scrollThrough(page, paragraphsScrolled);
  print(
    `scrolling through ${String(paragraphsScrolled)} paragraphs beside theirs: frame, median`,
    milliseconds(median(frames)),
    '',
  );
  print('  99 of 100 frames within', milliseconds(percentile(frames, 0.99)), '');
  print('  longest frame', milliseconds(Math.max(...frames)), '');
  print(`  frames over 50 ms, of ${String(frames.length)}`, String(frames.filter((frame) => frame > 50).length), '');
  print(`  without text in the middle, of ${String(filled.length)}`, String(filled.filter((one) => !one).length), '');
  print('view: objects, peak while scrolling', megabytes(heap), '');
  const view = await peakOfPages(browser);
  if (view !== null) print('view: process, peak', megabytes(view), '');
  const peak = await host.peakMemory();
  if (peak !== null) print('host: process, peak', megabytes(peak), '');
  await page.context().close();
}

type Print = Parameters<Bench['run']>[0];
