import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBitext } from '#core/formats/bitext.ts';
import { readTmx } from '#core/formats/tmx/read.ts';
import { writeTmx } from '#core/formats/tmx/write.ts';
import { bitextIn, shapeOf, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';
import { mutationsSurvived } from '../../../../fixtures/formats/mutate.ts';

/** As SDL Trados exports a memory: upper-case tags, its own properties, codes of formatting, dates of use. */
const trados = `<?xml version="1.0" encoding="utf-8"?>
<tmx version="1.4"><header creationtool="SDL Language Platform" creationtoolversion="8.0" o-tmf="SDL TM8 Format" datatype="xml" segtype="sentence" adminlang="en-US" srclang="en-US" creationdate="20240102T030405Z" creationid="PC\\Ana"><prop type="x-Recognizers">RecognizeAll</prop></header>
<body><tu creationdate="20240102T030405Z" creationid="PC\\Ana" changedate="20240102T030405Z" changeid="PC\\Ana" lastusagedate="20240102T030405Z" usagecount="3"><prop type="x-LastUsedBy">PC\\Ana</prop><prop type="x-ConfirmationLevel">ApprovedTranslation</prop><note>Check the name.</note>
<tuv xml:lang="kk-KZ"><seg>Алаш <bpt i="1" type="12" x="1" />ұраны<ept i="1" />.</seg></tuv>
<tuv xml:lang="en-US"><seg>The motto of <bpt i="1" type="italic" x="1">&lt;i&gt;</bpt>Alash<ept i="1">&lt;/i&gt;</ept>.</seg></tuv></tu>
<tu><tuv xml:lang="en-US"><seg>Only here</seg></tuv></tu></body></tmx>`;

/** As OmegaT writes its project memory: version 1.1, \`lang\` without a prefix, level of tags by numbers. */
const omegat = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="4.3" segtype="sentence" srclang="RU"/>
<body><tu><tuv lang="RU"><seg>Привет</seg></tuv><tuv lang="KK" changeid="a" changedate="20200101T000000Z"><seg>Сәлем</seg></tuv></tu></body></tmx>`;

/** As a multilingual memory of memoQ is: three languages, sub-flows, several sources. */
const multilingual = `<tmx version="1.4"><header creationtool="MemoQ" creationtoolversion="9" segtype="sentence" o-tmf="MemoQTM" adminlang="en-us" srclang="*all*" datatype="unknown"/>
<body><tu srclang="kk"><tuv xml:lang="ru"><seg>а</seg></tuv><tuv xml:lang="en-GB"><seg>a<ph>&lt;fn&gt;<sub>see there</sub></ph></seg></tuv><tuv xml:lang="kk"><seg>ә</seg></tuv></tu>
<tu srclang="kk"><tuv xml:lang="kk"><seg>б</seg></tuv><tuv xml:lang="en"><seg>b<ph type="lb"/>c</seg></tuv></tu></body></tmx>`;

describe('a translation memory in TMX', () => {
  it('[M1] gives back what was written, by paragraphs', () => {
    fc.assert(
      fc.property(someWork(), (work) => {
        const read = workOf(readTmx(writeTmx(bitextIn(work))));
        expect(shapeOf(read)).toEqual(shapeOf(work));
      }),
      { numRuns: 200 },
    );
  });

  it('says when a unit was changed, but not of what came with Egiz', () => {
    const [written] = fc.sample(someWork({ marks: [] }), { numRuns: 1, seed: 7 });
    if (written === undefined) throw new Error('there is no work');
    const bitext = bitextIn(written);
    const stamped = (modified: string): string =>
      writeTmx({ ...bitext, beads: bitext.beads.map((bead) => ({ ...bead, modified })) });
    expect(stamped('2026-11-23T03:25:19.123Z-0000-k3v9')).toContain('changedate="20261123T032519Z"');
    expect(stamped('0001-01-01T00:00:00.001Z-0000-corpus')).not.toContain('changedate');
  });

  it('[M1] gives back what was written, by sentences', () => {
    fc.assert(
      fc.property(someWork({ marks: [] }), (work) => {
        const written = writeTmx(bitextIn(work), { ...wholeBitext, unit: 'sentence' });
        expect(shapeOf(workOf(readTmx(written)))).toEqual(shapeOf(work));
      }),
      { numRuns: 100 },
    );
  });

  it('[M2] writes a unit for each sentence pair, which come back as one paragraph', () => {
    const block = (text: string) => ({ type: 'text' as const, text, marks: [] });
    const work = workOf({
      texts: [
        {
          title: 'a',
          author: null,
          translator: null,
          date: null,
          language: 'kk',
          blocks: [block('Бір сөз.  Екі сөз.')],
        },
        {
          title: 'b',
          author: null,
          translator: null,
          date: null,
          language: 'en',
          blocks: [block('One word. Two words.')],
        },
      ],
      links: [
        {
          between: [0, 1],
          beads: [
            {
              source: [0],
              target: [0],
              status: 'auto',
              confidence: 0.8,
              sentences: {
                counts: [2, 2],
                links: [
                  [[0], [0], 0.9],
                  [[1], [1], 0.9],
                ],
              },
            },
          ],
        },
      ],
      findings: [],
    });
    const written = writeTmx(bitextIn(work), { ...wholeBitext, unit: 'sentence' });
    expect(written.match(/<seg>[^<]*<\/seg>/gu)).toEqual([
      '<seg>Бір сөз.</seg>',
      '<seg>One word.</seg>',
      '<seg>Екі сөз.</seg>',
      '<seg>Two words.</seg>',
    ]);
    expect(shapeOf(workOf(readTmx(written)))).toEqual(shapeOf(work));
  });

  it('[M3] leaves out what nobody confirmed, if that is wanted', () => {
    fc.assert(
      fc.property(someWork(), (work) => {
        const bitext = bitextIn(work);
        const written = writeTmx(bitext, { ...wholeBitext, includeUnconfirmed: false });
        expect(written.match(/<tu /gu)?.length ?? 0).toBe(
          bitext.beads.filter(({ status }) => status === 'confirmed').length,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('[M4] tells sides apart by their language, never by their order', () => {
    const { texts, links } = readTmx(trados);
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['en-US', ['The motto of Alash.', 'Only here']],
      ['kk-KZ', ['Алаш ұраны.']],
    ]);
    expect(texts[0]?.blocks[0]?.marks).toEqual([{ type: 'emphasis', start: 13, end: 18 }]);
    expect(links[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[1], []],
    ]);
  });

  it('[M5] keeps what another program says of a unit, and shows its notes', () => {
    const read = readTmx(trados);
    const work = workOf(read);
    expect(work.annotations.map(({ body, targets }) => [body, targets.map(({ quote }) => quote.exact)])).toEqual([
      ['Check the name.', ['The motto of Alash.']],
    ]);
    const written = writeTmx(bitextIn(work));
    for (const kept of [
      'usagecount="3"',
      'lastusagedate="20240102T030405Z"',
      'creationid="PC\\Ana"',
      '<prop type="x-ConfirmationLevel">ApprovedTranslation</prop>',
      '<prop type="x-Recognizers">RecognizeAll</prop>',
      '<note>Check the name.</note>',
    ]) {
      expect(written).toContain(kept);
    }
    const again = readTmx(written);
    expect(again.links[0]?.beads[0]?.foreign).toEqual(read.links[0]?.beads[0]?.foreign);
  });

  it('[M4] reads OmegaT’s version 1.1', () => {
    const { texts, links } = readTmx(omegat);
    expect(texts.map(({ language, blocks }) => [language, blocks[0]?.text])).toEqual([
      ['ru', 'Привет'],
      ['kk', 'Сәлем'],
    ]);
    expect(links[0]?.beads).toMatchObject([{ source: [0], target: [0], status: 'confirmed', confidence: 1 }]);
  });

  it('[M4] puts the source beside each of several languages', () => {
    const { texts, links } = readTmx(multilingual);
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['kk', ['ә', 'б']],
      ['ru', ['а']],
      ['en-GB', ['a', 'see there', 'b\nc']],
    ]);
    expect(links.map(({ between, beads }) => [between, beads.map(({ source, target }) => [source, target])])).toEqual([
      [[0, 1], [[[0], [0]]]],
      [
        [0, 2],
        [
          [[0], [0, 1]],
          [[1], [2]],
        ],
      ],
    ]);
  });

  it.each([
    ['another XML', '<html/>', 'its root is <html>'],
    ['one that breaks off', '<tmx><body><tu>', 'unclosed tag'],
    ['one without text', '<tmx version="1.4"><body/></tmx>', 'no unit of it has a text'],
    [
      'entities of its own',
      '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx>&x;</tmx>',
      'undefined entity',
    ],
    ['one nested too deep', `<tmx><body>${'<tu>'.repeat(5000)}`, 'nested more than'],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readTmx(text)).toThrow(message);
  });

  it('ends in text or in a clear error however it is damaged', () => {
    for (const sample of [trados, omegat, multilingual]) expect(mutationsSurvived(sample, readTmx)).toBe(300);
  });
});
