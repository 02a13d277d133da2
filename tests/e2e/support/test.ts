import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext } from 'playwright/test';
import { Host } from './host.ts';

export { expect };

interface Fixtures {
  /** A folder of the test's own; what is written into it before the host starts is the library. */
  folder: string;
  /** The program that serves the library. */
  host: Host;
  /** Lines of the browser's console that this test brings about, as a failed request is one. */
  tolerated: RegExp[];
}

/**
 * A test with a library, a host and a signed-in page of its own. It fails, whatever else it looks at, when the page asks
 * anything of another origin, breaks its content security policy, throws, or writes an error to the console.
 */
export const test = base.extend<Fixtures>({
  tolerated: [[], { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  host: async ({ folder }, use) => {
    await using host = await Host.start(folder);
    await use(host);
  },
  page: async ({ page, host, tolerated }, use) => {
    const complaints = watch(page.context(), host, tolerated);
    await page.goto(host.address);
    await use(page);
    expect(complaints, 'what the browser complained of').toEqual([]);
  },
});

/** Collects what no page of Egiz may do. */
function watch(context: BrowserContext, host: Host, tolerated: readonly RegExp[]): string[] {
  const complaints: string[] = [];
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!host.origins.has(origin) && protocol !== 'blob:') complaints.push(`a request to ${request.url()}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    const isComplaint = message.type() === 'error' || text.includes('Content Security Policy');
    if (isComplaint && !tolerated.some((one) => one.test(text))) complaints.push(`console: ${text}`);
  });
  context.on('weberror', (error) => {
    complaints.push(`thrown: ${error.error().stack ?? String(error.error())}`);
  });
  return complaints;
}
