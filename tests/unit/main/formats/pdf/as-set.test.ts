import { describe, expect, test } from 'vitest';
import type { ImportedBlock } from '#core/formats/imported.ts';
import { readPdf } from '#main/formats/pdf/read-pdf.ts';
import { column, pdf, type PdfText } from '../../../../fixtures/formats/pdf.ts';

type More = Parameters<typeof pdf>[1];

async function blocks(pages: readonly (readonly PdfText[])[], more: More = {}): Promise<readonly ImportedBlock[]> {
  return (await readPdf(pdf(pages, more), () => undefined)).texts[0]?.blocks ?? [];
}
const shape = (found: readonly ImportedBlock[]): [string, string][] => found.map(({ type, text }) => [type, text]);

/** Lines of 70 letters, so full that no word of the next one would have had room. */
const full = (count: number, word = 'толқын'): string[] =>
  Array.from({ length: count }, () => `${word} `.repeat(10).slice(0, 69).trimEnd().padEnd(69, 'а'));
const prose = (x: number, y: number, last = 'соңы.', size = 10): PdfText[] => column([...full(3), last], x, y, size);

describe('a PDF as it is set', () => {
  test('keeps bold and italic by the names of its fonts, over the end of a line', async () => {
    const [one] = await blocks([
      [
        { text: 'сөз '.repeat(14), x: 60, y: 700, size: 10 },
        { text: 'бірінші', x: 340, y: 700, size: 10, font: 'italic' },
        { text: 'екінші', x: 60, y: 688, size: 10, font: 'italic' },
        { text: ' соңғы', x: 90, y: 688, size: 10, font: 'bold' },
        ...column(full(3), 60, 676),
      ],
    ]);
    const marked = one?.marks.map(({ type, start, end }) => [type, one.text.slice(start, end).trim()]);
    expect(marked).toContainEqual(['strong', 'соңғы']);
    expect(marked).toContainEqual(['emphasis', 'бірінші екінші']);
  });

  test('has verse where lines end though the next word had room, a block a stanza', async () => {
    const found = await blocks([
      [
        ...prose(60, 760),
        ...column(
          ['Қараңғы түнде тау қалғып,', 'Ұйқыға кетер балбырап.', 'Даланы жым-жырт қып,', 'Түн басады салбырап.'],
          60,
          690,
        ),
        ...column(['Шаң шығармас жол дағы,', 'Сыбдырламас жапырақ,', 'Тыншығарсың сен дағы.'], 60, 620),
        ...prose(60, 560),
      ],
    ]);
    expect(found.map(({ type }) => type)).toEqual(['text', 'verse', 'verse', 'text']);
    expect(found[1]?.text.split('\n')).toHaveLength(4);
  });

  test('has a quote where all lines stand apart from the edge', async () => {
    const quote = column(
      [
        'бір екі үш төрт бес алты жеті сегіз тоғыз он бір',
        'екі үш төрт бес алты жеті сегіз тоғыз он бір екі',
        'үш төрт.',
      ],
      90,
      690,
    );
    const found = await blocks([[...prose(60, 760), ...quote, ...prose(60, 620)]]);
    expect(found.map(({ type }) => type)).toEqual(['text', 'quote', 'text']);
  });

  test('has its notes tied to the raised numbers, without the number', async () => {
    const found = await blocks(
      [
        [
          ...prose(60, 760, 'соңғы сөз'),
          { text: '1', x: 105, y: 727.5, size: 6 },
          ...prose(60, 690),
          { text: '1', x: 60, y: 103, size: 5 },
          { text: 'Түсінік осында', x: 64, y: 100, size: 8 },
          { text: 'жалғасады.', x: 60, y: 90, size: 8 },
        ],
      ],
      { draw: '60 115 m 180 115 l S' },
    );
    expect(found.map(({ type }) => type)).toEqual(['text', 'note', 'text']);
    expect(found[1]).toMatchObject({ text: 'Түсінік осында жалғасады.', key: 'note-1' });
    expect(found[0]?.marks).toEqual([expect.objectContaining({ type: 'note', note: 'note-1' })]);
  });

  test('has headings as its outline says, and names its sections where no heading does', async () => {
    const objects = [
      '<< /Type /Outlines /First 2 0 R /Last 4 0 R /Count 3 >>',
      '<< /Title (Part) /Parent 1 0 R /Next 4 0 R /Dest [0 /XYZ 0 800 0] /First 3 0 R /Last 3 0 R >>',
      '<< /Title (Chapter) /Parent 2 0 R /Dest [0 /XYZ 0 700 0] >>',
      '<< /Title (Unnamed) /Parent 1 0 R /Prev 2 0 R /Dest [1 /XYZ 0 800 0] >>',
    ];
    const pages = [
      [
        { text: 'Part', x: 60, y: 790, size: 10 },
        ...prose(60, 750),
        { text: 'Chapter', x: 60, y: 690, size: 10 },
        ...prose(60, 650),
      ],
      prose(60, 760),
    ];
    const found = await blocks(pages, { objects, catalog: '/Outlines 1 0 R' });
    expect(found.map(({ type, level, section }) => [type, level, section?.title])).toEqual([
      ['heading', 1, undefined],
      ['text', undefined, undefined],
      ['heading', 2, undefined],
      ['text', undefined, undefined],
      ['text', undefined, 'Unnamed'],
    ]);
  });

  test('is read by its tags where it has them, whatever its lines look like', async () => {
    const objects = [
      '<< /Type /StructTreeRoot /K 2 0 R /ParentTree << /Nums [0 [3 0 R 4 0 R 4 0 R]] >> >>',
      '<< /Type /StructElem /S /Document /P 1 0 R /K [3 0 R 4 0 R] >>',
      '<< /Type /StructElem /S /H2 /P 2 0 R /Pg 16 0 R /K [0] >>',
      '<< /Type /StructElem /S /P /P 2 0 R /Pg 16 0 R /K [1 2] >>',
    ];
    const page: PdfText[] = [
      { text: 'екінші бөлігі.', x: 60, y: 600, size: 10, content: 2 },
      { text: 'Тақырып', x: 60, y: 700, size: 10, content: 0 },
      { text: full(1)[0] ?? '', x: 60, y: 650, size: 10, content: 1 },
    ];
    const found = await blocks([page], {
      objects,
      catalog: '/StructTreeRoot 1 0 R /MarkInfo << /Marked true >>',
      page: '/StructParents 0',
    });
    expect(found.map(({ type, level }) => [type, level])).toEqual([
      ['heading', 2],
      ['text', undefined],
    ]);
    expect(found[1]?.text).toMatch(/екінші бөлігі\.$/u);
  });

  test('has the addresses of its links, to the web only', async () => {
    const annotation = (y: number, address: string): string =>
      `<< /Type /Annot /Subtype /Link /Rect [80 ${y - 3} 110 ${y + 9}] /A << /S /URI /URI (${address}) >> >>`;
    const found = await blocks(
      [column(['Осы мекен жай туралы айтылады.', '', 'Осы мекен жай туралы айтылады.'], 60, 700)],
      {
        page: `/Annots [${annotation(700, 'https://example.kz/a')} ${annotation(676, 'javascript:x')}]`,
      },
    );
    expect(
      found.flatMap(({ text, marks }) => marks.map(({ href, start, end }) => [href, text.slice(start, end).trim()])),
    ).toEqual([['https://example.kz/a', 'мекен']]);
  });

  test('has tables as rows, and lists with their signs', async () => {
    const row = (cells: readonly string[], y: number): PdfText[] =>
      cells.map((text, at) => ({ text, x: 60 + at * 100, y, size: 10 }));
    const found = await blocks([
      [
        ...prose(60, 760),
        ...row(['Аты', 'Жылы', 'Жері'], 690),
        ...row(['Абай', '1845', 'Семей'], 678),
        ...row(['Мұхтар', '1897', 'Абай'], 666),
        { text: '•', x: 70, y: 620, size: 10 },
        { text: 'бірінші', x: 85, y: 620, size: 10 },
        { text: '\uF0B7', x: 70, y: 608, size: 10 },
        { text: 'екінші', x: 85, y: 608, size: 10 },
      ],
    ]);
    expect(shape(found).slice(1)).toEqual([
      ['text', 'Аты | Жылы | Жері'],
      ['text', 'Абай | 1845 | Семей'],
      ['text', 'Мұхтар | 1897 | Абай'],
      ['text', '• бірінші'],
      ['text', '• екінші'],
    ]);
  });

  test('puts a large first letter before the rest of its word', async () => {
    const found = await blocks([
      [
        { text: 'Т', x: 60, y: 688, size: 30 },
        ...column(
          [
            'аңертең ерте ол далаға шықты да, ұзақ қарап тұрды, сонан кейін',
            'үйге қайтып келіп, отырды да, хат жаза бастады, бірақ ештеңе тіпті',
          ],
          76,
          700,
        ),
        ...column(full(3), 60, 676),
      ],
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toMatch(/^Таңертең ерте/u);
  });

  test('is read from right to left where it is so written', async () => {
    const found = await blocks([
      [
        { text: 'سوز', x: 300, y: 700, size: 10 },
        { text: '1917', x: 270, y: 700, size: 10 },
        { text: 'جىل', x: 240, y: 700, size: 10 },
      ],
    ]);
    expect(found[0]?.text.split(' ')[1]).toBe('1917');
    expect(found[0]?.text.split(' ')).toHaveLength(3);
  });

  test('says how many of its pages are pictures, and leaves out a printed table of contents', async () => {
    const contents = column(
      [
        'Мазмұны',
        'Бірінші тарау . . . . . . . . . . 5',
        'Екінші тарау . . . . . . . . . . 17',
        'Үшінші тарау . . . . . . . . . . 29',
      ],
      60,
      700,
    );
    const { texts, findings } = await readPdf(pdf([contents, [], prose(60, 700)]), () => undefined);
    expect(texts[0]?.blocks).toHaveLength(1);
    expect(findings).toContainEqual({ code: 'contents-dropped', kind: 'dropped', count: 4 });
    expect(findings).toContainEqual({ code: 'pages-without-text', kind: 'dropped', count: 1, place: { page: 2 } });
  });

  test('is read as it stands where a page is turned', async () => {
    const turned = `BT /Fplain 10 Tf 0 1 -1 0 300 60 Tm <${hex('Бұрылған бет')}> Tj ET BT /Fplain 10 Tf 0 1 -1 0 312 60 Tm <${hex('мәтіні осы.')}> Tj ET`;
    const found = await blocks([[]], { draw: turned });
    expect(
      found
        .map(({ text }) => text)
        .join(' ')
        .replace('\n', ' '),
    ).toBe('Бұрылған бет мәтіні осы.');
  });
});

function hex(text: string): string {
  return Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}
