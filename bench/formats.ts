import { readWebAnnotations } from '#core/formats/annotations/read-web-annotation.ts';
import { writeWebAnnotations } from '#core/formats/annotations/web-annotation.ts';
import { type Bitext, bitextOf, wholeBitext } from '#core/formats/bitext.ts';
import { readColumns, writeColumns } from '#core/formats/columns.ts';
import { readFictionBook } from '#core/formats/fictionbook.ts';
import { FormatError } from '#core/formats/format-error.ts';
import { readHtml } from '#core/formats/html/read-html.ts';
import type { ImportedBlock } from '#core/formats/imported.ts';
import { readMarkdown } from '#core/formats/markdown.ts';
import { readPlainText } from '#core/formats/plain-text.ts';
import { writeHtml } from '#core/formats/reading/html.ts';
import { writeMarkdown } from '#core/formats/reading/markdown.ts';
import { readSubtitles } from '#core/formats/subtitles.ts';
import { readTei } from '#core/formats/tei/read.ts';
import { writeTei } from '#core/formats/tei/write.ts';
import { readTmx } from '#core/formats/tmx/read.ts';
import { writeTmx } from '#core/formats/tmx/write.ts';
import { toWork } from '#core/formats/to-work.ts';
import { writers } from '#core/formats/writers.ts';
import { readXces } from '#core/formats/xces/read.ts';
import { writeXces } from '#core/formats/xces/write.ts';
import { readXliff } from '#core/formats/xliff/read.ts';
import { writeXliff } from '#core/formats/xliff/write.ts';
import { join } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
import type { Bench } from './bench.ts';
import { peakOf } from './memory.ts';
import { random, type Random } from './random.ts';
import { megabytes, milliseconds } from './statistics.ts';

/** Damaged files for each reader. */
const inputs = 20_000;
const seed = 20_261_123;
const manyParagraphs = 10_000;

/** Readers of formats with damaged files; how long a long work takes to be written and read in each. */
export const formatsBench: Bench = {
  name: 'formats',
  about: `${String(inputs)} damaged files for each reader; a work of ${String(manyParagraphs)} paragraphs in each format`,
  run: async (print) => {
    for (const { name, whole, read } of readers()) {
      const start = performance.now();
      const { refused, slowest } = fuzz(whole, read);
      const each = (performance.now() - start) / inputs;
      print(`${name}: refused of ${String(inputs)} damaged, none else failed`, String(refused), '');
      print('  each, and the slowest', milliseconds(each), milliseconds(slowest));
    }
    const long = madeBitext(manyParagraphs);
    for (const writer of writers) {
      const start = performance.now();
      writer.write(long, wholeBitext);
      print(`writing ${String(manyParagraphs)} paragraphs: ${writer.id}`, milliseconds(performance.now() - start), '');
    }
    for (const [name, written, read] of [
      ['tmx', writeTmx(long), readTmx],
      ['xliff', writeXliff(long), readXliff],
      ['tei', writeTei(long), readTei],
      ['tsv', writeColumns(long), readColumns],
    ] as const) {
      const start = performance.now();
      read(written);
      print(`reading ${String(manyParagraphs)} paragraphs: ${name}`, milliseconds(performance.now() - start), '');
    }
    const peak = await peakOf(process.pid);
    print('peak of memory', peak === null ? 'unknown' : megabytes(peak), '');
  },
};

interface Reader {
  readonly name: string;
  readonly whole: string;
  readonly read: (text: string) => unknown;
}

function readers(): Reader[] {
  const bitext = madeBitext(8);
  const paragraphs = [...bitext.source.paragraphs, ...bitext.target.paragraphs];
  const xces = new Map(writeXces(bitext).map(({ name, data }) => [name, String(data)]));
  const fictionBook =
    '<FictionBook><description><title-info><book-title>Қыс</book-title><lang>kk</lang></title-info></description><body><section><title><p>Бір</p></title><p>Ақ <emphasis>киімді</emphasis><a href="#n" type="note">1</a></p></section></body><body name="notes"><section id="n"><p>Түсінік</p></section></body></FictionBook>';
  return [
    { name: 'tmx', whole: writeTmx(bitext), read: readTmx },
    { name: 'xliff', whole: writeXliff(bitext), read: readXliff },
    { name: 'tei', whole: writeTei(bitext), read: readTei },
    { name: 'tsv', whole: writeColumns(bitext), read: readColumns },
    {
      name: 'xces',
      whole: xces.get('alignment.xml') ?? '',
      read: (text) => readXces(text, (name) => xces.get(name) ?? null),
    },
    {
      name: 'annotations',
      whole: writeWebAnnotations(bitext),
      read: (text) => readWebAnnotations(text, paragraphs),
    },
    { name: 'html', whole: writeHtml(bitext), read: readHtml },
    { name: 'markdown', whole: writeMarkdown(bitext), read: readMarkdown },
    { name: 'fb2', whole: fictionBook, read: readFictionBook },
    {
      name: 'subtitles',
      whole: '1\n00:00:01,000 --> 00:00:02,000\nБір\n\n2\n00:00:03,000 --> 00:00:04,000\n- Екі\n- Үш\n',
      read: readSubtitles,
    },
    { name: 'txt', whole: 'Бір сөз.\n\nЕкінші абзац,\nекі жолда.\n', read: readPlainText },
  ];
}

/** How many damaged copies are refused as they must be, and how long the slowest took. @throws whatever else a reader throws */
function fuzz(whole: string, read: (text: string) => unknown): { refused: number; slowest: number } {
  const source = random(seed);
  let refused = 0;
  let slowest = 0;
  for (let input = 0; input < inputs; input += 1) {
    const text = damaged(whole, source);
    const start = performance.now();
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      refused += 1;
    }
    slowest = Math.max(slowest, performance.now() - start);
  }
  return { refused, slowest };
}

const splinters = [
  '',
  '<',
  '>',
  '&',
  '"',
  '</',
  '/>',
  '&#0;',
  ']]>',
  '\t',
  '\n\n',
  '\u202E',
  '\uD800',
  '\0',
  '{',
  '[',
  '99999999999',
  '-1',
  '%E0',
  '<p>',
  '#',
];

const values = ['', '0', '-1', '99999999999', 'kk', 'en', '*all*', '%E0', '__proto__', '1 2', '#n1', 'x'];

/**
 * A copy with up to four stretches cut out, doubled or replaced. Every other one of a file of XML stays well-formed: only what
 * attributes, texts and names of elements say is changed, so that readers are reached behind the parser.
 */
function damaged(whole: string, source: Random): string {
  let text = whole;
  const keepsForm = whole.includes('</') && source.below(2) === 0;
  for (let times = 1 + source.below(4); times > 0; times -= 1) {
    text = keepsForm ? reworded(text, source) : torn(text, source);
  }
  return text;
}

function torn(text: string, source: Random): string {
  const at = source.below(text.length + 1);
  const cut = text.slice(at, at + source.below(64));
  const doubled = source.below(3) === 0 ? cut + cut : '';
  return text.slice(0, at) + source.pick(splinters) + doubled + text.slice(at + cut.length);
}

/** Another value for one attribute, another text for one element, another name for all elements of a name, or one element less. */
function reworded(text: string, source: Random): string {
  const kind = source.below(4);
  if (kind === 0) return nth(text, /="[^"<]*"/gu, source, () => `="${source.pick(values)}"`);
  if (kind === 1) return nth(text, />[^<>]+</gu, source, () => `>${source.pick(values)}<`);
  if (kind === 2) {
    return nth(text, /<([\w:]+)[^<>]*>[^<>]*<\/\1>|<[\w:]+[^<>]*\/>/gu, source, (found) =>
      source.below(2) === 0 ? '' : found + found,
    );
  }
  const names = [...new Set(Array.from(text.matchAll(/<([\w:]+)/gu), ([, name = '']) => name))];
  const [from, to] = [source.pick(names), source.pick(names)];
  return text.replace(new RegExp(`(</?)${from}(?=[\\s/>])`, 'gu'), `$1${to}`);
}

function nth(text: string, pattern: RegExp, source: Random, put: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: whole, index } = source.pick(found);
  return text.slice(0, index) + put(whole) + text.slice(index + whole.length);
}

/** Two texts of so many paragraphs, with marks, sections, beads of several kinds and some notes. */
function madeBitext(count: number): Bitext {
  const block = (words: string, at: number): ImportedBlock => ({
    type: at % 20 === 0 ? 'heading' : at % 7 === 3 ? 'verse' : 'text',
    ...(at % 20 === 0 ? { level: 1 + (at % 3) } : {}),
    text: `${String(at)}. ${words}${at % 7 === 3 ? `\n${words}` : ''}`,
    marks: at % 3 === 0 ? [{ type: 'emphasis', start: 0, end: 6 }] : [],
  });
  const texts = [
    'Қазан төңкерісі туралы бірінші сөз. Екінші сөйлем.',
    'The first word on the revolution. Another one.',
  ];
  const [kk = [], en = []] = texts.map((words) => Array.from({ length: count }, (_, at) => block(words, at)));
  const text = (language: string, blocks: ImportedBlock[]) => ({
    title: language,
    author: null,
    translator: null,
    date: null,
    language,
    blocks,
  });
  const records = toWork({
    id: 'w',
    titles: { kk: 'Кітап' },
    created: '2026-11-23T12:00:00.000Z',
    editions: [
      { id: 'kk', text: text('kk', kk), language: 'kk', title: 'kk' },
      { id: 'en', text: text('en', en), language: 'en', title: 'en' },
    ],
    links: [
      {
        between: [0, 1],
        beads: kk.map((_, at) => ({
          source: [at],
          target: [at],
          status: at % 2 === 0 ? 'auto' : 'confirmed',
          confidence: 0.9,
        })),
      },
    ],
    annotations: kk.slice(0, Math.ceil(count / 10)).map((_, at) => ({
      created: '2026-11-23T12:00:00.000Z',
      colour: 'fact',
      body: at % 2 === 0 ? 'Ескерту' : '',
      tags: ['тег'],
      targets: [{ text: 0, block: at, start: 3, end: 8 }],
    })),
  });
  return bitextOf(normalise('w', join(records)), ['kk', 'en']);
}
