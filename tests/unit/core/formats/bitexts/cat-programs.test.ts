import { describe, expect, it } from 'vitest';
import type { Imported } from '#core/formats/imported.ts';
import { readTmx } from '#core/formats/tmx/read.ts';
import { readXliff } from '#core/formats/xliff/read.ts';
import { writeXliff } from '#core/formats/xliff/write.ts';
import { bitextIn, workOf } from '../../../../fixtures/formats/bitexts.ts';

const core = 'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"';
const file = 'original="book.docx" source-language="kk-KZ" target-language="en-GB" datatype="x"';
const textsOf = ({ texts }: Imported): string[][] => texts.map(({ blocks }) => blocks.map(({ text }) => text));
const writtenAgain = (read: Imported): string => writeXliff(bitextIn(workOf(read)));

/** Two segments of a paragraph: a comment on a word, a change that is tracked, and what Trados says of its segments. */
const trados = `<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" ${core} sdl:version="1.0"><doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c1"><Comments xmlns=""><Comment severity="Low" user="A" date="2024-03-05T10:11:12.1234567+06:00" version="1.0">Is it his name?</Comment></Comments></cmt-def></cmt-defs></doc-info>
<file ${file}><header/><body><trans-unit id="22-bb"><source>Абай келді. Ол отырды.</source><seg-source><mrk mtype="seg" mid="1">Абай келді.</mrk> <mrk mtype="seg" mid="2">Ол отырды.</mrk></seg-source>
<target><mrk mtype="seg" mid="1"><mrk mtype="x-sdl-comment" sdl:cid="c1">Abai</mrk> came.</mrk> <mrk mtype="seg" mid="2">He <mrk mtype="x-sdl-added" sdl:revid="r">sat</mrk><mrk mtype="x-sdl-deleted" sdl:revid="s">stood</mrk>.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation" origin="tm" percent="99" locked="true"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs></trans-unit></body></file></xliff>`;

const memoq = `<xliff ${core} xmlns:mq="MQXliff"><file ${file}><body><trans-unit id="1" mq:status="ManuallyConfirmed" mq:percent="101" mq:locked="locked" mq:segmentguid="g1"><source>Абай.</source><target>Abai.</target>
<mq:comments><mq:comment id="k" time="2024-03-05T10:11:12Z" deleted="false" appliesto="Target">Is it his name?</mq:comment><mq:comment id="l" deleted="true">Gone</mq:comment></mq:comments>
<mq:minorversions><mq:historical-unit><source>Ескі</source><target>Old</target></mq:historical-unit></mq:minorversions></trans-unit></body></file></xliff>`;

/** Another attribute called version; codes in braces; a proposal; a comment. */
const phrase = `<xliff ${core} xmlns:m="http://www.memsource.com/mxlf/2.0" m:version="2.4"><file ${file}><body><group id="0" m:para-id="0">
<trans-unit id="job:0" m:score="1.01" m:confirmed="1" m:locked="true"><source>Абай {b&gt;келді&lt;b}{1}. {bi&gt;Ол&lt;bi}</source><target>Abai {b&gt;came&lt;b}{1}. {2&gt;He&lt;2}</target>
<alt-trans origin="memsource-tm" match-quality="95%"><target>Abay came</target></alt-trans><alt-trans origin="machine-trans"><target/></alt-trans><m:comment id="1" created-at="1709611872000">Is it his name?</m:comment></trans-unit>
<trans-unit id="job:1" m:confirmed="0"><source>Бар.</source><target>Go.</target></trans-unit></group></body></file></xliff>`;

/** What Okapi says in its own namespace and in that of the ITS must not be taken for XLIFF's own words. */
const okapi = `<xliff ${core} xmlns:okp="okapi-framework:xliff-extensions" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"><file ${file}><header><skl><external-file href="book.skl"/></skl></header><body>
<trans-unit id="N-tu1" resname="P1" restype="x-paragraph" translate="no" okp:wordCount="4"><source>Абай <bpt id="1" ctype="bold">&lt;r1></bpt>келді<bpt id="2" ctype="italic">&lt;r2></bpt> сол<ept id="1">&lt;/r1></ept> жерге<ept id="2">&lt;/r2></ept>.</source>
<target state="needs-review-translation" state-qualifier="leveraged-mt">Abai came there.</target><context-group><context context-type="x-row">7</context></context-group><note annotates="target">Check</note></trans-unit></body></file></xliff>`;

describe('Trados’ files', () => {
  it('[X4] have comments on their words, and changes as when all are accepted, which is said', () => {
    const read = readXliff(trados);
    expect(textsOf(read)).toEqual([['Абай келді. Ол отырды.'], ['Abai came. He sat.']]);
    expect(read.annotations).toEqual([
      {
        body: 'Is it his name?',
        created: '2024-03-05T04:11:12.123Z',
        colour: null,
        tags: [],
        targets: [{ text: 1, block: 0, start: 0, end: 4 }],
      },
    ]);
    expect(read.findings).toMatchObject([{ code: 'changes-accepted', kind: 'guessed', count: 2 }]);
  });

  it('[X4] keep their ids, and what is said of each segment', () => {
    const written = writtenAgain(readXliff(trados));
    for (const kept of ['<unit id="22-bb"', 'original="book.docx"', '>ApprovedTranslation<', '>Draft<']) {
      expect(written).toContain(kept);
    }
    expect(written).toContain('<mda:meta type="percent">99</mda:meta><mda:meta type="locked">true</mda:meta>');
    expect(writtenAgain(readXliff(written))).toBe(written);
  });
});

describe('memoQ’s files', () => {
  it('[X4] have comments, but not those that were deleted, nor older versions of their texts', () => {
    const read = readXliff(memoq);
    expect(textsOf(read)).toEqual([['Абай.'], ['Abai.']]);
    expect(read.annotations?.map(({ body, created, targets }) => [body, created, targets[0]?.text])).toEqual([
      ['Is it his name?', '2024-03-05T10:11:12Z', 1],
    ]);
    const written = writtenAgain(read);
    expect(written).toContain('<mda:meta type="mq:locked">locked</mda:meta>');
    expect(written).toContain('<mda:meta type="mq:segmentguid">g1</mda:meta>');
  });
});

describe('Phrase’s files', () => {
  it('[X4] are read by the version of XLIFF, their codes in braces as marks', () => {
    const read = readXliff(phrase);
    expect(textsOf(read)).toEqual([
      ['Абай келді. Ол', 'Бар.'],
      ['Abai came. He', 'Go.'],
    ]);
    expect(read.texts[0]?.blocks[0]?.marks).toEqual([
      { type: 'strong', start: 5, end: 10 },
      { type: 'strong', start: 12, end: 14 },
      { type: 'emphasis', start: 12, end: 14 },
    ]);
    expect(read.links[0]?.beads.map(({ status }) => status)).toEqual(['confirmed', 'auto']);
    expect(read.annotations?.map(({ body }) => body)).toEqual(['Is it his name?']);
    expect(read.findings).toEqual([]);
    expect(writtenAgain(read)).toContain('<data id="d1">{1}</data>');
  });

  it('[X4] keep scores, locks and proposals', () => {
    const written = writtenAgain(readXliff(phrase));
    expect(written).toContain('<mda:meta type="m:score">1.01</mda:meta>');
    expect(written).toContain('<mtc:match ref="#s1" matchQuality="95" origin="memsource-tm">');
    expect(written.match(/<mtc:match /gu)).toHaveLength(1);
    expect(written).toContain('<segment id="s1" state="reviewed">');
  });

  it('has braces as text where another program wrote them', () => {
    const plain = phrase.replaceAll('http://www.memsource.com/mxlf/2.0', 'urn:other');
    expect(textsOf(readXliff(plain))[0]?.[0]).toBe('Абай {b>келді<b}{1}. {bi>Ол<bi}');
  });
});

describe('Okapi’s files', () => {
  it('[X4] are read by the version of XLIFF, codes that overlap as marks that do', () => {
    expect(readXliff(okapi).texts[0]?.blocks).toMatchObject([
      {
        text: 'Абай келді сол жерге.',
        marks: [
          { type: 'strong', start: 5, end: 14 },
          { type: 'emphasis', start: 10, end: 20 },
        ],
      },
    ]);
  });

  it('[X4] keep names, states, contexts, attributes of their own and the place of their skeleton', () => {
    const written = writtenAgain(readXliff(okapi));
    for (const kept of [
      '<unit id="N-tu1" name="P1" translate="no">',
      '<skeleton href="book.skl"/>',
      '<mda:meta type="okp:wordCount">4</mda:meta>',
      '<mda:meta type="state">needs-review-translation</mda:meta>',
      '<mda:meta type="x-row">7</mda:meta>',
    ]) {
      expect(written).toContain(kept);
    }
  });
});

describe('XLIFF of several files', () => {
  it('[X4] says of each unit which file it is of, where ids are twice', () => {
    const one = (name: string, text: string): string =>
      `<file original="${name}" source-language="en" target-language="kk"><body><trans-unit id="greeting"><source>${text}</source></trans-unit></body></file>`;
    const read = readXliff(`<xliff ${core}>${one('a.strings', 'Hello')}${one('b.strings', 'Bye')}</xliff>`);
    const written = writtenAgain(read);
    expect(written).toContain('<mda:meta type="original">a.strings</mda:meta>');
    expect(written).toContain('<mda:meta type="original">b.strings</mda:meta>');
    expect(written.match(/<unit id="([^"]*)"/gu)).toEqual(['<unit id="greeting"', '<unit id="u2"']);
  });
});

describe('translation memories of several programs', () => {
  const tu = (...variants: readonly (readonly [string, string])[]): string =>
    `<tu>${variants.map(([tag, text]) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`).join('')}</tu>`;

  it('[M4] are one text where tags say the common script or a country, and another where they say another script', () => {
    const read = readTmx(
      `<!DOCTYPE tmx SYSTEM "http://www.lisa.org/tmx14.dtd"><tmx version="1.4"><header srclang="*all*"/><body>${tu(['en', 'One'], ['kk-Cyrl-KZ', 'Бір'])}${tu(['KK', 'Екі'], ['en-GB', 'Two'])}${tu(['kk-Latn', 'Úsh'], ['ru_RU', 'Три'])}</body></tmx>`,
    );
    expect(read.texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['kk-Cyrl-KZ', ['Бір', 'Екі']],
      ['en', ['One', 'Two']],
      ['kk-Latn', ['Úsh']],
      ['ru-RU', ['Три']],
    ]);
  });
});
