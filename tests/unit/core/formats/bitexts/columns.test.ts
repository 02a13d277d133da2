import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isColumnText, readColumns, writeColumns } from '#core/formats/columns.ts';
import { bitextIn, shapeOf, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';
import { mutationsSurvived } from '../../../../fixtures/formats/mutate.ts';

const lfAligner = 'Бірінші сөз.\tThe first word.\tbook.txt\nЕкінші "сөз".\t\tbook.txt\n\tOnly English.\tbook.txt\n';
const hunalign = 'Бір. ~~~ Екі.\tOne and two.\t0.8\n<p>\t<p>\t0\nҮш.\tThree.\t-0.3\n';
const sheet = '\uFEFFen-US;kk;RU\r\n"One; ""two""";Бір;Один\r\nThree;;Три\r\n';

describe('a bitext in columns', () => {
  it('[C1] gives back what a table can hold', () => {
    fc.assert(
      fc.property(someWork({ marks: [], types: ['text'] }), (work) => {
        const without = ['languages', 'sections'];
        const read = shapeOf(workOf(readColumns(writeColumns(bitextIn(work)))), without) as Record<string, unknown>;
        const written = shapeOf(work, without) as Record<string, unknown>;
        // A table does not say that something was left out on purpose.
        expect(JSON.parse(JSON.stringify(read).replaceAll('"intended":true', '"intended":false'))).toEqual(
          JSON.parse(JSON.stringify(written).replaceAll('"intended":true', '"intended":false')),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('[C2] reads LF Aligner’s files, which have no head', () => {
    const { texts, links, findings } = readColumns(lfAligner);
    expect(texts.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([
      ['Бірінші сөз.', 'Екінші "сөз".'],
      ['The first word.', 'Only English.'],
    ]);
    expect(links[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[1], []],
      [[], [1]],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['columns-guessed']);
  });

  it('[C3] reads hunalign’s text, with how good its rows are', () => {
    const { texts, links } = readColumns(hunalign);
    expect(texts[0]?.blocks.map(({ text }) => text)).toEqual(['Бір.', 'Екі.', 'Үш.']);
    expect(links[0]?.beads).toEqual([
      { source: [0, 1], target: [0], status: 'auto', confidence: 0.8 },
      { source: [2], target: [1], status: 'auto', confidence: 0 },
    ]);
  });

  it('[C4] reads a spreadsheet of several languages by its head', () => {
    const { texts, links } = readColumns(sheet);
    expect(texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      ['en-US', ['One; "two"', 'Three']],
      ['kk', ['Бір']],
      ['ru', ['Один', 'Три']],
    ]);
    expect(links.map(({ between }) => between)).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it.each([
    ['nothing', '', 'there is no row in it'],
    ['one column', 'a\nb\n', 'no two columns of text'],
    ['numbers', '1\t2\n3\t4\n', 'no two columns of text'],
    ['a head alone', 'kk\ten\n', 'no row of it has a text'],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readColumns(text)).toThrow(message);
  });

  it('ends in text or in a clear error however it is damaged', () => {
    for (const sample of [lfAligner, hunalign, sheet]) expect(mutationsSurvived(sample, readColumns)).toBe(300);
  });
});

describe('a table of another program', () => {
  it('has its texts where its head says source and target', () => {
    const { texts } = readColumns('"location","source","target"\n"a.c:1","The steppe","Дала"\n"","A horse","Ат"\n');
    expect(texts.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([
      ['The steppe', 'A horse'],
      ['Дала', 'Ат'],
    ]);
  });
});

describe('a table of Bitextor', () => {
  const rows = [
    'https://a.kz/1\thttps://a.kz/2\tАбай келді.\tAbai came.\t0.91',
    'https://a.kz/1\thttps://a.kz/2\tОл отырды.\tHe sat.\t0.81',
  ];

  it.each([
    ['without a head', rows],
    ['with a head', ['url1\turl2\tsrc_text\ttrg_text\tbleualign_score', ...rows]],
    ['with another head', ['src_url\ttrg_url\tsrc-text\ttrg-text\tbicleaner_ai_score', ...rows]],
  ])('[C2] %s has its sentences as texts, not its addresses', (_, lines) => {
    const read = readColumns(lines.join('\n'));
    expect(read.texts.map(({ language, blocks }) => [language, blocks.map(({ text }) => text)])).toEqual([
      [null, ['Абай келді.', 'Ол отырды.']],
      [null, ['Abai came.', 'He sat.']],
    ]);
    expect(read.links[0]?.beads.map(({ confidence }) => confidence)).toEqual([0.91, 0.81]);
  });

  it('[C3] has no number of a row as how sure it is', () => {
    const read = readColumns('1\tАт\tA horse\n2\tІт\tA dog');
    expect(read.links[0]?.beads.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  });
});

describe('a text', () => {
  it.each([
    ['of LF Aligner', 'Абай келді.\tAbai came.\tbook.txt\nОл отырды.\tHe sat.\tbook.txt\nҮш.\t\tbook.txt\n'],
    ['of two columns', 'Абай келді.\tAbai came.\r\nОл отырды.\tHe sat.\r\n'],
    ['whose first cell is empty', 'Abai came.\nОл отырды.\tHe sat.\nҮш.\tThree.'],
    ['that addresses begin', 'https://a\tАт\tA horse\nhttps://a\tІт\tA dog'],
  ])('%s is one of columns', (_, text) => {
    expect(isColumnText(text, false)).toBe(true);
  });

  it.each([
    ['with indents', '\tАбай келді.\n\tОл отырды.\n'],
    ['whose lines have other tabs', 'Абай\tкелді.\nОл отырды.\nҮш\tат\tбар'],
    ['of contents', 'Бірінші тарау\t5\nЕкінші тарау\t12\n'],
    ['of a play', 'Абай\tКелдім.\nЕрбол\tКел.\nАбай\tОтыр.\nЕрбол\tОтырдым.\nАбай\tЖақсы.\n'],
    ['of one line', 'Абай\tAbai'],
    ['of numbered lines', '1.\tАбай келді.\n2.\tОл отырды.'],
  ])('%s is not', (_, text) => {
    expect(isColumnText(text, false)).toBe(false);
  });
});
