// `node scripts/run.mjs scripts/icon.ts`: draws build/icon.png from build/icon.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser } from './browser/install.ts';

const folder = join(import.meta.dirname, '..', 'build');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args });
try {
  const page = await browser.newPage({ viewport: { width: 1024, height: 1024 } });
  const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: join(folder, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
