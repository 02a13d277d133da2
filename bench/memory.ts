import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/** The most memory that a process has held so far, in bytes; `null` where the system does not tell. */
export async function peakOf(process: number): Promise<number | null> {
  const status = await readFile(`/proc/${String(process)}/status`, 'utf8').catch(() => null);
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status ?? '')?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** The most memory that a page's process has held so far, in bytes: that of the largest one which draws pages. */
export async function peakOfPages(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const drawing = processInfo.filter(({ type }) => type === 'renderer');
  const peaks = await Promise.all(drawing.map(({ id }) => peakOf(id)));
  return peaks.reduce((most, peak) => (peak === null || (most !== null && most > peak) ? most : peak), null);
}
