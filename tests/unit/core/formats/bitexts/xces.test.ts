import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedIn, type NamedText, readXces } from '#core/formats/xces/read.ts';
import { writeXces } from '#core/formats/xces/write.ts';
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
    '<text><body><p id="1"><s id="1:1">One and two.</s></p><p id="2"><s id="2:1">Three.</s></p></body></text>',
};

describe('an alignment apart from its texts', () => {
  it('[O1] gives back what OPUS’ format can hold', () => {
    fc.assert(
      fc.property(someWork({ marks: [], types: ['text'] }), (work) => {
        const files = Object.fromEntries(writeXces(bitextIn(work)).map(({ name, data }) => [name, String(data)]));
        const alignment = files['alignment.xml'] ?? '';
        expect(namedIn(alignment)).toEqual(['kk/text.xml', 'en/text.xml']);
        const without = ['languages', 'sections'];
        const plain = (shape: unknown): unknown =>
          JSON.parse(JSON.stringify(shape).replaceAll('"intended":true', '"intended":false'));
        expect(plain(shapeOf(workOf(readXces(alignment, among(files))), without))).toEqual(
          plain(shapeOf(work, without)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('[O2] is read as OPUS has it', () => {
    const { texts, links } = readXces(opus, among(opusFiles));
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['en', ['One .', 'Two.', 'Three.']],
      ['kk', ['Бір.', 'Екі үш. Төрт.']],
    ]);
    expect(links[0]?.beads).toEqual([
      { source: [0], target: [0], status: 'auto', confidence: 1 },
      { source: [1, 2], target: [1], status: 'auto', confidence: 0.5 },
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

  it.each([
    ['one whose texts are missing', opus, 'the file en/b.xml.gz is missing'],
    ['one that names no files', '<linkGrp/>', 'between which files'],
    ['another XML', '<tmx/>', 'its root is <tmx>'],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readXces(text, () => null)).toThrow(message);
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
