import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBitext } from '#core/formats/bitext.ts';
import { readXliff } from '#core/formats/xliff/read.ts';
import { writeXliff } from '#core/formats/xliff/write.ts';
import { bitextIn, shapeOf, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';
import { mutationsSurvived } from '../../../../fixtures/formats/mutate.ts';

/** As Okapi's tools write 2.0: segments and what stands between them, codes aside, a module and an extension. */
const okapi = `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="kk" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:okp="okapi-framework:xliff-extensions">
<file id="f1" original="book.docx"><skeleton href="book.skl"/><group id="g1"><unit id="tu1" name="P1" okp:wcount="4">
<mtc:matches><mtc:match ref="#s1" id="m1"><source>One.</source><target>Бір.</target></mtc:match></mtc:matches>
<notes><note id="n1" category="description">Title case?</note></notes>
<originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
<segment id="s1" state="final" subState="okp:done"><source>One <pc id="1" dataRefStart="d1" dataRefEnd="d2">two</pc>.</source><target order="3">Бір <sc id="1" dataRef="d1"/>екі<ec startRef="1" dataRef="d2"/>.</target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment id="s2" state="final"><source>Three<cp hex="0009"/>x.</source><target order="1">Үш.</target></segment></unit></group>
<unit id="tu2"><segment><source>Untranslated</source></segment></unit></file></xliff>`;

/** As Trados writes its \`.sdlxliff\`: segments marked inside of the paragraph, their states aside. */
const trados = `<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="kk-KZ" target-language="en-GB"><header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"/></header><body><group>
<trans-unit id="1"><source>Бір. <g id="5">Екі</g>.</source><seg-source><mrk mtype="seg" mid="1">Бір.</mrk> <mrk mtype="seg" mid="2"><g id="5">Екі</g>.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2"><g id="5">Two</g>.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/><sdl:seg id="2" conf="Translated"/></sdl:seg-defs></trans-unit>
<trans-unit id="2" translate="no"><source><x id="9"/></source></trans-unit></group></body></file></xliff>`;

/** As memoQ writes its \`.mqxliff\`: a segment a unit, with its own attributes, comments as notes. */
const memoq = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="b.txt" source-language="en" target-language="kk" datatype="x-memoq"><body>
<trans-unit id="1" mq:status="ManuallyConfirmed" mq:segmentguid="x"><source xml:space="preserve">He <bpt id="1" ctype="italic">{}</bpt>came<ept id="1">{}</ept></source><target xml:space="preserve">Ол <bpt id="1" ctype="italic">{}</bpt>келді<ept id="1">{}</ept></target><note>Check</note></trans-unit>
<trans-unit id="2" mq:status="NotStarted"><source>No</source><target/></trans-unit></body></file></xliff>`;

describe('a bitext in XLIFF', () => {
  it('[X1] gives back what was written, annotations with their places', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), fc.constantFrom('paragraph', 'sentence'), (work, unit) => {
        const read = workOf(readXliff(writeXliff(bitextIn(work), { ...wholeBitext, unit })));
        expect(shapeOf(read)).toEqual(shapeOf(work));
      }),
      { numRuns: 300 },
    );
  });

  it('[X2] reads the segments of a unit as one paragraph, targets in their own order', () => {
    const { texts, links } = readXliff(okapi);
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['en', ['One two. Three\tx.', 'Untranslated']],
      ['kk', ['Үш. Бір екі.']],
    ]);
    expect(texts.map(({ blocks }) => blocks[0]?.marks)).toEqual([
      [{ type: 'strong', start: 4, end: 7 }],
      [{ type: 'strong', start: 8, end: 11 }],
    ]);
    expect(links[0]?.beads.map(({ source, target, status }) => [source, target, status])).toEqual([
      [[0], [0], 'confirmed'],
      [[1], [], 'auto'],
    ]);
  });

  it('[X3] keeps modules, extensions, attributes and states of other programs', () => {
    const read = readXliff(okapi);
    const written = writeXliff(bitextIn(workOf(read)));
    for (const kept of [
      '<mtc:matches',
      'xmlns:mtc=',
      'okp:wcount="4"',
      'state="final"',
      'subState="okp:done"',
      'name="P1"',
      '<skeleton',
      'original="book.docx"',
      '>Title case?</note>',
    ]) {
      expect(written).toContain(kept);
    }
    expect(readXliff(written).links[0]?.beads[0]?.foreign).toEqual(read.links[0]?.beads[0]?.foreign);
  });

  it('[X4] reads Trados’ and memoQ’s files', () => {
    const first = readXliff(trados);
    expect(first.texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['kk-KZ', ['Бір. Екі.']],
      ['en-GB', ['One. Two.']],
    ]);
    expect(first.links[0]?.beads.map(({ status }) => status)).toEqual(['confirmed']);
    const second = readXliff(memoq);
    expect(second.texts.map(({ blocks }) => blocks.map(({ text, marks }) => [text, marks]))).toEqual([
      [
        ['He came', [{ type: 'emphasis', start: 3, end: 7 }]],
        ['No', []],
      ],
      [['Ол келді', [{ type: 'emphasis', start: 3, end: 8 }]]],
    ]);
    expect(second.links[0]?.beads.map(({ target, status }) => [target, status])).toEqual([
      [[0], 'confirmed'],
      [[], 'auto'],
    ]);
    expect(second.annotations?.map(({ body, targets }) => [body, targets])).toEqual([
      ['Check', [{ text: 0, block: 0, start: 0, end: 7 }]],
    ]);
  });

  it.each([
    ['another XML', '<tmx/>', 'its root is <tmx>'],
    ['one without text', '<xliff version="2.0" srcLang="kk"><file id="a"/></xliff>', 'no unit of it has a text'],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', 'undefined entity'],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readXliff(text)).toThrow(message);
  });

  it('ends in text or in a clear error however it is damaged', () => {
    for (const sample of [okapi, trados, memoq]) expect(mutationsSurvived(sample, readXliff)).toBe(300);
  });
});

describe('XLIFF of a catalogue of messages', () => {
  it('is read without the head of the catalogue, and that is said', () => {
    const unit = (id: string, inner: string, more = ''): string =>
      `<trans-unit id="${id}"${more}>${inner}</trans-unit>`;
    const { texts, findings } = readXliff(
      `<xliff version="1.2"><file source-language="en" target-language="kk"><body>${unit('1', '<source>Language: kk</source><target>Language: kk</target>', ' restype="x-gettext-domain-header"')}${unit('2', '<source>A horse</source><target>Ат</target>')}</body></file></xliff>`,
    );
    expect(texts.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([['A horse'], ['Ат']]);
    expect(findings).toMatchObject([{ code: 'units-skipped', count: 1 }]);
  });
});
