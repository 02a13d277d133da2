// `node bench/tune-align.ts DIR [--minutes N] [--seed N] [--fold K/N] [--from JSON]`: seeks better weights for the aligner by random steps
// along one or two of them, on the data sets in DIR. With --fold only texts whose number leaves no remainder K are tuned
// on; the others are scored at the end, which tells how far the weights are fitted to their texts.
import { parseArgs } from 'node:util';
import { align } from '#core/alignment/aligner/align.ts';
import { defaultWeights, type Weights } from '#core/alignment/aligner/weights.ts';
import { readDataSets, type DataSet } from './alignment-data.ts';
import { scoreAlignments } from './alignment-score.ts';
import { random } from './random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    fold: { type: 'string' },
    from: { type: 'string' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('tune-align needs the folder of the data sets');
const [left = -1, folds = 0] = (values.fold ?? '').split('/').filter(Boolean).map(Number);
const sets = await readDataSets(folder);
const isLeft = (at: number): boolean => folds > 0 && at % folds === left;
const part = (keep: (at: number) => boolean): DataSet[] =>
  sets
    .map((set) => ({ ...set, texts: set.texts.filter((_, at) => (set.texts.length === 1 ? true : keep(at))) }))
    .filter(({ texts }) => texts.length > 0);
const tuned = part((at) => !isLeft(at));
const steps = random(Number(values.seed ?? 1));
const end = Date.now() + Number(values.minutes ?? 10) * 60_000;

/** What is to be as high as possible: mostly beads that are exactly right; also omissions, and doubts where they belong. */
function worth(weights: Weights, on: readonly DataSet[], print: boolean): number {
  let sum = 0;
  for (const { name, languages, texts } of on) {
    const score = scoreAlignments(
      texts.map(({ source, target, gold }) => ({ gold, proposed: align(source, target, { languages, weights }) })),
    );
    sum += score.strict + 0.2 * score.nulls + 0.1 * (score.leastSure ?? 1);
    if (print) {
      const figures = [score.strict, score.lax, score.nulls, score.leastSure ?? 1].map((figure) => figure.toFixed(3));
      console.error(`${name.padEnd(20)} ${figures.join('  ')}`);
    }
  }
  return sum / on.length;
}

const names = Object.keys(defaultWeights) as (keyof Weights)[];
let best: Weights =
  values.from === undefined ? defaultWeights : { ...defaultWeights, ...(JSON.parse(values.from) as Partial<Weights>) };
let reached = worth(best, tuned, true);
console.error(reached.toFixed(5));
const sizes = new Map(names.map((name) => [name, 0.3]));
while (Date.now() < end) {
  const changed = steps.next() < 0.6 ? [steps.pick(names)] : [steps.pick(names), steps.pick(names)];
  const tried = { ...best };
  for (const name of changed) {
    const size = sizes.get(name) ?? 0.3;
    const step = Math.exp(size * (steps.next() * 2 - 1));
    tried[name] = Number((tried[name] * step).toPrecision(3));
  }
  const got = worth(tried, tuned, false);
  const better = got > reached;
  for (const name of changed) {
    sizes.set(name, Math.min(0.8, Math.max(0.05, (sizes.get(name) ?? 0.3) * (better ? 1.5 : 0.95))));
  }
  if (!better) continue;
  best = tried;
  reached = got;
  console.error(`${reached.toFixed(5)} ${changed.map((name) => `${name} ${best[name]}`).join(', ')}`);
}
worth(best, tuned, true);
if (folds > 0) {
  console.error('left out:');
  worth(best, part(isLeft), true);
}
console.log(JSON.stringify(best));
