import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from './align-child.ts';
import { readDataSets, type AlignedTexts } from './alignment-data.ts';
import { scoreAlignments } from './alignment-score.ts';
import type { Bench } from './bench.ts';
import { longText } from './long-texts.ts';
import { madeTexts } from './made-texts.ts';
import { megabytes, ratio } from './statistics.ts';

const aligners = ['egiz', 'hunalign'] as const;
const madeSizes = [7000, 20_000];
/** Of the first data set in each pair of languages; hunalign does only the smaller ones in reasonable time. */
const longSizes = [20_000, 100_000];
const longestOfPeer = 20_000;

/** How well, how fast and in how much memory texts are aligned, beside hunalign without a dictionary. */
export const alignment: Bench = {
  name: 'align',
  about:
    'strict F1, lax F1, F1 of omissions; seconds and memory, beside hunalign; of the data sets in DIR and of made texts',
  argument: 'DIR',
  run: async (print, folder = '') => {
    const sets = await readDataSets(folder);
    for (const set of sets) await compare(print, set.name, [folder, set.name], set.texts);
    for (const [first] of Map.groupBy(sets, ({ languages }) => languages.join('-')).values()) {
      if (first === undefined) continue;
      for (const size of longSizes) {
        const texts = longText(first, size);
        const name = `${first.name}, long: ${texts.source.length} x ${texts.target.length}`;
        await compare(print, name, [folder, first.name, String(size)], [texts], size <= longestOfPeer);
      }
    }
    for (const size of madeSizes) {
      const texts = madeTexts(size);
      const name = `made, ${texts.source.length} x ${texts.target.length} sentences`;
      await compare(print, name, ['--made', String(size)], [texts]);
    }
  },
};

interface Measured {
  readonly strict: number;
  readonly processor: number;
  readonly seconds: number;
  readonly bytes: number;
  readonly line: string;
}

async function compare(
  print: Parameters<Bench['run']>[0],
  name: string,
  args: readonly string[],
  texts: readonly AlignedTexts[],
  withPeer = true,
): Promise<void> {
  const measured: Measured[] = [];
  for (const aligner of withPeer ? aligners : aligners.slice(0, 1)) {
    const run = await runChild([aligner, ...args]);
    const score = scoreAlignments(texts.map(({ gold }, at) => ({ gold, proposed: run.proposed[at] ?? [] })));
    const tenth = score.leastSure === null ? '' : `, wrong in the least sure tenth ${share(score.leastSure)}`;
    measured.push({
      strict: score.strict,
      processor: run.processor / 1000,
      seconds: run.milliseconds / 1000,
      bytes: run.bytes,
      line: `lax ${share(score.lax)}, omissions ${share(score.nulls)}${tenth}`,
    });
  }
  const [own, peer] = measured;
  if (own === undefined) return;
  const beside = (of: (one: Measured) => number): string => (peer === undefined ? '' : ratio(of(own), of(peer)));
  print(name, '', '');
  print('  strict F1, and hunalign', share(own.strict), peer === undefined ? '' : share(peer.strict));
  print(`    ${own.line}`, '', '');
  if (peer !== undefined) print(`    hunalign: ${peer.line}`, '', '');
  print(
    '  time, and its ratio to hunalign',
    `${own.seconds.toFixed(2)} s`,
    beside(({ seconds }) => seconds),
  );
  print(
    '  of processors',
    `${own.processor.toFixed(2)} s`,
    beside(({ processor }) => processor),
  );
  print(
    '  memory, and its ratio to hunalign',
    megabytes(own.bytes),
    beside(({ bytes }) => bytes),
  );
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
