import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from './align-child.ts';
import { readDataSets, type AlignedTexts } from './alignment-data.ts';
import { scoreAlignments } from './alignment-score.ts';
import type { Bench } from './bench.ts';
import { madeTexts } from './made-texts.ts';
import { megabytes, ratio } from './statistics.ts';

const aligners = ['egiz', 'hunalign'] as const;
const madeSizes = [7000, 20_000];

/** How well, how fast and in how much memory texts are aligned, beside hunalign without a dictionary. */
export const alignment: Bench = {
  name: 'align',
  about:
    'strict F1, lax F1, F1 of omissions; seconds and memory, beside hunalign; of the data sets in DIR and of made texts',
  argument: 'DIR',
  run: async (print, folder = '') => {
    for (const set of await readDataSets(folder)) {
      await compare(print, set.name, [folder, set.name], set.texts);
    }
    for (const size of madeSizes) {
      const texts = madeTexts(size);
      const name = `made, ${texts.source.length} x ${texts.target.length} sentences`;
      await compare(print, name, ['--made', String(size)], [texts]);
    }
  },
};

async function compare(
  print: Parameters<Bench['run']>[0],
  name: string,
  args: readonly string[],
  texts: readonly AlignedTexts[],
): Promise<void> {
  const measured: { strict: number; seconds: number; bytes: number; line: string }[] = [];
  for (const aligner of aligners) {
    const run = await runChild([aligner, ...args]);
    const score = scoreAlignments(texts.map(({ gold }, at) => ({ gold, proposed: run.proposed[at] ?? [] })));
    const tenth = score.leastSure === null ? '' : `, wrong in the least sure tenth ${share(score.leastSure)}`;
    measured.push({
      strict: score.strict,
      seconds: run.milliseconds / 1000,
      bytes: run.bytes,
      line: `lax ${share(score.lax)}, omissions ${share(score.nulls)}${tenth}`,
    });
  }
  const [own, peer] = measured;
  if (own === undefined || peer === undefined) return;
  print(name, '', '');
  print('  strict F1, and hunalign', share(own.strict), share(peer.strict));
  print(`    ${own.line}`, '', '');
  print(`    hunalign: ${peer.line}`, '', '');
  print('  time, and its ratio to hunalign', `${own.seconds.toFixed(2)} s`, ratio(own.seconds, peer.seconds));
  print('  memory, and its ratio to hunalign', megabytes(own.bytes), ratio(own.bytes, peer.bytes));
}

function share(value: number): string {
  return value.toFixed(3);
}

async function runChild(args: readonly string[]): Promise<Run> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'align-child.ts'), ...args],
    { maxBuffer: 2 ** 28 },
  );
  // hunalign writes what it does to standard output; the answer is the last line.
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Run;
}
