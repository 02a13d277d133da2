import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import { describe } from '#core/annotation/describe.ts';
import { language } from '#core/language/language.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import { fileOf, snapshotText } from '#main/library/snapshot.ts';
import { random, type Random } from './random.ts';

/** How large a generated work is. */
export interface Size {
  /** In each of its two editions. */
  paragraphs: number;
  annotations: number;
  terms: number;
}

/** The work on which the aims are set. */
export const largeSize: Size = { paragraphs: 20_000, annotations: 5_000, terms: 3_000 };

/** The id and the English title of the generated work. */
export const generatedWork = { id: 'generated', title: 'A generated work' };

const stamp = '2026-01-01T00:00:00.000Z-0000-bench';
const created = '2026-01-01T00:00:00.000Z';
const colours = ['question', 'fact', 'person', 'term'] as const;
const paragraphsPerSection = 100;

/**
 * Writes a library of one work made by chance, the same for the same seed: its paragraphs are sentences of the 1917 text and
 * of its English translation in a random order, so words, letters and lengths are those of real texts.
 */
export async function generateLibrary(folder: string, size: Size, seed = 1917): Promise<void> {
  const chance = random(seed);
  const kazakh = await sentences('kk', chance);
  const english = await sentences('en', chance);
  const kk = editionRecords('kk', kazakh, size, chance);
  const en = editionRecords('en', english, size, chance);
  const paragraphs = { kk: kk.filter(isParagraph), en: en.filter(isParagraph) };
  const records: AnyRecord[] = [
    {
      id: generatedWork.id,
      kind: 'work',
      modified: stamp,
      titles: { en: generatedWork.title, kk: 'Кездейсоқ шығарма', ru: 'Случайное произведение' },
      original: 'kk',
    },
    { id: 'kk', kind: 'edition', modified: stamp, language: 'kk', title: 'Кездейсоқ шығарма', order: 'a0' },
    { id: 'en', kind: 'edition', modified: stamp, language: 'en', title: generatedWork.title, order: 'a1' },
    ...kk,
    ...en,
    ...beads(paragraphs.kk, paragraphs.en, chance),
    ...annotations([...paragraphs.kk, ...paragraphs.en], size.annotations, chance),
  ];
  const work = join(folder, 'works', generatedWork.id);
  for (const [file, ofFile] of Map.groupBy(records, fileOf)) await writeSnapshot(join(work, file), ofFile);
  await writeSnapshot(join(folder, 'glossary.json'), terms(kazakh, size.terms, chance));
}

async function writeSnapshot(path: string, records: readonly AnyRecord[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, (await snapshotText(records, 'bench')).join(''));
}

async function sentences(edition: string, chance: Random): Promise<string[]> {
  const file = new URL(`../corpus/qazan-1917/works/qazan-1917/editions/${edition}.json`, import.meta.url);
  const { records } = JSON.parse(await readFile(file, 'utf8')) as { records: AnyRecord[] };
  const found = records.filter(isParagraph).flatMap(({ text }) =>
    language(edition)
      .sentences(text)
      .map(([start, end]) => text.slice(start, end)),
  );
  const drawn = found.map((sentence) => ({ sentence, place: chance.next() }));
  return drawn.toSorted((a, b) => a.place - b.place).map(({ sentence }) => sentence);
}

function editionRecords(edition: string, from: readonly string[], size: Size, chance: Random): AnyRecord[] {
  const sectionCount = Math.ceil(size.paragraphs / paragraphsPerSection);
  const sectionOrders = generateNKeysBetween(null, null, sectionCount);
  const orders = generateNKeysBetween(null, null, paragraphsPerSection);
  const records: AnyRecord[] = sectionOrders.map((order, index) => ({
    id: `${edition}-s${index}`,
    kind: 'section',
    modified: stamp,
    edition,
    order,
    level: 1,
    titles: { [edition]: `${edition === 'kk' ? 'Бөлім' : 'Part'} ${index + 1}` },
  }));
  for (let index = 0; index < size.paragraphs; index += 1) {
    records.push({
      id: `${edition}-${index}`,
      kind: 'paragraph',
      modified: stamp,
      edition,
      section: `${edition}-s${Math.floor(index / paragraphsPerSection)}`,
      order: orders[index % paragraphsPerSection] ?? '',
      type: 'text',
      text: Array.from({ length: 1 + chance.below(4) }, () => chance.pick(from)).join(' '),
      marks: [],
    });
  }
  return records;
}

function isParagraph(record: AnyRecord): record is Paragraph {
  return record.kind === 'paragraph';
}

const shapesByFrequency: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 46 }, () => [1, 1] as const),
  [1, 2],
  [2, 1],
  [1, 0],
  [0, 1],
];

/** Mostly 1-1; some 1-2, 2-1, 1-0 and 0-1, as real translations have them. */
function beads(source: readonly Paragraph[], target: readonly Paragraph[], chance: Random): AnyRecord[] {
  const shapes: [number, number][] = [];
  for (let s = 0, t = 0; s < source.length || t < target.length;) {
    const [wantedSource, wantedTarget] = chance.pick(shapesByFrequency);
    let m = Math.min(wantedSource, source.length - s);
    let n = Math.min(wantedTarget, target.length - t);
    if (m + n === 0) [m, n] = s < source.length ? [1, 0] : [0, 1];
    shapes.push([m, n]);
    s += m;
    t += n;
  }
  const orders = generateNKeysBetween(null, null, shapes.length);
  let s = 0;
  let t = 0;
  return shapes.map(([m, n], index) => {
    const status = chance.next() < 0.3 ? 'confirmed' : 'auto';
    const bead: AnyRecord = {
      id: `bead-${index}`,
      kind: 'bead',
      modified: stamp,
      alignment: 'kk~en',
      order: orders[index] ?? '',
      source: source.slice(s, s + m).map(({ id }) => id),
      target: target.slice(t, t + n).map(({ id }) => id),
      status,
      confidence: status === 'confirmed' ? 1 : Math.round(chance.next() * 100) / 100,
    };
    s += m;
    t += n;
    return bead;
  });
}

function annotations(paragraphs: readonly Paragraph[], count: number, chance: Random): Annotation[] {
  return Array.from({ length: count }, (_, index) => {
    const paragraph = chance.pick(paragraphs);
    const words = language(paragraph.edition).words(paragraph.text);
    const first = chance.below(words.length);
    const last = Math.min(words.length - 1, first + chance.below(8));
    const start = words[first]?.[0] ?? 0;
    const end = words[last]?.[1] ?? paragraph.text.length;
    const noted = chance.next() < 0.4;
    return {
      id: `annotation-${index}`,
      kind: 'annotation',
      modified: stamp,
      created,
      motivation: noted ? 'commenting' : 'highlighting',
      colour: chance.pick(colours),
      body: noted ? `Note ${index}: see also the other passage.` : '',
      tags: chance.next() < 0.2 ? [chance.pick(['date', 'name', 'autonomy'])] : [],
      targets: [describe(paragraph, start, end)],
    };
  });
}

/** Words and pairs of words of the text first, then made-up ones: an index has as many entries as were asked for. */
function terms(from: readonly string[], count: number, chance: Random): Term[] {
  const kazakh = language('kk');
  const headwords = new Set<string>();
  for (const sentence of from) {
    const words = kazakh.words(sentence).map(([start, end]) => kazakh.lower(sentence.slice(start, end)));
    for (const [index, word] of words.entries()) {
      if (word.length > 4 && headwords.size < count) headwords.add(word);
      const next = words[index + 1];
      if (next !== undefined && index % 4 === 0 && headwords.size < count) headwords.add(`${word} ${next}`);
    }
  }
  const syllables = ['қа', 'ла', 'тү', 'рі', 'ғы', 'нда', 'сө', 'здік', 'ба', 'лы', 'ке', 'ңес', 'жо', 'ру'];
  while (headwords.size < count) {
    headwords.add(Array.from({ length: 3 + chance.below(3) }, () => chance.pick(syllables)).join(''));
  }
  return [...headwords].map((headword, index) => ({
    id: `term-${index}`,
    kind: 'term',
    modified: stamp,
    language: 'kk',
    headword,
    category: 'word',
    glosses: { en: [`gloss ${index}`] },
    notes: {},
  }));
}
