// `npm run pictures [-- NAME …]`: takes a picture of every view, or of those named, in light and dark into docs/pictures/.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { annotate } from '../tests/e2e/support/annotations.ts';
import { Host } from '../tests/e2e/support/host.ts';
import { ensureBrowser } from './browser/install.ts';
import { ensureBuilt } from './build/build.ts';
import { marked, moment, settle } from './pictures/prepared.ts';
import type { View } from './pictures/view.ts';
import { views } from './pictures/views.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const themes = ['light', 'dark'] as const;
const usual = { width: 1560, height: 900 };
const locales = { en: 'en-GB', kk: 'kk-KZ', ru: 'ru-RU' } as const;

async function take(browser: Browser, view: View): Promise<void> {
  const { name, size = usual, language = 'en', pointing = false, show } = view;
  const library = await mkdtemp(join(tmpdir(), 'egiz-pictures-'));
  await using host = await Host.start(library);
  const context = await browser.newContext({
    viewport: size,
    locale: locales[language],
    timezoneId: moment.zone,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    await settle(context);
    const page = await context.newPage();
    await page.goto(host.address);
    await annotate(page, marked);
    await show(page);
    if (!pointing) await page.mouse.move(size.width / 2, size.height - 4);
    // What floats takes its place a frame after it has grown.
    await page.waitForTimeout(300);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
    }
    console.log(name);
  } finally {
    await context.close();
    await rm(library, { recursive: true, force: true });
  }
}

const names = process.argv.slice(2);
const unknown = names.find((name) => !views.some((view) => view.name === name));
if (unknown === undefined) {
  await ensureBuilt();
  await mkdir(folder, { recursive: true });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args });
  try {
    for (const view of views) if (names.length === 0 || names.includes(view.name)) await take(browser, view);
  } finally {
    await browser.close();
  }
} else {
  console.error(`No view is called ${unknown}: ${views.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
}
