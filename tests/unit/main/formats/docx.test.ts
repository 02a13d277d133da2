import { describe, expect, test } from 'vitest';
import { readZip } from '#main/container/read-zip.ts';
import { readDocx } from '#main/formats/docx.ts';
import { docx, paragraph, run } from '../../../fixtures/formats/docx.ts';

const read = async (body: string, more?: Record<string, string>) => readDocx(await readZip(await docx(body, more)));
const plain = async (body: string): Promise<[string, string][]> =>
  (await read(body)).texts[0]?.blocks.map(({ type, text }) => [type, text]) ?? [];

describe('a Word document', () => {
  test('has headings by their styles, paragraphs, quotes, verse and rows', async () => {
    const body =
      paragraph('Атауы', 'Title') +
      paragraph('Тарау', 'Heading2') +
      paragraph('Мәтін.') +
      paragraph('Дәйексөз.', 'Quote') +
      paragraph(`${run('Бірінші жол')}<w:r><w:br/></w:r>${run('екінші жол')}`) +
      `<w:tbl><w:tr><w:tc>${paragraph('а')}</w:tc><w:tc>${paragraph('ә')}</w:tc></w:tr></w:tbl>`;
    expect(await plain(body)).toEqual([
      ['heading', 'Атауы'],
      ['heading', 'Тарау'],
      ['text', 'Мәтін.'],
      ['quote', 'Дәйексөз.'],
      ['verse', 'Бірінші жол\nекінші жол'],
      ['text', 'а | ә'],
    ]);
  });

  test('keeps emphasis, links to the web and notes', async () => {
    const body = paragraph(
      `${run('Бұл ')}${run('маңызды', '<w:i/>')}<w:hyperlink r:id="r3">${run(' сілтеме')}</w:hyperlink>` +
        `<w:hyperlink r:id="r4">${run(' басқа')}</w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r>`,
    );
    const { texts, findings } = await read(body);
    const [block, note] = texts[0]?.blocks ?? [];
    expect(block?.text).toBe('Бұл маңызды сілтеме басқа[1]');
    expect(block?.marks.map(({ type, start, end }) => [type, block.text.slice(start, end).trim()])).toEqual([
      ['emphasis', 'маңызды'],
      ['link', 'сілтеме'],
      ['note', '[1]'],
    ]);
    expect(note).toMatchObject({ type: 'note', text: 'Ескерту.', key: 'footnote-1' });
    expect(findings.map(({ code }) => code)).toContain('link-dropped');
  });

  test('says its title, author and language', async () => {
    expect((await read(paragraph('а'))).texts[0]).toMatchObject({ title: 'Қазан', author: 'А. Б.', language: 'kk-KZ' });
  });

  test('takes tracked changes as accepted', async () => {
    const body = paragraph(
      `${run('а')}<w:ins w:id="1">${run('б')}</w:ins><w:del w:id="2"><w:r><w:delText>в</w:delText></w:r></w:del>`,
    );
    expect(await plain(body)).toEqual([['text', 'аб']]);
  });
});

describe('a hostile Word document', () => {
  test('is read without macros, embedded files and comments, and that is said', async () => {
    const { findings } = await read(paragraph('а'), {
      'word/vbaProject.bin': 'x',
      'word/embeddings/a.exe': 'x',
      'word/comments.xml': '<x><comment/></x>',
    });
    expect(findings.map(({ code }) => code)).toEqual(['macros-dropped', 'media-dropped', 'comments-dropped']);
  });

  test.each([
    ['is another archive', { 'word/document.xml': undefined }, 'it has no word/document.xml'],
    ['has a text that is no XML', { 'word/document.xml': '<w:document>' }, /entry|unclosed|XML|element/iu],
    [
      'has no text',
      {
        'word/document.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
      },
      'there is no text',
    ],
  ])('that %s is refused in clear words', async (_, more, message) => {
    const parts = Object.fromEntries(Object.entries(more).filter(([, data]) => data !== undefined)) as Record<
      string,
      string
    >;
    const gone = Object.keys(more).filter((name) => !(name in parts));
    const archive = await readZip(await docx('', parts));
    const entries = new Map([...archive.entries].filter(([name]) => !gone.includes(name)));
    await expect(readDocx({ ...archive, entries })).rejects.toThrow(message);
  });

  test('expands no entities', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY e${String(at + 1)} "${`&e${String(at)};`.repeat(10)}">`,
    ).join('');
    const bomb = `<!DOCTYPE d [<!ENTITY e0 "аааааааааа">${entities}<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e12;&f;</w:t></w:r></w:p></w:body></w:document>`;
    const outcome = await read('', { 'word/document.xml': bomb }).then(
      ({ texts }) => texts[0]?.blocks.map(({ text }) => text).join('') ?? '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(outcome.length).toBeLessThan(300);
    expect(outcome).not.toContain('root:');
  });

  test('nested too deep is refused', async () => {
    // Numbers keep it from being packed to next to nothing, which would be refused before.
    const open = Array.from({ length: 30_000 }, (_, at) => `<w:sdt w:n="${String(at * 7919)}"><w:sdtContent>`).join('');
    const deep = `${open}${paragraph('а')}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`;
    await expect(read(deep)).rejects.toThrow('nested more than 200 deep');
  });
});
