import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitextOf } from '#core/formats/bitext.ts';
import type { NamedText } from '#core/formats/loose/needs.ts';
import { documentsNamed } from '#core/formats/xces/alignment.ts';
import { readXces } from '#core/formats/xces/read.ts';
import { writeInterText, writeXces } from '#core/formats/xces/write.ts';
import type { WrittenEntry } from '#core/formats/writer.ts';
import { bitextIn, shapeOf, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';
import { mutationsSurvived } from '../../../../fixtures/formats/mutate.ts';

const among =
  (files: Readonly<Record<string, string>>): NamedText =>
  (name) =>
    new Map(Object.entries(files)).get(name) ?? null;

/** As OPUS has it: sentences of words, without paragraphs on one side. */
const opus = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" ""><cesAlign version="1.0">
<linkGrp targType="s" fromDoc="en/b.xml.gz" toDoc="kk/b.xml.gz"><link certainty="1.2" xtargets="1;1" id="SL1"/><link xtargets="2 3;2" id="SL2"/><link xtargets=";3" id="SL3"/></linkGrp></cesAlign>`;
const opusFiles = {
  'en/b.xml.gz':
    '<document><s id="1"><w id="1.1">One</w> <w id="1.2">.</w></s><s id="2">Two.</s><s id="3">Three.</s></document>',
  'kk/b.xml.gz':
    '<document><p id="p1"><s id="1">Бір.</s></p><p id="p2"><s id="2">Екі үш.</s> <s id="3">Төрт.</s></p></document>',
};

/** As InterText has it: a group of links alone, the target's sentences first. */
const intertext = `<?xml version="1.0"?><linkGrp toDoc="b.en.xml" fromDoc="b.kk.xml"><link type="1-2" xtargets="1:1;1:1 1:2" status="man"/><link type="1-1" xtargets="2:1;2:1" status="auto"/></linkGrp>`;
const intertextFiles = {
  'b.kk.xml':
    '<text><body><p id="1"><s id="1:1">Бір.</s><s id="1:2"> Екі.</s></p><p id="2"><s id="2:1">Үш.</s></p></body></text>',
  'b.en.xml':
    '<?xml version="1.0"?><!DOCTYPE doc SYSTEM "http://example.org/none.dtd"><doc id="b" language="en" version="00"><p id="1"><s id="1:1">One and <b>two</b>.</s></p><p id="2"><s id="2:1">Three.</s></p></doc>',
};

const written = (entries: readonly WrittenEntry[]): Record<string, string> =>
  Object.fromEntries(entries.map(({ name, data }) => [name, String(data)]));

/** What the formats cannot hold. */
const without = ['languages', 'sections'];
const plain = (shape: unknown): unknown =>
  JSON.parse(JSON.stringify(shape).replaceAll('"intended":true', '"intended":false'));

/** A bead of two sentences a side, which a person linked crosswise. */
const nested = {
  'x.kk.xml': '<text><p id="1"><s id="1:1">Бірінші сөз.</s> <s id="1:2">Екінші сөз.</s></p></text>',
  'x.en.xml': '<text><p id="1"><s id="1:1">The second.</s> <s id="1:2">The first.</s></p></text>',
};
const nestedLinks = `<linkGrp toDoc="x.en.xml" fromDoc="x.kk.xml" project="demo"><link type="1-1" xtargets="1:2;1:1" status="man" mark="7"/><link type="1-1" xtargets="1:1;1:2" status="plain"/></linkGrp>`;

describe('an alignment apart from its texts', () => {
  it('[O1] gives back what OPUS’ format can hold', () => {
    fc.assert(
      fc.property(someWork({ marks: [], types: ['text'] }), (work) => {
        const files = written(writeXces(bitextIn(work)));
        const alignment = files['alignment.xml'] ?? '';
        expect(documentsNamed(alignment).documents.map(({ name }) => name)).toEqual(['kk/w.xml', 'en/w.xml']);
        expect(plain(shapeOf(workOf(readXces(alignment, among(files))), without))).toEqual(
          plain(shapeOf(work, without)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('[O1] is as OPUS’ own tools take it: a link a line, two lists of ids, and a sentence for each', () => {
    fc.assert(
      fc.property(someWork({ marks: [], types: ['text'] }), (work) => {
        const files = written(writeXces(bitextIn(work)));
        const lines = (files['alignment.xml'] ?? '').split('\n');
        const [, from = '', to = ''] = /fromDoc="([^"]*)" toDoc="([^"]*)"/u.exec(lines.join('\n')) ?? [];
        const idsIn = (name: string): Set<string> =>
          new Set([...(files[name] ?? '').matchAll(/^<s id="([^"]*)">[^<]+<\/s>$/gmu)].map(([, id = '']) => id));
        const ids = [idsIn(from), idsIn(to)];
        for (const line of lines.filter((one) => one.includes('<link '))) {
          const sides = (/xtargets="([^"]*)"/u.exec(line)?.[1] ?? '').split(';').map((side) => side.split(' '));
          expect(sides).toHaveLength(2);
          sides.forEach((side, at) => {
            for (const id of side.filter((one) => one !== '')) expect(ids[at]?.has(id)).toBe(true);
          });
          expect(Number(/certainty="([^"]*)"/u.exec(line)?.[1])).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('[O4] gives back what InterText’s format can hold', () => {
    fc.assert(
      fc.property(someWork({ marks: [], types: ['text'] }), (work) => {
        const files = written(writeInterText(bitextIn(work)));
        const alignment = files['w.kk.en.xml'] ?? '';
        expect(documentsNamed(alignment).documents.map(({ name }) => name)).toEqual(['w.kk.xml', 'w.en.xml']);
        expect(plain(shapeOf(workOf(readXces(alignment, among(files))), without))).toEqual(
          plain(shapeOf(work, without)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('[O5] gives back ids, marks and links of sentences as they were, to either program', () => {
    const once = workOf(readXces(nestedLinks, among(nested)));
    const [bead] = once.alignments.get('kk~en') ?? [];
    expect(bead).toMatchObject({
      status: 'auto',
      sentences: {
        counts: [2, 2],
        links: [
          [[0], [1], 1],
          [[1], [0], 0.5],
        ],
      },
    });
    const inter = written(writeInterText(bitextIn(once)));
    expect(inter['w.kk.en.xml']).toContain('project="demo"');
    expect(inter['w.kk.en.xml']).toMatch(/xtargets="1:2;1:1" status="auto".* mark="7"/u);
    expect(inter['w.kk.en.xml']).toContain('status="plain"');
    const asOpus = written(writeXces(bitextIn(once)));
    expect(asOpus['alignment.xml']).toContain('xtargets="1:1;1:2"');
    for (const [files, name] of [
      [inter, 'w.kk.en.xml'],
      [asOpus, 'alignment.xml'],
    ] as const) {
      const twice = workOf(readXces(files[name] ?? '', among(files)));
      expect(shapeOf(twice, ['languages'])).toEqual(shapeOf(once, ['languages']));
    }
  });

  it('[O5] writes links of sentences together where their paragraphs would come apart', () => {
    const work = workOf({
      texts: ['kk', 'en'].map((language) => ({
        title: null,
        author: null,
        translator: null,
        date: null,
        language,
        blocks: [
          { type: 'text' as const, text: 'A.', marks: [] },
          { type: 'text' as const, text: 'B.', marks: [] },
        ],
      })),
      links: [
        {
          between: [0, 1],
          beads: [
            {
              source: [0, 1],
              target: [0, 1],
              status: 'auto',
              confidence: 0.5,
              sentences: {
                counts: [2, 2],
                links: [
                  [[0], [0], 1],
                  [[1], [1], 1],
                ],
              },
            },
          ],
        },
      ],
      findings: [],
    });
    const alignment = written(writeXces(bitextOf(work, ['kk', 'en'])))['alignment.xml'] ?? '';
    expect(alignment.match(/<link /gu)).toHaveLength(1);
    expect(alignment).toContain('xtargets="1.1 2.1;1.1 2.1"');
  });

  it('[O2] is read as OPUS has it, its words joined', () => {
    const { texts, links } = readXces(opus, among(opusFiles));
    expect(texts.map(({ language, title, blocks }) => [language, title, blocks.map(({ text }) => text)])).toEqual([
      ['en', 'b', ['One.', 'Two.', 'Three.']],
      ['kk', 'b', ['Бір.', 'Екі үш. Төрт.']],
    ]);
    expect(links[0]?.beads).toMatchObject([
      { source: [0], target: [0], status: 'auto', confidence: 1, foreign: { xces: { links: [{ certainty: '1.2' }] } } },
      { source: [1, 2], target: [1], status: 'auto', confidence: 0.5 },
    ]);
  });

  it('[O2] tells ids of sentences from the same ids of paragraphs, and leaves out what is said about the text', () => {
    const files = {
      'en/a.xml':
        '<document><meta><source>1917</source></meta><p id="1"><s id="1">A.</s><s id="2">B.</s></p><p id="2"><s id="3">C.</s></p></document>',
      'kk/a.xml':
        '<document><CHAPTER ID="1"><P id="1"><s id="1">А.</s></P><P id="2"><s id="2">Ә.</s></P></CHAPTER></document>',
    };
    const alignment = `<cesAlign><linkGrp fromDoc="en/a.xml" toDoc="kk/a.xml"><link xtargets="1 2;1"/><link xtargets="3;2"/></linkGrp></cesAlign>`;
    const { texts, links, findings } = readXces(alignment, among(files));
    expect(texts.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([
      ['A.B.', 'C.'],
      ['А.', 'Ә.'],
    ]);
    expect(links[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
    expect(findings).toEqual([]);
  });

  it('[O6] makes one text of the documents of a corpus, a section each', () => {
    const document = (text: string): string => `<document><s id="1">${text}</s></document>`;
    const files = {
      'en/a.xml': document('A'),
      'en/b.xml': document('B'),
      'kk/a.xml': document('А'),
      'kk/b.xml': document('Б'),
    };
    const group = (name: string): string =>
      `<linkGrp fromDoc="en/${name}.xml" toDoc="kk/${name}.xml"><link xtargets="1;1"/></linkGrp>`;
    const { texts, links } = readXces(`<cesAlign>${group('a')}${group('b')}</cesAlign>`, among(files));
    expect(texts[1]?.blocks.map(({ text, section }) => [section?.title, text])).toEqual([
      ['a', 'А'],
      ['b', 'Б'],
    ]);
    expect(links[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
  });

  it('[O3] is read as InterText has it, which names the target first', () => {
    const { texts, links } = readXces(intertext, among(intertextFiles));
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['kk', ['Бір. Екі.', 'Үш.']],
      ['en', ['One and two.', 'Three.']],
    ]);
    expect(links[0]?.beads).toEqual([
      { source: [0], target: [0], status: 'confirmed', confidence: 1 },
      { source: [1], target: [1], status: 'auto', confidence: 0.5 },
    ]);
  });

  it('[O3] follows the ids where an alignment names its sides the other way round, and says so', () => {
    const turned = intertext.replace('1:1;1:1 1:2', '1:1 1:2;1:1');
    const { links, findings } = readXces(turned, among(intertextFiles));
    expect(links[0]?.beads[0]).toMatchObject({ source: [0], target: [0] });
    expect(findings.map(({ code }) => code)).toContain('sides-swapped');
  });

  it('[O7] says which id is missing in which file, and which is there twice', () => {
    const files = { ...opusFiles, 'kk/b.xml.gz': '<document><s id="1">Бір.</s><s id="1">Қайта.</s></document>' };
    const { findings, links } = readXces(opus, among(files));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'id-missing', values: { id: '2', file: 'kk/b.xml.gz' } }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'id-doubled', values: { id: '1', file: 'kk/b.xml.gz' } }),
    );
    expect(links[0]?.beads[0]).toMatchObject({ source: [0], target: [0] });
  });

  it('[O7] refuses other files than those that were linked', () => {
    const files = { 'en/b.xml.gz': '<text><s id="a">A</s></text>', 'kk/b.xml.gz': '<text><s id="b">B</s></text>' };
    expect(() => readXces(opus, among(files))).toThrow('the id 1 is not in en/b.xml.gz');
  });

  it.each([
    ['one whose texts are missing', opus, 'the file en/b.xml.gz is missing'],
    ['one that names no files', '<linkGrp><link xtargets="1;1"/></linkGrp>', 'between which files'],
    ['another XML', '<tmx/>', 'its root is <tmx>'],
    [
      'a document type that expands without end',
      '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><cesAlign>&b;</cesAlign>',
      'ntity',
    ],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readXces(text, () => null)).toThrow(message);
  });

  it('reads fifty thousand links that all meet in one paragraph', { timeout: 60_000 }, () => {
    const count = 50_000;
    const sentences = Array.from({ length: count }, (_, at) => `<s id="${String(at)}">a</s>`).join('');
    const files = { a: `<document>${sentences}</document>`, b: '<document><s id="0">b</s></document>' };
    const links = Array.from({ length: count }, (_, at) => `<link xtargets="${String(count - 1 - at)};0"/>`).join('');
    const alignment = `<cesAlign><linkGrp fromDoc="a" toDoc="b">${links}</linkGrp></cesAlign>`;
    const {
      links: [made],
    } = readXces(alignment, among(files));
    expect(made?.beads.map(({ source, target }) => [source.length, target.length])).toEqual([[count, 1]]);
  });

  it('ends in text or in a clear error however it is damaged', () => {
    expect(mutationsSurvived(opus, (text) => readXces(text, among(opusFiles)))).toBe(300);
    expect(
      mutationsSurvived(opusFiles['kk/b.xml.gz'], (text) =>
        readXces(opus, among({ ...opusFiles, 'kk/b.xml.gz': text })),
      ),
    ).toBe(300);
    expect(mutationsSurvived(intertext, (text) => readXces(text, among(intertextFiles)))).toBe(300);
  });
});
