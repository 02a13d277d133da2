import { availableParallelism } from 'node:os';
import { defineConfig } from 'playwright/test';
import { browserHere } from './scripts/browser/this-machine.ts';

const browser = browserHere();

/** Nothing that a browser does of its own accord: no updates, no reports, no first run. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

/** Chromium has no sandbox for root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * What is walked through every time: a reader's day, how texts come, go and are kept, and of every view the main ways, which
 * bear the tag. All of them take longer on two processors than anyone waits for; the others are the
 * project `thorough`.
 */
const everyTime = [
  /(?:^|[ /\\])(?:day|export|hostile|import|language|library|saving|segmentation|sentences)\.spec\.ts/,
  /@every-time/,
];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/test/built.ts',
  fullyParallel: true,
  // Each worker has a browser and a host of its own, and mostly waits.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Almaty',
    colorScheme: 'light',
    actionTimeout: 15_000,
    // A trace costs a fifth of the time: `EGIZ_TRACE=1 npm test -- e2e` keeps those of tests that fail.
    trace: process.env['EGIZ_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: { args: [...quiet, ...asRoot], ...(browser === null ? {} : { executablePath: browser }) },
  },
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: 'electron/**', grep: everyTime },
    { name: 'thorough', testMatch: '*.spec.ts', testIgnore: 'electron/**', grepInvert: everyTime },
    { name: 'electron', testMatch: 'electron/*.spec.ts', workers: 1 },
  ],
});
