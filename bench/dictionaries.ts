import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportLine, ImportSettings } from '#main/api/dictionary-shapes.ts';
import { Imports } from '#main/dictionaries/imports.ts';
import { Shelf } from '#main/dictionaries/shelf.ts';
import { openLibrary } from '#main/library/library.ts';
import type { Bench } from './bench.ts';
import { peakOf } from './memory.ts';
import { random, type Random } from './random.ts';
import { median, megabytes, milliseconds, percentile, ratio } from './statistics.ts';

const entryCount = 300_000;
const arcCount = 1_000_000;
const lookups = 3000;
/** Milliseconds that a look-up may take. */
const limit = 1;
/** Bytes of a file that are given at a time. */
const piece = 4 * 1024 * 1024;

/** How long a large dictionary and a large analyser take to import, what memory, and how long a look-up by form takes. */
export const dictionaries: Bench = {
  name: 'dictionaries',
  about: `a dictionary of ${entryCount} entries and an analyser of ${arcCount} arcs: import, memory, look-up by form`,
  run: async (print) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
    const library = await openLibrary(join(folder, 'library'), { program: 'bench', watch: false });
    const shelf = new Shelf(library);
    const imports = new Imports(shelf);
    try {
      const words = madeWords(random(7));
      const before = (await peakOf(process.pid)) ?? process.memoryUsage().rss;
      const table = join(folder, 'kk-en.tsv');
      await pipeline(Readable.from(rows(words)), createWriteStream(table));
      const taken = await bring(imports, table, 'kk-en.tsv', { name: 'made', source: 'kk', target: 'en' });
      print(`${entryCount} entries of a table imported`, milliseconds(taken), '');
      const after = await peakOf(process.pid);
      if (after !== null) print('  memory of the process at its peak, more than before', megabytes(after - before), '');
      await measureLookups(shelf, words, 'look-up of a form', print);

      const arcs = join(folder, 'kaz.att');
      await pipeline(Readable.from(analyser(random(8))), createWriteStream(arcs));
      const read = await bring(imports, arcs, 'kaz.att', { name: 'made analyser', source: 'kk', target: null });
      print(`${arcCount} arcs of an analyser imported`, milliseconds(read), '');
      await measureLookups(shelf, words, 'look-up of a form, analysed', print);
    } finally {
      await imports.close();
      shelf.close();
      await library.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

type Print = Parameters<Bench['run']>[0];

async function measureLookups(shelf: Shelf, words: readonly string[], what: string, print: Print): Promise<void> {
  const chance = random(9);
  const endings = ['', 'лар', 'ның', 'ымыз', 'тардың', 'дағы', 'ға', 'сында', 'мен', 'лерінің'];
  const forms = Array.from({ length: lookups }, () => chance.pick(words) + chance.pick(endings));
  const first = performance.now();
  await shelf.lookUp('kk', forms[0] ?? '');
  print(`${what}: the first`, milliseconds(performance.now() - first), '');
  const times: number[] = [];
  let found = 0;
  for (const form of forms) {
    const start = performance.now();
    found += (await shelf.lookUp('kk', form)).dictionaries.length;
    times.push(performance.now() - start);
  }
  const middle = median(times);
  print(
    `  median of ${forms.length}, ${found} found (limit ${milliseconds(limit)})`,
    milliseconds(middle),
    ratio(middle, limit),
  );
  print('  99th percentile', milliseconds(percentile(times, 0.99)), '');
}

/** Imports a file as the view does. @returns milliseconds. @throws Error where it fails */
async function bring(imports: Imports, path: string, name: string, settings: ImportSettings): Promise<number> {
  const { size } = await stat(path);
  const begun = performance.now();
  const job = await imports.begin([{ name, size }]);
  let offset = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: piece }) as AsyncIterable<Buffer>) {
    await imports.put(job, 0, offset, bytes);
    offset += bytes.length;
  }
  const end = await new Promise<ImportLine>((resolve) => {
    void imports.start(
      job,
      settings,
    )((line) => {
      if (line.type !== 'job' && line.type !== 'progress') resolve(line);
    });
  });
  if (end.type !== 'done') throw new Error(`the import ended with ${JSON.stringify(end)}`);
  return performance.now() - begun;
}

const syllables =
  'ба қа та са лы ны ры мен тік құр бой жел сөз көл үй ақ жол қыз тау дала шөп кен бай мал сан тіл қол көз бас жүр'.split(
    ' ',
  );

/** Words of one to five syllables; many share their beginnings, as in languages. */
function madeWords(chance: Random): string[] {
  const words = new Set<string>();
  while (words.size < entryCount) {
    words.add(Array.from({ length: 1 + chance.below(5) }, () => chance.pick(syllables)).join(''));
  }
  return [...words];
}

function* rows(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries()) {
    yield `${word}\tnoun\tthe first sense of word ${at}; another sense (${at % 97}); a third\n`;
  }
}

/**
 * A transducer as large as a real one, though simpler: a tree of all beginnings of three letters, chains of letters from its leaves,
 * and suffixes that all of them share.
 */
function* analyser(chance: Random): Generator<string> {
  const letters = Array.from('абгдежзиклмнңоөпрстуұүхшыі');
  const arc = (from: number, to: number, input: string, output = input): string =>
    `${from}\t${to}\t${input}\t${output}\t0.000000\n`;
  let last = 2;
  let arcs = 0;
  let leaves = [0];
  for (let depth = 0; depth < 3; depth++) {
    const next: number[] = [];
    for (const leaf of leaves) {
      for (const letter of letters) {
        yield arc(leaf, ++last, letter);
        next.push(last);
      }
    }
    arcs += next.length;
    leaves = next;
  }
  while (arcs < arcCount) {
    let from = chance.pick(leaves);
    for (let left = chance.below(8); left >= 0; left--) {
      yield arc(from, ++last, chance.pick(letters));
      from = last;
      arcs++;
    }
    yield arc(from, 1, '@0@', '<n>');
    arcs++;
  }
  yield arc(1, 2, 'ы', '<px3sp>') + arc(1, 2, '@0@', '<nom>');
  yield '2\t0.000000\n';
}
