import { describe, expect, test } from 'vitest';
import { FormatError } from '#core/formats/format-error.ts';
import type { ImportedBlock } from '#core/formats/imported.ts';
import { readFile } from '#main/formats/read-file.ts';
import { readPdf } from '#main/formats/pdf/read-pdf.ts';
import { column, pdf } from '../../../../fixtures/formats/pdf.ts';

const read = (bytes: Uint8Array) => readPdf(bytes, () => undefined);
const shape = (blocks: readonly ImportedBlock[] | undefined): [string, string][] =>
  (blocks ?? []).map(({ type, text }) => [type, text]);

describe('a PDF', () => {
  test('has paragraphs by indents and distances, headings by size, and words divided at the end of a line joined', async () => {
    const page = [
      { text: 'Қазан төңкерісі', x: 60, y: 760, size: 18 },
      ...column(
        [
          '   Уақытша үкімет халықтың күткен аграрлық мәселе-',
          'сін шеше алмады, бұл халықтың наразылығын күшей-',
          'тті.',
        ],
        60,
        700,
      ),
      ...column(['Ұлттық құрылыс басталды, бұл жаңа кезең еді деп', 'айтылады.'], 80, 664).map((one, at) =>
        at === 1 ? { ...one, x: 60 } : one,
      ),
      ...column(['Соңғы абзац бөлек тұр.'], 60, 600),
    ];
    const { texts, findings } = await read(pdf([page]));
    expect(shape(texts[0]?.blocks)).toEqual([
      ['heading', 'Қазан төңкерісі'],
      ['text', 'Уақытша үкімет халықтың күткен аграрлық мәселесін шеше алмады, бұл халықтың наразылығын күшейтті.'],
      ['text', 'Ұлттық құрылыс басталды, бұл жаңа кезең еді деп айтылады.'],
      ['text', 'Соңғы абзац бөлек тұр.'],
    ]);
    expect(findings.map(({ code, kind, count }) => [code, kind, count])).toEqual([
      ['lines-joined', 'guessed', 3],
      ['hyphens-joined', 'guessed', 2],
    ]);
  });

  test('in two columns is read column by column, under a title that spans both', async () => {
    const left = [
      'Left one goes on with',
      'left two and on with',
      'left three and with',
      'left four and so with',
      'left ends.',
    ];
    const right = [
      'Right one goes on to',
      'right two and on to',
      'right three and to',
      'right four and so to',
      'right ends.',
    ];
    const page = [
      { text: 'A title that spans both of the columns of this page', x: 60, y: 780, size: 16 },
      ...column(left, 60, 700),
      ...column(right, 320, 700),
    ];
    const { texts, findings } = await read(pdf([page]));
    expect(texts[0]?.blocks.map(({ text }) => text)).toEqual([
      'A title that spans both of the columns of this page',
      left.join(' '),
      right.join(' '),
    ]);
    expect(findings[0]).toMatchObject({ code: 'columns-guessed', kind: 'guessed', place: { page: 1 } });
  });

  test('loses running heads and page numbers, and keeps a paragraph that goes on over a page', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: `Chapter of a book ${number}`, x: 60, y: 810, size: 9 },
      ...column(lines, 60, 750),
      { text: String(number), x: 290, y: 30, size: 9 },
    ];
    const { texts, findings } = await read(
      pdf([
        page(11, ['The first line of a paragraph that goes on and', 'on over the end of the page without an']),
        page(12, ['end of its sentence, and only here does it end', 'at last.']),
        page(13, ['Another that is alone on its page.']),
      ]),
    );
    expect(texts[0]?.blocks.map(({ text }) => text)).toEqual([
      'The first line of a paragraph that goes on and on over the end of the page without an end of its sentence, and only here does it end at last.',
      'Another that is alone on its page.',
    ]);
    expect(findings).toContainEqual({ code: 'running-heads-dropped', kind: 'dropped', count: 6 });
  });

  test('has its notes after the paragraph that they interrupt', async () => {
    const { texts } = await read(
      pdf([
        [
          ...column(['A long text that goes on and on over the page', 'and does not end before'], 60, 750),
          ...column(['1 A note.'], 60, 80, 7),
        ],
        [...column(['the next page, where it ends.'], 60, 750), ...column(['The last one of all.'], 60, 700)],
      ]),
    );
    expect(shape(texts[0]?.blocks)).toEqual([
      ['text', 'A long text that goes on and on over the page and does not end before the next page, where it ends.'],
      ['note', '1 A note.'],
      ['text', 'The last one of all.'],
    ]);
  });

  test('says its title, author and language, unless the title is the name of a file or the address of a page', async () => {
    const about = (title: string): string => `/Title (${title}) /Author (A. B.)`;
    const text = [column(['Text.'], 60, 700)];
    const said = await read(pdf(text, { info: about('October'), catalog: '/Lang (kk-KZ)' }));
    expect(said.texts[0]).toMatchObject({ title: 'October', author: 'A. B.', language: 'kk-KZ' });
    expect((await read(pdf(text, { info: about('report.docx') }))).texts[0]?.title).toBeNull();
    expect((await read(pdf(text, { info: about('about:blank') }))).texts[0]?.title).toBeNull();
  });

  test.each([
    ['of pictures of pages', pdf([[], []]), 'empty'],
    ['that is encrypted', pdf([column(['Text.'], 60, 700)], { trailer: encrypted() }), 'protected'],
    ['that is cut short to nothing', Buffer.from('%PDF-1.7\nnothing'), 'damaged'],
  ] as const)('%s is refused', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(FormatError);
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  test('is known by its first bytes, and runs no script', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.harmed = true) >>';
    const file = await readFile(
      'a.bin',
      pdf([column(['Уақытша үкімет халықтың мәселесін шеше алмады.'], 60, 700)], { catalog: script }),
    );
    expect(file).toMatchObject({ format: 'pdf', imported: { texts: [{ language: 'kk' }] } });
    expect('harmed' in globalThis).toBe(false);
  });
});

function encrypted(): string {
  const key = `<${'00'.repeat(32)}>`;
  return `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
}
