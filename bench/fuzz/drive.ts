import { FormatError } from '#core/formats/format-error.ts';
import type { Imported } from '#core/formats/imported.ts';
import { type NamedFile, readFile } from '#main/formats/read-file.ts';
import { random } from '../random.ts';
import { alignmentSeeds } from './alignments.ts';
import { corpus } from './corpus.ts';
import { otherKinds } from './others.ts';

/** Whole files of every format, also of those that no text is read from. */
export const seeds: typeof corpus = {
  ...corpus,
  ...alignmentSeeds,
  ...Object.fromEntries(Object.entries(otherKinds).map(([name, kind]) => [name, kind.seeds])),
};

/** Milliseconds that a damaged file may take, all of which are small; on a machine that others use as well. */
const longest = 5000;
/** A few hundred bytes of a font's table can keep pdf.js busy for longer; the limits of its thread end that. */
const longestOfPdf = 60_000;
/** Bytes of memory that the program may hold while it reads them. */
const mostMemory = 1.5 * 1024 ** 3;

/** What became of damaged files. */
export interface Fuzzed {
  readonly inputs: number;
  readonly read: number;
  readonly refused: number;
  /** The slowest of them: milliseconds, and the seed that makes it again. */
  readonly worst: { readonly time: number; readonly seed: number };
  /** Most bytes of memory that the program held between two of them. */
  readonly memory: number;
}

/** Reads damaged files of a format; each is made from its own seed, `first` and those after it. @throws Error naming the seed */
export async function fuzz(format: string, first: number, inputs: number): Promise<Fuzzed> {
  let [read, memory] = [0, 0];
  let worst = { time: 0, seed: first };
  for (let seed = first; seed < first + inputs; seed += 1) {
    const file = await damagedFile(format, seed);
    const start = performance.now();
    if (await isWhole(format, seed, file)) read += 1;
    const time = performance.now() - start;
    if (time > worst.time) worst = { time, seed };
    if (time > (format === 'pdf' ? longestOfPdf : longest)) {
      throw endedWrongly(format, seed, `it took ${time.toFixed(0)} ms`);
    }
    if (seed % 100 === 0) memory = Math.max(memory, process.memoryUsage().rss);
    if (memory > mostMemory) throw endedWrongly(format, seed, `the program holds ${String(memory)} bytes`);
  }
  return { inputs, read, refused: inputs - read, worst, memory };
}

/** The damaged file that a seed makes. */
export async function damagedFile(format: string, seed: number): Promise<DamagedFile> {
  const source = random(seed);
  const { name, damaged, beside } = source.pick(seeds[format] ?? []);
  return { name, bytes: await damaged(source), documents: (await beside?.(source)) ?? [] };
}

/** A damaged file, and the texts that it is read with. */
interface DamagedFile extends NamedFile {
  readonly documents: readonly NamedFile[];
}

/** Whether a file was read whole; `false` where it was refused as it must be. @throws Error for every other end */
async function isWhole(format: string, seed: number, { name, bytes, documents }: DamagedFile): Promise<boolean> {
  try {
    const other = Object.hasOwn(otherKinds, format) ? otherKinds[format] : undefined;
    if (other !== undefined) return await other.read(bytes);
    const { imported } = await readFile(name, bytes, { format }, undefined, documents);
    check(imported);
    return true;
  } catch (error) {
    if (error instanceof FormatError && error.message !== '' && !/\p{Cc}/u.test(error.message)) return false;
    throw endedWrongly(format, seed, error);
  }
}

function endedWrongly(format: string, seed: number, cause: unknown): Error {
  const again = `node bench/fuzz/again.ts ${format} ${String(seed)}`;
  return new Error(`seed ${String(seed)} of ${format} ended wrongly; again: ${again}`, { cause });
}

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const tricks = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

/** What a text must be that is handed on, whatever it was made of. */
function check({ texts, links }: Imported): void {
  for (const { title, author, translator, blocks } of texts) {
    for (const said of [title, author, translator]) refuse(tricks.test(said ?? ''), 'a title with tricks', said);
    for (const { text, marks, section } of blocks) {
      refuse(text.trim() === '', 'a block without text', text);
      refuse(tricks.test(text), 'a text with tricks', text);
      refuse(tricks.test(section?.title ?? ''), 'a section with tricks', section);
      for (const mark of marks) {
        const { start, end, href } = mark;
        refuse(!(start >= 0 && start < end && end <= text.length), 'a mark out of its text', mark);
        refuse(href !== undefined && !/^https?:\/\/\S+$/iu.test(href), 'a link that is none to the web', mark);
        refuse(tricks.test(href ?? ''), 'an address with tricks', mark);
      }
    }
  }
  for (const { between, beads } of links) {
    const [source = 0, target = 0] = between.map((at) => texts[at]?.blocks.length ?? 0);
    for (const bead of beads) {
      const fits = bead.source.every((at) => at < source) && bead.target.every((at) => at < target);
      refuse(!fits || bead.source.length + bead.target.length === 0, 'a bead of nothing', bead);
    }
  }
}

function refuse(isWrong: boolean, what: string, where: unknown): void {
  if (isWrong) throw new Error(`${what}: ${JSON.stringify(where)}`);
}
