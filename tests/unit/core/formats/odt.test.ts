import { describe, expect, test } from 'vitest';
import type { Archive } from '#core/formats/archive.ts';
import { FormatError } from '#core/formats/format-error.ts';
import type { Imported, ImportedBlock } from '#core/formats/imported.ts';
import { readFlatOdt, readOdt } from '#core/formats/odt/read-odt.ts';
import { flatDocument, openDocument } from '../../../../bench/fuzz/opendocument.ts';

const archive = (parts: Readonly<Record<string, string>>): Archive => ({
  names: new Set(Object.keys(parts)),
  text: (name) => Promise.resolve(parts[name] ?? ''),
});
const inside = (body: string, automatic = ''): string =>
  `<office:document-content><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;

async function read(body: string, automatic = '', more: Readonly<Record<string, string>> = {}): Promise<Imported> {
  return readOdt(archive({ 'META-INF/manifest.xml': '<manifest/>', 'content.xml': inside(body, automatic), ...more }));
}

async function blocks(body: string, automatic = ''): Promise<readonly ImportedBlock[]> {
  return (await read(body, automatic)).texts[0]?.blocks ?? [];
}

const shown = (list: readonly ImportedBlock[]) => list.map(({ type, level, text }) => [type, level ?? null, text]);

describe('a text of OpenDocument', () => {
  test('is read with headings, notes, lists, quotations, tables, boxes and what it says of itself', async () => {
    const { texts, findings } = await readOdt(archive(openDocument));
    expect(texts[0]).toMatchObject({ title: 'Қазан', author: 'А. Б.', language: 'kk-KZ' });
    expect(shown(texts[0]?.blocks ?? [])).toEqual([
      ['heading', 1, 'Бірінші'],
      ['text', null, 'Сөз мен1 іс.'],
      ['quote', null, 'бір\nекі'],
      ['text', null, '1. бір'],
      ['text', null, '• екі'],
      ['text', null, 'а | б'],
      ['text', null, '[▫]'],
      ['text', null, 'Қорап'],
      ['note', null, 'Түсінік.'],
    ]);
    expect(texts[0]?.blocks[1]?.marks).toEqual([
      { type: 'superscript', start: 4, end: 8 },
      { type: 'emphasis', start: 4, end: 7 },
      { type: 'note', note: 'note-1', start: 7, end: 8 },
      { type: 'link', href: 'https://e.kz/', start: 9, end: 11 },
    ]);
    expect(texts[0]?.blocks.at(-1)?.key).toBe('note-1');
    expect(findings.map(({ code, count }) => [code, count])).toEqual([
      ['changes-accepted', 1],
      ['table-as-rows', 1],
      ['images-dropped', 1],
    ]);
  });

  test('is read the same as a flat file', async () => {
    expect(readFlatOdt(flatDocument).texts).toEqual((await readOdt(archive(openDocument))).texts);
  });

  test('has headings also where a paragraph only has their style, by what that stands on', async () => {
    const automatic =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/><style:style style:name="P2" style:family="paragraph" style:parent-style-name="P3"/><style:style style:name="P3" style:family="paragraph" style:parent-style-name="P2"/>';
    const body =
      '<text:p text:style-name="Title">А</text:p><text:p text:style-name="P1">Ә</text:p><text:h text:outline-level="9">Б</text:h><text:p text:style-name="P2">В</text:p>';
    expect(shown(await blocks(body, automatic))).toEqual([
      ['heading', 1, 'А'],
      ['heading', 2, 'Ә'],
      ['heading', 6, 'Б'],
      ['text', null, 'В'],
    ]);
  });

  test('numbers lists as they are numbered: from a start, going on, and not at all in a heading', async () => {
    const automatic =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>';
    const item = (text: string, more = ''): string =>
      `<text:list-item ${more}><text:p>${text}</text:p></text:list-item>`;
    const body = `<text:list text:style-name="L">${item('а', 'text:start-value="4"')}${item('ә')}</text:list><text:p>арада</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('б')}</text:list><text:list text:style-name="L"><text:list-item><text:h text:outline-level="2">Тарау</text:h></text:list-item></text:list>`;
    expect((await blocks(body, automatic)).map(({ text }) => text)).toEqual(['4. а', '5. ә', 'арада', '6. б', 'Тарау']);
  });

  test('has verse where lines are broken by hand', async () => {
    expect(shown(await blocks('<text:p>бір<text:line-break/>екі</text:p>'))).toEqual([['verse', null, 'бір\nекі']]);
  });

  test('leaves out contents, comments, forms, scripts and links that could do harm, and says so', async () => {
    const body =
      '<office:forms><form:form/></office:forms><text:table-of-content><text:index-body><text:p>Мазмұны</text:p></text:index-body></text:table-of-content><text:p>Сөз<office:annotation><text:p>пікір</text:p></office:annotation><text:script>alert(1)</text:script> <text:a xlink:href="javascript:alert(1)">іс</text:a></text:p>';
    const { texts, findings } = await read(body, '', { 'Basic/Standard/Module1.xml': '<x/>' });
    expect(shown(texts[0]?.blocks ?? [])).toEqual([['text', null, 'Сөз іс']]);
    expect(findings.map(({ code }) => code).toSorted()).toEqual([
      'comments-dropped',
      'forms-dropped',
      'furniture-dropped',
      'link-dropped',
      'macros-dropped',
      'scripts-dropped',
    ]);
  });

  test.each([
    [
      'with a password',
      { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>', 'content.xml': '\u0001' },
      'protected',
    ],
    [
      'that is a spreadsheet',
      { 'content.xml': '<d:document-content><o:body><o:spreadsheet/></o:body></d:document-content>' },
      'not-this',
    ],
    ['with nothing in it', { 'content.xml': inside('<text:p/>') }, 'empty'],
    ['with broken XML', { 'content.xml': '<a><b></a>' }, 'damaged'],
    ['without its content', { mimetype: 'x' }, 'damaged'],
    ['nested without an end', { 'content.xml': inside('<text:section>'.repeat(500)) }, 'damaged'],
  ] as const)('%s is refused in words', async (_, parts, code) => {
    const error: unknown = await readOdt(archive(parts)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ code });
  });
});
