import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closing, duration, line, type Done } from '../../../scripts/test/outcome.ts';
import { playwrightOutcome, vitestOutcome } from '../../../scripts/test/reports.ts';

const done = (part: Partial<Done>): Done => ({
  name: 'lint',
  took: 0,
  passed: 0,
  failed: 0,
  skipped: 0,
  note: null,
  ...part,
});

describe('the summary', () => {
  test('closes with the sum of all checks and tests', () => {
    expect(closing([done({ passed: 1 }), done({ passed: 611, failed: 2 })])).toBe('612 passed, 2 failed');
    expect(closing([done({ passed: 1 }), done({ skipped: 1 })])).toBe('1 passed, 0 failed, 1 skipped');
  });

  test('has a line for each check', () => {
    expect(line(done({ passed: 1, took: 1234 }))).toMatch(/^✓ lint +1\.2 s$/);
    expect(line(done({ name: 'unit', passed: 9, failed: 1, took: 70_000 }))).toMatch(
      /^✗ unit +1 min 10 s {2}9 passed, 1 failed$/,
    );
    expect(line(done({ name: 'electron', skipped: 1, note: 'NOT RUN: no display' }))).toMatch(
      /^– electron .*NOT RUN: no display$/,
    );
  });

  test('says durations as people do', () => {
    expect(duration(400)).toBe('0.4 s');
    expect(duration(125_000)).toBe('2 min 05 s');
  });
});

describe('a report', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'egiz-reports-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const report = (content: object): string => {
    const path = join(folder, 'report.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const vitest = (passed: number, failed: number): string =>
    report({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 0 });

  test('gives the numbers of tests', () => {
    expect(vitestOutcome(vitest(5, 2), 1)).toMatchObject({ passed: 5, failed: 2 });
    const stats = { expected: 3, flaky: 1, unexpected: 0, skipped: 2 };
    expect(playwrightOutcome(report({ stats }), 0)).toMatchObject({ passed: 4, failed: 0, skipped: 2 });
  });

  test('of a run that failed outside its tests counts as a failure', () => {
    expect(vitestOutcome(vitest(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 });
  });

  test('of a run without tests counts as a failure', () => {
    expect(vitestOutcome(vitest(0, 0), 0)).toMatchObject({ failed: 1 });
  });

  test('that was never written counts as a failure', () => {
    expect(vitestOutcome(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(playwrightOutcome(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
