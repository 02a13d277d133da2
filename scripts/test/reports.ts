// What vitest and Playwright wrote about their runs.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Outcome } from './outcome.ts';

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** How many tests vitest ran, from its JSON report and its exit code. */
export function vitestOutcome(path: string, code: number): Outcome {
  const report = vitestReport.safeParse(readJson(path));
  if (!report.success) return broken(code, 'vitest left no report');
  const { numPassedTests, numFailedTests, numPendingTests } = report.data;
  return agreed({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, note: null }, code);
}

/** How many tests Playwright ran, from its JSON report and its exit code. */
export function playwrightOutcome(path: string, code: number): Outcome {
  const report = playwrightReport.safeParse(readJson(path));
  if (!report.success) return broken(code, 'Playwright left no report');
  const { expected, unexpected, flaky, skipped } = report.data.stats;
  return agreed({ passed: expected + flaky, failed: unexpected, skipped, note: null }, code);
}

/** A run that failed without a failed test (a file that does not load, an error between tests) has failed all the same. */
function agreed(outcome: Outcome, code: number): Outcome {
  if (code === 0 && outcome.passed + outcome.failed + outcome.skipped === 0) {
    return { ...outcome, failed: 1, note: 'there are no tests' };
  }
  if (code === 0 || outcome.failed > 0) return outcome;
  return { ...outcome, failed: 1, note: `exit code ${code} without a failed test` };
}

function broken(code: number, why: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, note: `${why} (exit code ${code})` };
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
