import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Bench } from './bench.ts';
import { startBrowser } from './browser.ts';
import { startHost } from './host.ts';
import { generatedWork, generateLibrary, largeSize } from './large-library.ts';
import { openReader, timeOpening } from './reader-page.ts';
import { median, milliseconds, ratio } from './statistics.ts';

const runs = 25;
/** Runs before them that do not count: the first strokes of a program are slower than it will ever be again. */
const warming = 4;
const titles = ['The October Revolution and Kazakhstan', generatedWork.title];

/** From the key H to the painted highlight, and to the answer that it is on disk. */
export const highlight: Bench = {
  name: 'highlight',
  about: 'from the key to the painted highlight, and to the answer that it is on disk',
  run: async (print) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
    try {
      await generateLibrary(folder, largeSize);
      const browser = await startBrowser();
      await using host = await startHost(folder);
      const measured = [];
      for (const title of titles) {
        const page = await openReader(browser, host, titles.length);
        await timeOpening(page, title);
        measured.push({ title, ...(await measure(page)) });
        await page.context().close();
      }
      const [small] = measured;
      for (const { title, painted, stored } of measured) {
        print(`${title}: painted, median of ${runs}`, milliseconds(painted), ratio(painted, small?.painted ?? painted));
        print(`${title}: on disk, median of ${runs}`, milliseconds(stored), ratio(stored, small?.stored ?? stored));
      }
      await browser.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(page: Page): Promise<{ painted: number; stored: number }> {
  const times = [];
  for (let run = 0; run < warming + runs; run += 1) {
    await page.evaluate(selectWord, run);
    await page.waitForTimeout(250);
    await page.evaluate(watchKey);
    await page.keyboard.press('h');
    const time = await page.evaluate(readTimes);
    if (run >= warming) times.push(time);
    await page.waitForTimeout(100);
  }
  return { painted: median(times.map(({ painted }) => painted)), stored: median(times.map(({ stored }) => stored)) };
}

/** Selects a word of a visible paragraph, another at every run. Runs in the page. */
function selectWord(run: number): void {
  const paragraphs = [...document.querySelectorAll<HTMLElement>('p[data-paragraph]')].filter((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top > 60 && bottom < innerHeight - 40;
  });
  const paragraph = paragraphs[run % paragraphs.length];
  if (paragraph === undefined) throw new Error('no paragraph can be seen');
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  const words = texts.flatMap((text) => [...text.data.matchAll(/[\p{L}\d]{3,}/gu)].map((match) => ({ text, match })));
  const word = words[Math.floor(run / paragraphs.length) * 3 + 1] ?? words[0];
  if (word === undefined) throw new Error('no word to select');
  getSelection()?.setBaseAndExtent(word.text, word.match.index, word.text, word.match.index + word.match[0].length);
}

interface Watched {
  start: number;
  painted: number;
}

/** Notes when the next key comes and when a frame with one mark more has been painted. Runs in the page. */
function watchKey(): void {
  const marks = (): number =>
    new Set(
      [...document.querySelectorAll('[data-paragraph] [data-annotations]')].map((one) =>
        one.getAttribute('data-annotations'),
      ),
    ).size;
  const before = marks();
  performance.clearResourceTimings();
  const watched: Watched = { start: 0, painted: 0 };
  Object.assign(window, { watched });
  addEventListener('keydown', (event) => (watched.start = event.timeStamp), { once: true, capture: true });
  const look = (): void => {
    if (watched.start === 0 || marks() === before) {
      requestAnimationFrame(look);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      watched.painted = performance.now();
    });
    port1.start();
    // The frame that has begun shows it; the message comes when the frame is painted.
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Runs in the page. */
async function readTimes(): Promise<{ painted: number; stored: number }> {
  const { watched } = window as unknown as { watched: Watched };
  for (let waits = 0; waits < 600; waits += 1) {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const answer = entries.find(({ name, startTime }) => name.endsWith('/changes') && startTime >= watched.start);
    if (answer !== undefined && watched.painted > 0) {
      return { painted: watched.painted - watched.start, stored: answer.responseEnd - watched.start };
    }
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  throw new Error(`the highlight did not appear: painted ${watched.painted}, key ${watched.start}`);
}
