import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { viewport } from './browser.ts';

/** The peer of opening a work: a page of nothing but the same text, as plain HTML in two columns, from this machine. */
export async function openStaticPage(
  browser: Browser,
  columns: readonly (readonly string[])[],
  runs: number,
): Promise<number[]> {
  const page = html(columns);
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const times: number[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      const tab = await browser.newPage({ viewport });
      await tab.goto(`http://127.0.0.1:${port}/`);
      times.push(await tab.evaluate(firstPaint));
      await tab.close();
    }
  } finally {
    server.close();
  }
  return times;
}

/** From the start of the navigation to the first text on the screen, in milliseconds. Runs in the page. */
async function firstPaint(): Promise<number> {
  for (;;) {
    const entry = performance.getEntriesByName('first-contentful-paint')[0];
    if (entry !== undefined) return entry.startTime;
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

function html(columns: readonly (readonly string[])[]): string {
  const text = (paragraph: string): string => paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const column = (paragraphs: readonly string[]): string =>
    `<div>${paragraphs.map((paragraph) => `<p>${text(paragraph)}</p>`).join('')}</div>`;
  return `<!doctype html><meta charset="utf-8"><title>Text</title>
<style>body { display: grid; grid-template-columns: 1fr 1fr; gap: 40px; font: 17px/1.72 serif }</style>
${columns.map(column).join('')}`;
}
