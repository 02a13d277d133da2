import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTbx } from '#core/glossary/tbx-read.ts';
import { writeTbx } from '#core/glossary/tbx-write.ts';
import type { TermContent } from '#core/glossary/tsv.ts';
import { termContents } from './term-contents.ts';

const problems = (text: string): [number, string, string][] =>
  readTbx(text, 'kk').problems.map(({ line, code, detail }) => [line, code, detail]);

/** A termbase as another program writes it, with these entries. */
const v3 = (entries: string, style = 'dca'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>elsewhere</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${entries}
</body></text></tbx>`;

const council: TermContent = {
  language: 'kk',
  headword: 'кеңес',
  category: 'institution',
  glosses: { en: ['council', 'soviet'], ru: ['совет'] },
  notes: { en: 'An elected body.\nOften of workers.' },
  partOfSpeech: 'noun',
};

describe('reading a termbase', () => {
  test('[T1] [T3] [T5] takes TBX v3 in DCA style, with the headword in the language asked for', () => {
    const text = v3(`<conceptEntry id="c1">
      <descrip type="subjectField">institution</descrip>
      <descripGrp><descrip type="definition">An elected body.</descrip><admin type="source"></admin></descripGrp>
      <langSec xml:lang="en"><note>Often of workers.</note>
        <termSec><term>council</term></termSec><termSec><term>soviet</term></termSec></langSec>
      <langSec xml:lang="ru"><termSec><term>совет</term></termSec></langSec>
      <langSec xml:lang="KK"><termSec><term>кеңес</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
    </conceptEntry>`);
    expect(readTbx(text, 'kk')).toEqual({ terms: [council], problems: [], languages: ['en', 'ru', 'kk'] });
  });

  test('[T1] takes TBX v3 in DCT style', () => {
    const text = v3(
      `<conceptEntry id="c1"><min:subjectField>Institution</min:subjectField>
      <langSec xml:lang="kk"><termSec><term>кеңес</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
      <langSec xml:lang="en"><basic:definition>An elected body.</basic:definition><note>Often of workers.</note>
        <termSec><term>council</term></termSec><termSec><term>soviet</term></termSec></langSec>
      <langSec xml:lang="ru"><termSec><term>совет</term></termSec></langSec></conceptEntry>`,
      'dct',
    );
    expect(readTbx(text, 'kk').terms).toEqual([council]);
  });

  test('[T1] takes TBX v2, with its document type and its groups of terms', () => {
    const text = `<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>elsewhere</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="1"><descrip type="subjectField">institution</descrip>
<langSet xml:lang="kk"><ntig><termGrp><term>кеңес</term><termNote type="partOfSpeech">noun</termNote></termGrp><descrip type="context">Кеңес болды.</descrip></ntig></langSet>
<langSet xml:lang="en"><descrip type="definition">An elected body.</descrip><note>Often of workers.</note>
<tig><term>council</term></tig><tig><term><hi>sov</hi>iet</term></tig></langSet>
<langSet xml:lang="ru"><tig><term>совет</term></tig></langSet></termEntry></body></text></martif>`;
    expect(readTbx(text, 'kk')).toMatchObject({ terms: [{ ...council, context: 'Кеңес болды.' }], problems: [] });
  });

  test('takes what explains a term for a note, whatever other programs call it', () => {
    const text = v3(`<conceptEntry><descrip>a word</descrip><langSec xml:lang="kk">
      <descripGrp><descrip type="explanation">liquid</descrip></descripGrp>
      <termSec><term>су</term></termSec></langSec></conceptEntry>`);
    expect(readTbx(text, 'kk').terms).toMatchObject([{ headword: 'су', notes: { en: 'a word', kk: 'liquid' } }]);
  });

  test('takes the first language of an entry that has none of the headwords', () => {
    const text = v3(
      '<conceptEntry><langSec xml:lang="en_us"><termSec><term>council</term></termSec></langSec></conceptEntry>',
    );
    expect(readTbx(text, 'kk').terms).toMatchObject([{ language: 'en-us', headword: 'council' }]);
  });

  test.each<[string, string, [number, string, string][]]>([
    ['an entry without a term', v3('<conceptEntry id="c7"/>'), [[6, 'missing-headword', 'c7']]],
    [
      'a language that is none',
      v3(
        '<conceptEntry><langSec xml:lang="Қазақша"/><langSec xml:lang="kk"><termSec><term>а</term></termSec></langSec></conceptEntry>',
      ),
      [[6, 'bad-language', 'Қазақша']],
    ],
    [
      '[T7] what has no place and cannot be kept, once',
      v3(
        `<conceptEntry>
<langSec xml:lang="kk"><termSec><term>а</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>b</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
<termSec><term>c</term><min:partOfSpeech>verb</min:partOfSpeech></termSec></langSec></conceptEntry>`,
      ),
      [[8, 'left-out', 'partOfSpeech (2)']],
    ],
    ['XML that is no termbase', '<?xml version="1.0"?>\n<html/>', [[2, 'not-tbx', 'html']]],
  ])('names %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each<[string, string]>([
    ['a tag that is not closed', '<tbx>\n<text>\n</tbx>'],
    ['an empty file', ''],
    ['no XML at all', 'headword\ten'],
    ['an entity of its own', '<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx>&a;</tbx>'],
    ['an entity from outside', '<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tbx>&a;</tbx>'],
    ['elements without end', '<tbx>'.repeat(100_000)],
  ])('[T6] refuses %s whole, and says where', (_, text) => {
    const { terms, problems: found } = readTbx(text, 'kk');
    expect(terms).toEqual([]);
    expect(found).toEqual([
      { line: expect.any(Number) as number, code: 'broken-xml', detail: expect.stringMatching(/./) as string },
    ]);
  });

  test('sets no field that only the library sets, and never reaches the prototype', () => {
    const text = v3(`<conceptEntry><langSec xml:lang="kk"><termSec><term>а</term>
      <admin type="__proto__">x</admin><admin type="id">x</admin><admin type="modified">x</admin>
      <admin type="projectSubset">egiz:field=__proto__=x</admin><admin type="projectSubset">egiz:field=id=x</admin>
      </termSec></langSec></conceptEntry>`);
    const [term] = readTbx(text, 'kk').terms;
    // They are kept for the file only.
    const { foreign, ...own } = { ...term };
    expect(own).toEqual({ language: 'kk', headword: 'а', category: 'word', glosses: {}, notes: {} });
    expect(foreign).toMatchObject({ tbx: { terms: [{ term: 'а' }] } });
    expect(Object.getPrototypeOf(term)).toBe(Object.prototype);
  });

  test('never throws, whatever the file', () => {
    const parts = [
      '<tbx>',
      '</tbx>',
      '<conceptEntry>',
      '</conceptEntry>',
      '<langSec xml:lang="kk">',
      '</langSec>',
      '<term>',
      'а',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())), (all) => {
        expect(readTbx(all.join(''), 'kk').terms).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('writing a termbase', () => {
  test.each(['dca', 'dct'] as const)('[T2] in style %s, then reading gives the same terms', (style) => {
    fc.assert(
      fc.property(fc.array(termContents), (terms) => {
        const { terms: read, problems: none } = readTbx(writeTbx(terms, 'en', style), 'kk');
        expect(none).toEqual([]);
        expect(read).toEqual(terms);
      }),
    );
  });

  test('[T4] follows TBX-Basic: data categories by their elements, the rest as a subset of the project', () => {
    const text = writeTbx([{ ...council, notes: {}, level: '3', 'a=b': 'c' }], 'en');
    expect(text).toContain('<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">');
    expect(text).toContain('<descrip type="subjectField">institution</descrip>');
    expect(text).toContain('<termNote type="partOfSpeech">noun</termNote>');
    expect(text).toContain('<admin type="projectSubset">egiz:level=3</admin>');
    expect(text).toContain('<admin type="projectSubset">egiz:field=a%3Db=c</admin>');
  });

  test('[T7] keeps what another program says, where it said it', () => {
    const text = v3(
      `<conceptEntry id="IATE-84"><descrip type="subjectField">institution</descrip><transacGrp><transac type="transactionType">origination</transac><date>2020-01-01</date></transacGrp><xref type="externalCrossReference" target="https://example.org/84">more</xref>
<langSec xml:lang="kk"><admin type="source">a &amp; b</admin><termSec><term>кеңес</term><transacGrp><transac type="transactionType">modification</transac></transacGrp></termSec></langSec>
<langSec xml:lang="en"><ref target="c2">see</ref><termSec><term>council</term><termNote type="partOfSpeech">noun</termNote><termNote type="grammaticalNumber">singular</termNote></termSec></langSec></conceptEntry>
<conceptEntry id="IATE-84b"><langSec xml:lang="kk"><termSec><term>қала</term></termSec></langSec></conceptEntry>`,
    );
    const { terms, problems: none } = readTbx(text, 'kk');
    expect(none).toEqual([]);
    const written = writeTbx(terms, 'en');
    for (const said of [
      '<conceptEntry id="IATE-84">',
      '<conceptEntry id="IATE-84b">',
      '<transac type="transactionType">origination</transac><date>2020-01-01</date>',
      '<xref type="externalCrossReference" target="https://example.org/84">more</xref>',
      '<transac type="transactionType">modification</transac>',
      '<ref target="c2">see</ref>',
      '<termNote type="grammaticalNumber">singular</termNote>',
    ]) {
      expect(written).toContain(said);
    }
    expect(written.indexOf('<ref target')).toBeGreaterThan(written.indexOf('<langSec xml:lang="en">'));
    expect(readTbx(written, 'kk').terms).toEqual(terms);
    // What is no XML any more, or has the id of another entry, does no harm.
    const broken = terms.map((term) => ({ ...term, foreign: { tbx: { id: 'same', concept: ['</tbx>', '<a>'] } } }));
    expect(readTbx(writeTbx(broken, 'en'), 'kk').terms.map(({ headword }) => headword)).toEqual(['кеңес', 'қала']);
    expect(writeTbx(broken, 'en')).not.toContain('<a>');
  });

  test('leaves out characters that XML cannot hold', () => {
    const text = writeTbx([{ ...council, headword: 'ке\u0000ң\uD800ес' }], 'en');
    expect(readTbx(text, 'kk').terms[0]?.headword).toBe('кеңес');
  });
});
