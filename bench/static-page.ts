import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { viewport } from './browser.ts';
import { firstText, watchForText } from './text-painted.ts';

/**
 * The peer of opening a work: a page of nothing but the same text, as plain HTML in two columns, from this machine. Gives
 * milliseconds from the navigation to the painted text.
 */
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
      await watchForText(tab);
      await tab.goto(`http://127.0.0.1:${String(port)}/`);
      times.push(await firstText(tab));
      await tab.close();
    }
  } finally {
    server.close();
  }
  return times;
}

function html(columns: readonly (readonly string[])[]): string {
  const text = (paragraph: string): string => paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const column = (paragraphs: readonly string[]): string =>
    `<div>${paragraphs.map((paragraph) => `<p>${text(paragraph)}</p>`).join('')}</div>`;
  return `<!doctype html><meta charset="utf-8"><title>Text</title>
<style>body { display: grid; grid-template-columns: 1fr 1fr; gap: 40px; font: 17px/1.72 serif }</style>
${columns.map(column).join('')}`;
}
