import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBitext } from '#core/formats/bitext.ts';
import { readTei } from '#core/formats/tei/read.ts';
import { writeTei } from '#core/formats/tei/write.ts';
import { bitextIn, shapeOf, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';
import { mutationsSurvived } from '../../../../fixtures/formats/mutate.ts';

/** A corpus of two texts with links between sentences, as InterText and TEI's guidelines have it. */
const corpus = `<?xml version="1.0"?><teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Корпус</title></titleStmt></fileDesc></teiHeader>
<TEI xml:lang="kaz"><teiHeader><fileDesc><titleStmt><title>Қыс</title><author>Абай</author></titleStmt></fileDesc></teiHeader><text><body><div><head>Бірінші</head>
<p xml:id="k1"><s xml:id="k1.1">Ақ киімді.</s>
 <s xml:id="k1.2">Денелі<note n="1" xml:id="kn">Түсінік.</note>.</s></p><pb n="2"/><lg xml:id="k2"><l>Ақ сақалды</l><l>соқыр мылқау</l></lg></div></body></text></TEI>
<TEI xml:lang="eng"><text><body><p xml:id="e1">White <choice><sic>clothd</sic><corr>clothed</corr></choice>.</p><p xml:id="e2" rend="indent">Portly <hi rend="italic">he</hi> is.</p></body></text>
<linkGrp type="alignment"><link target="#k1.1 #e1"/><link target="#k1.2 #e2"/></linkGrp></TEI></teiCorpus>`;

/** Divisions in two languages side by side, tied by \`corresp\`, as editions of letters are made. */
const divisions = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div xml:lang="kk"><p xml:id="a1">Сәлем!</p><quote><p xml:id="a2">Сөз</p></quote></div>
<div xml:lang="en"><p xml:id="b1" corresp="#a1">Hello!</p><p xml:id="b2" corresp="#a2">Word</p><p>More</p></div></body></text></TEI>`;

describe('a bitext in TEI', () => {
  it('[E1] gives back what was written', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (work) => {
        expect(shapeOf(workOf(readTei(writeTei(bitextIn(work)))))).toEqual(shapeOf(work));
      }),
      { numRuns: 300 },
    );
  });

  it('[E2] keeps the texts whole where links that nobody confirmed are left out', () => {
    fc.assert(
      fc.property(someWork(), (work) => {
        const read = readTei(writeTei(bitextIn(work), { ...wholeBitext, includeUnconfirmed: false }));
        expect(shapeOf(workOf(read), ['beads'])).toEqual(shapeOf(work, ['beads']));
        expect(read.links.flatMap(({ beads }) => beads).every(({ status }) => status === 'confirmed')).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('[E3] reads a corpus whose sentences are linked: their paragraphs stand beside each other', () => {
    const { texts, links } = readTei(corpus);
    expect(
      texts.map(({ language, title, author, blocks }) => [
        language,
        title,
        author,
        blocks.map(({ type, text }) => [type, text]),
      ]),
    ).toEqual([
      [
        'kk',
        'Қыс',
        'Абай',
        [
          ['heading', 'Бірінші'],
          ['text', 'Ақ киімді. Денелі1.'],
          ['note', 'Түсінік.'],
          ['verse', 'Ақ сақалды\nсоқыр мылқау'],
        ],
      ],
      [
        'en',
        'Корпус',
        null,
        [
          ['text', 'White clothed.'],
          ['text', 'Portly he is.'],
        ],
      ],
    ]);
    expect(texts[0]?.blocks[1]?.marks).toEqual([{ type: 'note', note: 'kn', start: 17, end: 18 }]);
    expect(links).toEqual([
      { between: [0, 1], beads: [{ source: [1], target: [0, 1], status: 'confirmed', confidence: 1 }] },
    ]);
  });

  it('[E4] reads divisions in several languages, tied by `corresp`', () => {
    const { texts, links } = readTei(divisions);
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ type }) => type)])).toEqual([
      ['kk', ['text', 'quote']],
      ['en', ['text', 'text', 'text']],
    ]);
    expect(links[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
  });

  it('[E5] keeps the header and attributes of a file that it does not know', () => {
    const written = writeTei(bitextIn(workOf(readTei(corpus))));
    expect(written).toContain('<author>Абай</author>');
    expect(written).toContain('rend="indent"');
    expect(readTei(written).texts[0]?.foreign).toEqual(readTei(corpus).texts[0]?.foreign);
  });

  it.each([
    ['another XML', '<html/>', 'its root is <html>'],
    ['one without text', '<TEI><text><body/></text></TEI>', 'there is no text in it'],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><TEI>&a;</TEI>', 'undefined entity'],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readTei(text)).toThrow(message);
  });

  it('ends in text or in a clear error however it is damaged', () => {
    for (const sample of [corpus, divisions]) expect(mutationsSurvived(sample, readTei)).toBe(300);
  });
});

describe('a TEI text of another program', () => {
  const read = (body: string) => readTei(`<TEI><text><body>${body}</body></text></TEI>`);
  const plain = (body: string): [string, string][] =>
    read(body).texts[0]?.blocks.map(({ type, text }): [string, string] => [type, text]) ?? [];

  it('has lists in lists and in paragraphs, with numbers, and items of several paragraphs', () => {
    const body =
      '<p>Мынау: <list type="ordered:arabic"><item><p>бір</p><p>жалғасы</p></item><item>екі <list><item><p>ішкі</p></item></list></item></list> болды.</p>';
    expect(plain(body)).toEqual([
      ['text', 'Мынау:'],
      ['text', '1. бір'],
      ['text', 'жалғасы'],
      ['text', '2. екі'],
      ['text', '• ішкі'],
      ['text', 'болды.'],
    ]);
    expect(read(body).findings).toEqual([]);
  });

  it('has quotations with verse inside a paragraph, titles of pictures and cells of paragraphs', () => {
    const body =
      '<p>Абай: <quote><lg><l>Қыс</l><l>Жаз</l></lg></quote> деді.</p><figure><head>Карта</head><graphic url="a.png"/><figDesc>Есіл</figDesc></figure>' +
      '<table><head>Кесте</head><row><cell><p>а</p></cell><cell><p>б</p><p>в</p></cell></row></table>';
    expect(plain(body)).toEqual([
      ['text', 'Абай:'],
      ['verse', 'Қыс\nЖаз'],
      ['text', 'деді.'],
      ['text', '[▫ Есіл]'],
      ['text', 'Карта'],
      ['text', 'Кесте'],
      ['text', 'а | б в'],
    ]);
  });

  it('has notes that stand at its end, marks of quotation that its elements stand for, and no lines of a printed page', () => {
    const body =
      '<p>Ол <q>жоқ</q> және «<q>иә</q>» деді<ref target="#n1">1</ref>, ерте<lb n="2" break="no"/>ңіне<lb n="3"/>кетті.</p><note xml:id="n1">Ескерту.</note>';
    expect(plain(body)).toEqual([
      ['text', 'Ол “жоқ” және «иә» деді1, ертеңіне кетті.'],
      ['note', 'Ескерту.'],
    ]);
    expect(read(body).texts[0]?.blocks[0]?.marks).toMatchObject([{ type: 'note', note: 'n1' }]);
  });

  it('keeps emphasis that is said by rendition', () => {
    const { texts } = read('<p>а <hi rendition="simple:italic">б</hi> <hi rend="b">в</hi></p>');
    expect(texts[0]?.blocks[0]?.marks.map(({ type }) => type)).toEqual(['emphasis', 'strong']);
  });
});
