// `npm run bench [-- NAME …]`: runs the named benches, or all, and prints their figures.
import { cpus, release, totalmem, type } from 'node:os';
import type { Bench } from './bench.ts';
import { highlight } from './highlight.ts';
import { journal } from './journal.ts';
import { open } from './open.ts';
import { megabytes } from './statistics.ts';

const benches: readonly Bench[] = [open, highlight, journal];

const names = process.argv.slice(2);
const unknown = names.find((name) => !benches.some((bench) => bench.name === name));
if (unknown !== undefined || names.includes('--help')) {
  if (unknown !== undefined && unknown !== '--help') console.error(`No bench is called ${unknown}.`);
  for (const { name, about } of benches) console.error(`  ${name.padEnd(10)} ${about}`);
  process.exitCode = unknown === '--help' ? 0 : 2;
} else {
  const [first] = cpus();
  console.log(
    `${type()} ${release()}, ${cpus().length} x ${first?.model ?? 'unknown'}, ${megabytes(totalmem())}, Node ${process.version}`,
  );
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.log(`\n${bench.name}: ${bench.about}`);
    await bench.run((what, figure, ratio) =>
      console.log(`  ${what.padEnd(66)} ${figure.padStart(12)} ${ratio.padStart(8)}`),
    );
  }
}
