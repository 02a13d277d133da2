// What a check found, and how a run is summed up.

/** What one check found. A check without single tests counts as one test. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** Why it was not run, or not all of it; null where nothing needs to be said. */
  note: string | null;
}

/** A check that has run. */
export interface Done extends Outcome {
  name: string;
  /** Milliseconds. */
  took: number;
}

/** One line for a check: its result, its name, its time, and what needs to be said. */
export function line({ name, took, passed, failed, skipped, note }: Done): string {
  const sign = failed > 0 ? '✗' : passed === 0 ? '–' : '✓';
  const counts = passed + failed + skipped > 1 ? count({ passed, failed, skipped }) : '';
  const said = [counts, note ?? ''].filter((part) => part !== '').join('; ');
  return `${sign} ${name.padEnd(13)} ${duration(took).padStart(10)}  ${said}`.trimEnd();
}

/** The closing line of a run: `412 passed, 0 failed`. */
export function closing(done: readonly Done[]): string {
  const sum = (of: (one: Done) => number): number => done.reduce((total, one) => total + of(one), 0);
  return count({
    passed: sum((one) => one.passed),
    failed: sum((one) => one.failed),
    skipped: sum((one) => one.skipped),
  });
}

function count({ passed, failed, skipped }: Pick<Outcome, 'passed' | 'failed' | 'skipped'>): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** Milliseconds as a person says them: `0.4 s`, `2 min 05 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
