// `npm run pictures`: takes docs/pictures anew, from the built reader on a library prepared for it.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../../bench/browser.ts';
import { ensureBuilt } from '../../scripts/build/build.ts';
import { annotate } from '../e2e/support/annotations.ts';
import { Host } from '../e2e/support/host.ts';
import { marked } from './prepared.ts';
import { views } from './views.ts';

/** Milliseconds until nothing moves any more: fonts are there, a tooltip's delay is over. */
const settled = 1_200;

await ensureBuilt();
const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
await mkdir(pictures, { recursive: true });
const browser = await startBrowser();
try {
  for (const view of views) {
    for (const colorScheme of view.schemes) await take(view, colorScheme);
  }
} finally {
  await browser.close();
}

async function take(view: (typeof views)[number], colorScheme: 'light' | 'dark'): Promise<void> {
  const library = await mkdtemp(join(tmpdir(), 'egiz-pictures-'));
  const { width = 1560, height = 900, locale = 'en-GB' } = view;
  try {
    await using host = await Host.start(library);
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale,
      timezoneId: 'Asia/Almaty',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(host.address);
    const link = page.locator('a[href="#/works/qazan-1917"]').first();
    await link.waitFor();
    await annotate(page, marked);
    await link.click();
    await page.getByText('Уақытша үкіметтің халық', { exact: false }).first().waitFor();
    await page.waitForTimeout(settled);
    await view.show(page);
    await page.waitForTimeout(settled);
    await page.screenshot({ path: join(pictures, `${view.name}-${colorScheme}.png`) });
    process.stdout.write(`${view.name}-${colorScheme}\n`);
    await context.close();
  } finally {
    await rm(library, { recursive: true, force: true });
  }
}
