// Runs the checks of `npm test`: those that only read, side by side; then the tests, one kind after the other.
import { availableParallelism } from 'node:os';
import { readSteps, type StepName } from './arguments.mjs';
import { checks, Interrupted, type Print } from './checks.ts';
import { closing, duration, line, type Done } from './outcome.ts';

/** Those that share the machine with others. The rest use it whole, and some of them measure. */
const sideBySide: ReadonlySet<StepName> = new Set(['types', 'lint', 'format', 'unused', 'translations', 'build']);

const began = performance.now();
const done: Done[] = [];

/** Runs a check, prints its line, and before it what it printed: at once (`live`), or when it failed. */
async function run(name: StepName, live: boolean): Promise<void> {
  const kept: string[] = [];
  const print: Print = live ? (text) => console.log(text) : (text) => kept.push(text);
  const start = performance.now();
  const outcome = await checks[name](print).catch((error: unknown) => {
    if (error instanceof Interrupted) throw error;
    kept.push(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0, note: null };
  });
  const result: Done = { ...outcome, name, took: performance.now() - start };
  done.push(result);
  if (result.failed > 0) for (const text of kept) console.log(text);
  console.log(line(result));
}

/** Runs checks, as many at a time as there are processors. */
async function runTogether(names: readonly StepName[]): Promise<void> {
  const waiting = [...names];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next, false);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

async function runAll(names: readonly StepName[]): Promise<void> {
  await runTogether(names.filter((name) => sideBySide.has(name)));
  const isBroken = done.some(({ name, failed }) => name === 'build' && failed > 0);
  for (const name of names.filter((one) => !sideBySide.has(one))) {
    if (isBroken && name !== 'unit') {
      const result: Done = { name, took: 0, passed: 0, failed: 1, skipped: 0, note: 'NOT RUN: there is no build' };
      done.push(result);
      console.log(line(result));
    } else {
      console.log(`\n${name}:`);
      await run(name, true);
    }
  }
}

const asked = readSteps(process.argv.slice(2));
if ('wrong' in asked) {
  console.error(asked.wrong);
  process.exitCode = 2;
} else {
  try {
    await runAll(asked.steps);
    console.log('');
    for (const result of done) console.log(line(result));
    console.log(`\n${duration(performance.now() - began)}\n${closing(done)}`);
    process.exitCode = done.some(({ failed }) => failed > 0) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  }
}
