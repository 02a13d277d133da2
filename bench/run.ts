// `npm run bench [-- NAME [ARGUMENT] …]`: runs the named benches, or all that need no argument, and prints their figures.
import { cpus, release, totalmem, type } from 'node:os';
import { alignment } from './align.ts';
import type { Bench } from './bench.ts';
import { archives } from './archives.ts';
import { coverage } from './coverage.ts';
import { dictionaries } from './dictionaries.ts';
import { formatsBench } from './formats.ts';
import { fuzzing } from './fuzz/fuzz.ts';
import { highlight } from './highlight.ts';
import { imports } from './import.ts';
import { journal } from './journal.ts';
import { kazakh } from './kazakh.ts';
import { open } from './open.ts';
import { megabytes } from './statistics.ts';
import { workbench } from './workbench.ts';

const benches: readonly Bench[] = [
  open,
  highlight,
  journal,
  archives,
  fuzzing,
  alignment,
  kazakh,
  coverage,
  dictionaries,
  imports,
  formatsBench,
  workbench,
];

/** The benches asked for, each with what is named behind it. */
const wanted: { bench: Bench; argument?: string }[] = [];
let wrong: string | null = null;
const words = process.argv.slice(2);
for (let at = 0; at < words.length && wrong === null; at++) {
  const word = words[at] ?? '';
  const bench = benches.find(({ name }) => name === word);
  if (bench === undefined) wrong = `No bench is called ${word}.`;
  else if (bench.argument === undefined) {
    wanted.push({ bench }, ...(bench.followedBy === undefined ? [] : [{ bench: bench.followedBy }]));
  } else {
    const argument = words[++at];
    if (argument === undefined) wrong = `The bench ${word} needs ${bench.argument} behind it.`;
    else wanted.push({ bench, argument });
  }
}
if (words.length === 0) wanted.push(...benches.flatMap((bench) => (bench.argument === undefined ? [{ bench }] : [])));
if (wrong !== null || words.includes('--help')) {
  if (!words.includes('--help')) console.error(wrong);
  for (const { name, about, argument = '' } of benches) console.error(`  ${`${name} ${argument}`.padEnd(10)} ${about}`);
  process.exitCode = words.includes('--help') ? 0 : 2;
} else {
  const [first] = cpus();
  console.log(
    `${type()} ${release()}, ${cpus().length} x ${first?.model ?? 'unknown'}, ${megabytes(totalmem())}, Node ${process.version}`,
  );
  for (const { bench, argument } of wanted) {
    console.log(`\n${bench.name}: ${bench.about}`);
    await bench.run(
      (what, figure, ratio) =>
        console.log(`  ${what.padEnd(66)} ${figure.padStart(12)} ${ratio.padStart(8)}`.trimEnd()),
      argument,
    );
  }
}
