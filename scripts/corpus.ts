// Builds the library in corpus/qazan-1917 from its sources (`npm run corpus`). What it writes is committed; a test builds it
// again and compares. The same sources always give the same bytes.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readTerms } from '#core/glossary/tsv.ts';
import type { Bead } from '#core/records/bead.ts';
import { stamp } from '#core/records/clock.ts';
import { ordersBetween } from '#core/records/order.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { schemaVersion, type AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition, Section, Work } from '#core/records/work.ts';

/** The checksum of the text that the corpus was made from. */
export const sourceSum = 'ab8d220bbd491e9fc9aec9da67a681dfe6303b7c4bf720755bb2526c46f4ae1a';

const repair = z.strictObject({
  kind: z.enum(['wrapped-line', 'repeated-space', 'trailing-space', 'bookmark']),
  /** The Kazakh paragraph, the title being 0. */
  paragraph: z.int(),
  /** UTF-16 code units from the start of the source. */
  offset: z.int(),
  before: z.string(),
  after: z.string(),
});
/** What the file format did to the text, and what stands there instead. */
export type Repair = z.infer<typeof repair>;

const section = z.strictObject({
  id: z.string(),
  /** First and last Kazakh paragraph. */
  from: z.int(),
  to: z.int(),
  titles: z.record(z.string(), z.string()),
});

const work = z.strictObject({
  revision: z.int().min(1),
  id: z.string(),
  original: z.string(),
  titles: z.record(z.string(), z.string()),
  editions: z.array(z.strictObject({ id: z.string(), language: z.string(), source: z.string() })),
});

/** The sources, read and checked. */
export interface Sources {
  work: z.infer<typeof work>;
  sections: z.infer<typeof section>[];
  repairs: Repair[];
  /** The original as it came. */
  original: string;
  /** By edition, for each Kazakh paragraph the paragraphs that translate it. */
  translations: Map<string, string[][]>;
  glossary: string;
}

/** Reads the folder `source/` of a corpus. @throws what is wrong with the sources, naming the value */
export async function readSources(folder: string): Promise<Sources> {
  const read = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const json = async (name: string): Promise<unknown> => JSON.parse(await read(name));
  const about = work.parse(await json('work.json'));
  const original = await read(`${about.original}.txt`);
  const sum = createHash('sha256').update(original).digest('hex');
  if (sum !== sourceSum) {
    throw new Error(`${about.original}.txt is not the text the repairs are for: its SHA-256 is ${sum}`);
  }
  const translations = new Map<string, string[][]>();
  for (const { id } of about.editions) {
    if (id !== about.original) translations.set(id, readBlocks(await read(`${id}.txt`), `${id}.txt`));
  }

  return {
    work: about,
    sections: z.array(section).parse(await json('sections.json')),
    repairs: z.array(repair).parse(await json('repairs.json')),
    original,
    translations,
    glossary: await read('glossary.tsv'),
  };
}

/** The paragraphs of the original: its lines, once the repairs are made. @throws where a repair does not fit the source */
export function repairedParagraphs(source: string, repairs: readonly Repair[]): string[] {
  let text = '';
  let at = 0;
  for (const { offset, before, after, kind } of repairs) {
    if (offset < at || !source.startsWith(before, offset)) {
      throw new Error(
        `The repair ${kind} at ${offset} does not fit: ${JSON.stringify(source.slice(offset, offset + 20))}`,
      );
    }
    text += source.slice(at, offset) + after;
    at = offset + before.length;
  }
  return (text + source.slice(at)).split('\n').filter((line) => line !== '');
}

/** Blocks `# N` of paragraphs parted by blank lines: what stands for the original's paragraph N. */
function readBlocks(text: string, file: string): string[][] {
  const blocks: string[][] = [];
  for (const part of text.split(/^(?=# )/mu)) {
    const [heading = '', ...lines] = part.split('\n');
    if (heading !== `# ${blocks.length}`) throw new Error(`${file}: expected “# ${blocks.length}”, found “${heading}”`);
    const block = lines
      .join('\n')
      .trim()
      .split(/\n{2,}/u);
    if (block.some((paragraph) => paragraph === '' || paragraph.includes('\n'))) {
      throw new Error(`${file}: paragraph ${blocks.length} is empty or has a line break in it`);
    }

    blocks.push(block);
  }
  return blocks;
}

/** The files of the corpus, by their path in it. */
export function buildCorpus(sources: Sources): Map<string, string> {
  const { work: about } = sources;
  const modified = stamp(Date.parse('0001-01-01T00:00:00.000Z') + about.revision, 0, 'corpus');
  const texts = new Map([
    [about.original, repairedParagraphs(sources.original, sources.repairs).map((paragraph) => [paragraph])],
    ...sources.translations,
  ]);
  const folder = `works/${about.id}`;
  const files = new Map<string, string>();
  files.set('library.json', `${JSON.stringify({ egiz: schemaVersion, revision: about.revision })}\n`);
  files.set('glossary.json', snapshot(terms(sources.glossary, about, modified)));
  files.set(`${folder}/work.json`, snapshot([workRecord(about, modified), ...editions(about, texts, modified)]));
  for (const { id } of about.editions) {
    const blocks = texts.get(id) ?? [];
    const text = [...sections(id, sources, modified), ...paragraphs(id, blocks, sources, modified)];
    files.set(`${folder}/editions/${id}.json`, snapshot(text));
    if (id === about.original) continue;
    const alignment = `${about.original}~${id}`;
    files.set(
      `${folder}/alignments/${alignment}.json`,
      snapshot(beads(alignment, about.original, id, blocks, modified)),
    );
  }
  return files;
}

/** A snapshot as the library writes it: a record a line. */
function snapshot(records: readonly AnyRecord[]): string {
  const lines = records.map((record) => JSON.stringify(record)).join(',\n');
  return `{"egiz":${schemaVersion},"records":[\n${lines}\n]}\n`;
}

function workRecord({ id, titles, original }: Sources['work'], modified: string): Work {
  return { id, kind: 'work', modified, titles, original };
}

function editions(about: Sources['work'], texts: ReadonlyMap<string, string[][]>, modified: string): Edition[] {
  const orders = ordersBetween(null, null, about.editions.length);
  return about.editions.map(({ id, language, source }, at) => ({
    id,
    kind: 'edition',
    modified,
    language,
    title: (texts.get(id)?.[0]?.[0] ?? '').replace(/\.$/u, ''),
    source,
    order: orders[at] ?? '',
  }));
}

function sections(edition: string, { sections: given }: Sources, modified: string): Section[] {
  const orders = ordersBetween(null, null, given.length);
  return given.map(({ id, titles }, at) => ({
    id: `${edition}-${id}`,
    kind: 'section',
    modified,
    edition,
    order: orders[at] ?? '',
    level: 1,
    titles,
    editorial: true,
  }));
}

function paragraphs(edition: string, blocks: readonly string[][], sources: Sources, modified: string): Paragraph[] {
  if (blocks.length !== repairedCount(sources)) {
    throw new Error(`${edition} has ${blocks.length} blocks, not one a Kazakh paragraph`);
  }
  const orders = ordersBetween(null, null, blocks.flat().length).values();
  return blocks.flatMap((block, number) => {
    const within = sources.sections.find(({ from, to }) => from <= number && number <= to);
    if (within === undefined) throw new Error(`No section holds paragraph ${number}`);
    return block.map((text, part): Paragraph => {
      const heading = number === 0 ? { type: 'heading' as const, level: 1 } : { type: 'text' as const };
      return {
        id: paragraphId(edition, number, part),
        kind: 'paragraph',
        modified,
        edition,
        section: `${edition}-${within.id}`,
        order: orders.next().value ?? '',
        ...heading,
        text,
        marks: [],
      };
    });
  });
}

function repairedCount({ original, repairs }: Sources): number {
  return repairedParagraphs(original, repairs).length;
}

/** `en-4`, and what was split off it `en-4b`, `en-4c`: ids do not change when another paragraph is split. */
function paragraphId(edition: string, number: number, part: number): string {
  return `${edition}-${number}${part === 0 ? '' : String.fromCodePoint(97 + part)}`;
}

function beads(
  alignment: string,
  source: string,
  target: string,
  blocks: readonly string[][],
  modified: string,
): Bead[] {
  const orders = ordersBetween(null, null, blocks.length);
  return blocks.map((block, number) => ({
    id: `${source}-${target}-${number}`,
    kind: 'bead',
    modified,
    alignment,
    order: orders[number] ?? '',
    source: [paragraphId(source, number, 0)],
    target: block.map((_, part) => paragraphId(target, number, part)),
    status: 'confirmed',
    confidence: 1,
  }));
}

function terms(glossary: string, about: Sources['work'], modified: string): Term[] {
  const { terms: contents, problems } = readTerms(glossary, about.original);
  const [first] = problems;
  if (first !== undefined) throw new Error(`glossary.tsv, line ${first.line}: ${first.code}: ${first.detail}`);
  const seen = new Set<string>();
  return contents.map((content) => {
    // The id follows from the headword, so that a row put in between leaves the others theirs.
    const id = `term-${createHash('sha256').update(content.headword).digest('hex').slice(0, 8)}`;
    if (seen.has(id)) throw new Error(`glossary.tsv has the headword “${content.headword}” twice`);
    seen.add(id);
    return { id, kind: 'term', modified, ...content, work: about.id };
  });
}

if (import.meta.main) {
  const corpus = join(import.meta.dirname, '../corpus/qazan-1917');
  const files = buildCorpus(await readSources(join(corpus, 'source')));
  for (const [path, text] of files) {
    await mkdir(dirname(join(corpus, path)), { recursive: true });
    await writeFile(join(corpus, path), text);
  }
  console.log(`${files.size} files written to ${corpus}`);
}
