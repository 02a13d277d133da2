import { describe, expect, it } from 'vitest';
import { readEpub } from '#core/formats/epub/read-epub.ts';
import { inMemory } from '../../../fixtures/formats/in-memory.ts';

const container =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>' +
  '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const page = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`;

/** An EPUB 3 as Sigil and pandoc write it. */
const third = {
  'META-INF/container.xml': container,
  'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:1</dc:identifier><dc:title>Қара сөз</dc:title><dc:language>kk-KZ</dc:language>
    <dc:creator id="a">Абай Құнанбайұлы</dc:creator><meta refines="#a" property="role" scheme="marc:relators">aut</meta>
    <dc:contributor id="t">Р. Сейсенбаев</dc:contributor><meta refines="#t" property="role">trl</meta><dc:date>1890-01-01T00:00:00Z</dc:date></metadata>
    <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="c1" href="text/c%201.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="text/c2.xhtml" media-type="application/xhtml+xml"/>
    <item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/><item id="css" href="s.css" media-type="text/css"/></manifest>
    <spine><itemref idref="c1"/><itemref idref="nav"/><itemref idref="c2"/><itemref idref="n"/></spine></package>`,
  'OEBPS/nav.xhtml': page(
    '<nav epub:type="toc"><ol><li><a href="text/c%201.xhtml">Бірінші сөз</a><ol><li><a href="text/c2.xhtml">Екінші сөз</a></li></ol></li></ol></nav>',
  ),
  'OEBPS/text/c 1.xhtml': page('<p>Бұл жасқа келгенше<a epub:type="noteref" href="notes.xhtml#n1">1</a>.</p>'),
  'OEBPS/text/c2.xhtml': page(
    '<h2>Екінші сөз</h2><p>Мен бала күнімде<sup><a id="r2" href="notes.xhtml#n2">2</a></sup>.<img src="../a.png" alt="Абай"/></p><span epub:type="pagebreak" title="7">7</span>',
  ),
  'OEBPS/text/notes.xhtml': page(
    '<p id="n1">Алғашқы. <a href="c%201.xhtml">↩</a></p><p id="n2"><sup><a href="c2.xhtml#r2">2</a></sup> Кейінгі.</p>',
  ),
};

describe('an EPUB 3', () => {
  it('has its pages in reading order, with sections from headings or the contents', async () => {
    const { texts } = await readEpub(inMemory(third));
    expect(texts[0]?.blocks.map(({ type, text, section }) => [type, text, section?.title])).toEqual([
      ['text', 'Бұл жасқа келгенше1.', 'Бірінші сөз'],
      ['heading', 'Екінші сөз', undefined],
      ['text', 'Мен бала күнімде2.[▫ Абай]', undefined],
      ['note', 'Алғашқы.', undefined],
      ['note', 'Кейінгі.', undefined],
    ]);
  });

  it('says its title, people, date and language', async () => {
    const { texts } = await readEpub(inMemory(third));
    expect(texts[0]).toMatchObject({
      title: 'Қара сөз',
      author: 'Абай Құнанбайұлы',
      translator: 'Р. Сейсенбаев',
      date: '1890-01-01',
      language: 'kk-KZ',
      foreign: { epub: { identifier: 'urn:uuid:1' } },
    });
  });

  it('ties notes in another file to their references', async () => {
    const blocks = (await readEpub(inMemory(third))).texts[0]?.blocks ?? [];
    const notes = blocks.flatMap(({ marks }) => marks.filter(({ type }) => type === 'note').map(({ note }) => note));
    expect(notes).toEqual(['OEBPS/text/notes.xhtml#n1', 'OEBPS/text/notes.xhtml#n2']);
    expect(blocks.flatMap(({ key, type }) => (type === 'note' ? [key] : []))).toEqual(notes);
  });
});

describe('an EPUB 2', () => {
  const second = {
    'META-INF/container.xml': container,
    'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
      <dc:title>Слова назидания</dc:title><dc:creator opf:role="aut">Абай</dc:creator><dc:contributor opf:role="trl">К. Серикбаева</dc:contributor><dc:language>rus</dc:language></metadata>
      <manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="a.html" media-type="application/xhtml+xml"/></manifest>
      <spine toc="ncx"><itemref idref="a"/></spine></package>`,
    'OEBPS/toc.ncx':
      '<ncx><navMap><navPoint><navLabel><text>Слово первое</text></navLabel><content src="a.html#x"/></navPoint></navMap></ncx>',
    'OEBPS/a.html': page('<p>Хорошо&nbsp;я жил<br>или дурно…</p>'),
  };

  it('is read with its contents and people', async () => {
    const { texts } = await readEpub(inMemory(second));
    expect(texts[0]).toMatchObject({
      title: 'Слова назидания',
      author: 'Абай',
      translator: 'К. Серикбаева',
      language: 'ru',
    });
    expect(texts[0]?.blocks).toEqual([
      {
        type: 'verse',
        text: 'Хорошо\u00A0я жил\nили дурно…',
        marks: [],
        section: { title: 'Слово первое', level: 1 },
      },
    ]);
  });
});

describe('a hostile or broken EPUB', () => {
  it.each([
    ['has no container', { mimetype: 'application/epub+zip' }, 'it has no META-INF/container.xml'],
    ['names a package that is not there', { 'META-INF/container.xml': container }, 'names no package document'],
    [
      'is protected',
      {
        ...third,
        'META-INF/encryption.xml':
          '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>',
      },
      'protected by DRM',
    ],
    ['has a package that is no XML', { ...third, 'OEBPS/book.opf': '<package><a></package>' }, 'unexpected close tag'],
    [
      'expands entities',
      {
        ...third,
        'OEBPS/book.opf': '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><package>&b;</package>',
      },
      'undefined entity',
    ],
    ['has no page', { ...third, 'OEBPS/book.opf': '<package><manifest/><spine/></package>' }, 'names no page of text'],
    [
      'has pages without text',
      { ...third, 'OEBPS/text/c 1.xhtml': '', 'OEBPS/text/c2.xhtml': '', 'OEBPS/text/notes.xhtml': '' },
      'no text in it',
    ],
  ])('that %s is refused in clear words', async (_, files, message) => {
    await expect(readEpub(inMemory(files as Record<string, string>))).rejects.toThrow(message);
  });

  it('reads no page outside of the archive', async () => {
    const asked: string[] = [];
    const opf = third['OEBPS/book.opf']
      .replace('text/c2.xhtml', '../../../etc/passwd')
      .replace('text/notes.xhtml', 'http://e/x');
    const archive = inMemory({ ...third, 'OEBPS/book.opf': opf });
    const text = (name: string): Promise<string> => {
      asked.push(name);
      return archive.text(name);
    };
    await readEpub({ ...archive, text });
    expect(asked.every((name) => archive.names.has(name))).toBe(true);
  });

  it('with damaged contents is read without them', async () => {
    const { texts } = await readEpub(inMemory({ ...third, 'OEBPS/nav.xhtml': '<nav' }));
    expect(texts[0]?.blocks[0]?.section).toBeUndefined();
  });
});

describe('an EPUB of another program', () => {
  const package2 = (spine: string, more = ''): string =>
    `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata/><manifest>
      ${['cover', 'toc', 'a', 'n'].map((id) => `<item id="${id}" href="${id}.html" media-type="application/xhtml+xml"/>`).join('')}
      <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine toc="ncx">${spine}</spine>${more}</package>`;
  const spine = ['cover', 'toc', 'a', 'n'].map((id) => `<itemref idref="${id}"/>`).join('');
  const other = {
    'META-INF/container.xml': container,
    'OEBPS/book.opf': package2(
      spine,
      '<guide><reference type="cover" href="cover.html"/><reference type="toc" href="toc.html"/></guide>',
    ),
    'OEBPS/toc.ncx':
      '<ncx><navMap><navPoint><navLabel><text>Бірінші</text></navLabel><content src="a.html#x"/></navPoint><navPoint><navLabel><text>Екінші</text></navLabel><content src="a.html#y"/></navPoint></navMap></ncx>',
    'OEBPS/cover.html': page('<svg><image href="c.png"/></svg>'),
    'OEBPS/toc.html': page('<p><a href="a.html#x">Бірінші</a></p><p><a href="a.html#y">Екінші</a></p>'),
    'OEBPS/a.html': page(
      '<p class="t" id="x">Бірінші</p><p><span class="i">Есіл</span> бойы<a id="r" href="n.html#f">1</a>.</p><p id="y">Екінші бөлім осылай басталады.</p>',
    ).replace('</head>', '<link rel="stylesheet" href="s.css"/></head>'),
    'OEBPS/s.css': '.i { font-style: italic }',
    'OEBPS/n.html': page('<p id="f"><a href="a.html#r">1</a> Ескерту.</p>'),
  };

  it('has the sections that its contents say, also in the middle of a page, without its cover and printed contents', async () => {
    const { texts, findings } = await readEpub(inMemory(other));
    expect(texts[0]?.blocks.map(({ type, text, section }) => [type, text, section?.title])).toEqual([
      ['heading', 'Бірінші', undefined],
      ['text', 'Есіл бойы1.', undefined],
      ['text', 'Екінші бөлім осылай басталады.', 'Екінші'],
      ['note', 'Ескерту.', undefined],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['images-dropped', 'furniture-dropped']);
  });

  it('keeps emphasis that only its style sheet says, and notes whose numbers are not raised', async () => {
    const { texts } = await readEpub(inMemory(other));
    expect(texts[0]?.blocks[1]?.marks.map(({ type }) => type)).toEqual(['emphasis', 'note']);
  });
});
