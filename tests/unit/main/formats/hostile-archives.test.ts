import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { writeZip } from '#main/container/write-zip.ts';
import { readFile } from '#main/formats/read-file.ts';
import { docx, paragraph, run } from '../../../fixtures/formats/docx.ts';
import { epub, page } from '../../../fixtures/formats/epub.ts';
import { harmless, payload } from '../../../fixtures/formats/harmless.ts';
import { hostileArchives } from '../../../fixtures/formats/hostile-archives.ts';
import { refusal } from '../../../fixtures/formats/refusal.ts';

const connect = vi.spyOn(net.Socket.prototype, 'connect');

describe.each(['epub', 'docx'] as const)('an %s with', async (kind) => {
  const archives = await hostileArchives(kind);

  test.each(archives.map((archive) => [archive.what, archive] as const))(
    '%s is refused, and told where',
    async (_, { bytes, code, entry }) => {
      const error = await refusal(() => readFile(`book.${kind}`, bytes));
      expect(error.code).toBe(code);
      expect(error.place.entry ?? null).toBe(entry ?? error.place.entry ?? null);
      expect(error.message).not.toMatch(/\p{Cc}/u);
    },
  );
});

describe('an archive', () => {
  test('whose only file is an archive is not opened any further', async () => {
    let bomb: Uint8Array = await epub('<p>Мәтін.</p>');
    for (let depth = 0; depth < 3; depth++) bomb = await writeZip([{ name: 'a.txt', data: bomb }]);
    expect(await refusal(() => readFile('a.zip', bomb))).toMatchObject({ code: 'not-this', place: { entry: 'a.txt' } });
  });

  test('whose only file is packed by gzip is not opened any further', async () => {
    const packed = gzipSync(await writeZip([{ name: 'a.txt', data: gzipSync('Мәтін.') }]));
    expect(await refusal(() => readFile('a.gz', packed))).toMatchObject({
      code: 'not-this',
      place: { entry: 'a.txt' },
    });
  });

  test('with a book inside is not a book', async () => {
    const zip = await writeZip([{ name: 'book.epub', data: await epub('<p>Мәтін.</p>') }]);
    expect(await refusal(() => readFile('a.epub', zip))).toMatchObject({ code: 'not-this' });
  });
});

describe('an EPUB', () => {
  test('reads no page from outside, whatever its package says', async () => {
    const hrefs = [
      '../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      'https://e.kz/a.xhtml',
      '..%2F..%2Fetc%2Fpasswd',
      '\\\\e.kz\\a',
    ];
    const items = hrefs.map(
      (href, at) => `<item id="x${String(at)}" href="${href}" media-type="application/xhtml+xml"/>`,
    );
    const refs = hrefs.map((_, at) => `<itemref idref="x${String(at)}"/>`);
    const read = await readFile(
      'a.epub',
      await epub('<p>Мәтін.</p>', {
        'OEBPS/book.opf': `<package><metadata><title>&#x202E;А</title></metadata><manifest><item id="p" href="page.xhtml" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine>${refs.join('')}<itemref idref="p"/><itemref idref="p"/></spine></package>`,
      }),
    );
    const [text] = harmless(read.imported).texts;
    expect(text?.title).toBe('А');
    expect(new Set(text?.blocks.map((block) => block.text))).toEqual(new Set(['Мәтін.']));
  });

  test.each([
    ['the package', 'OEBPS/book.opf'],
    ['the container', 'META-INF/container.xml'],
    ['the list of what is encrypted', 'META-INF/encryption.xml'],
  ])('with entities that multiply in %s is refused with file and line', async (_, name) => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ха"><!ENTITY b "&a;&a;">]>\n<package>&b;</package>`;
    const error = await refusal(async () => readFile('a.epub', await epub('<p>а</p>', { [name]: laughs })));
    expect(error).toMatchObject({ code: 'damaged', place: { entry: name, line: 2 } });
  });

  test('has contents that are text, whatever they contain', async () => {
    const nav = page(
      `<nav epub:type="toc"><ol><li><a href="page.xhtml">&#x202E;Бөлім<script>${payload}</script><img src="x" onerror="${payload}"/></a></li></ol></nav>`,
    );
    const opf =
      '<package><manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="p" href="page.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>';
    const read = await readFile(
      'a.epub',
      await epub('<p>Мәтін.</p>', { 'OEBPS/book.opf': opf, 'OEBPS/nav.xhtml': nav }),
    );
    const [block] = harmless(read.imported).texts[0]?.blocks ?? [];
    expect(block?.section?.title).toBe('Бөлім');
  });

  test('with scripts, forms, styles and remote content is its text', async () => {
    const body = `<p>Мәтін.</p><script>${payload}</script><form action="https://e.kz"><input value="${payload}"/></form><iframe src="https://e.kz"/><p>Соңы <a href="javascript:${payload}">осы</a>.</p>`;
    const read = await readFile('a.epub', await epub(body));
    expect(harmless(read.imported).texts[0]?.blocks.at(0)?.text).toBe('Мәтін.');
    expect(read.imported.findings.map(({ code }) => code)).toContain('scripts-dropped');
  });
});

describe('a Word document', () => {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

  test('with targets outside, a template, chunks, objects and macros is its text, and that is said', async () => {
    const rels = relations(
      `<Relationship Id="t" Type="${types}/attachedTemplate" Target="https://e.kz/evil.dotm" TargetMode="External"/>` +
        `<Relationship Id="i" Type="${types}/image" Target="file:///etc/passwd" TargetMode="External"/>` +
        `<Relationship Id="j" Type="${types}/image" Target="../../../../etc/passwd"/>` +
        `<Relationship Id="c" Type="${types}/aFChunk" Target="chunk.html"/>` +
        `<Relationship Id="o" Type="${types}/oleObject" Target="embeddings/oleObject1.bin"/>` +
        `<Relationship Id="h" Type="${types}/hyperlink" Target="JaVaScRiPt:${payload}" TargetMode="External"/>`,
    );
    const body =
      paragraph(`${run('Мәтін ')}<w:hyperlink r:id="h">${run('осы')}</w:hyperlink>`) +
      `<w:altChunk r:id="c"/>` +
      paragraph(`<w:r><w:object><o:OLEObject xmlns:o="o" r:id="o" ProgID="Package"/></w:object></w:r>${run('соңы')}`) +
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "${payload}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('өріс')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ) +
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:${payload}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('сілтеме')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      );
    const read = await readFile(
      'a.docm',
      await docx(body, {
        'word/_rels/document.xml.rels': rels,
        'word/_rels/settings.xml.rels': rels,
        'word/settings.xml': '<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="t"/></w:settings>',
        'word/chunk.html': `<script>${payload}</script>`,
        'word/embeddings/oleObject1.bin': payload,
        'word/vbaProject.bin': payload,
        'customXml/item1.xml': `<a>${payload}</a>`,
      }),
    );
    const [text] = harmless(read.imported).texts;
    expect(text?.blocks.map((block) => block.text)).toEqual(['Мәтін осы', 'соңы', 'өріс', 'сілтеме']);
    expect(text?.blocks.flatMap(({ marks }) => marks)).toEqual([]);
    const codes = read.imported.findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['macros-dropped', 'media-dropped', 'link-dropped']));
  });

  test('with a picture of a file on this computer has a mark in its place', async () => {
    const blip = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="i"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const rels = relations(
      `<Relationship Id="i" Type="${types}/image" Target="file:///etc/passwd" TargetMode="External"/>`,
    );
    const read = await readFile(
      'a.docx',
      await docx(paragraph(`${run('а ')}${blip}`), { 'word/_rels/document.xml.rels': rels }),
    );
    expect(JSON.stringify(read.imported)).not.toContain('root:');
    expect(read.imported.texts[0]?.blocks[0]?.text).toContain('а');
  });

  test.each([
    [
      'entities that multiply',
      `<!DOCTYPE a [<!ENTITY a "ха"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
    ],
    ['nesting without an end', `<w:document>${'<w:p>'.repeat(100_000)}`],
    ['a part that ends in the middle', '<w:document><w:body><w:p><w:r><w:t>Мәтін'],
    ['no markup at all', 'Мәтін'],
    ['another document', '<html><body><p>Мәтін</p></body></html>'],
  ])('with %s is refused with the part', async (_, part) => {
    const error = await refusal(async () => readFile('a.docx', await docx('', { 'word/document.xml': part })));
    expect(error.message).not.toBe('');
    expect(error.place.entry ?? 'word/document.xml').toBe('word/document.xml');
  });
});

test('nothing of this asked the network for anything', () => {
  expect(connect).not.toHaveBeenCalled();
});
