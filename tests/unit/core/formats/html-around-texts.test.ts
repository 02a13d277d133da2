import { describe, expect, it } from 'vitest';
import { readHtml } from '#core/formats/html/read-html.ts';

const read = (body: string) => readHtml(`<html><body>${body}</body></html>`);
const texts = (body: string): string[] => read(body).texts[0]?.blocks.map(({ text }) => text) ?? [];
const leftOut = (body: string): number =>
  read(body).findings.reduce((sum, { code, count }) => sum + (code === 'furniture-dropped' ? count : 0), 0);
const long = 'Дала тыныш еді, тек өзеннің ар жағында ғана бір топ ат ақырын жайылып, таң атқанша сол жерде жүрді.';

describe('a page of MediaWiki', () => {
  const page =
    '<main><header><h1>Дала</h1><div id="p-lang-btn">50 тіл</div></header>' +
    '<div role="note" class="hatnote">Басқа мағынасы: дала (ән).</div>' +
    `<p>${long}<sup class="noprint Template-Fact">[дереккөзі?]</sup></p></main>`;

  it('has its title, and neither pointers to other pages nor marks for its editors', () => {
    expect(texts(page)).toEqual(['Дала', long]);
    expect(leftOut(page)).toBe(3);
  });

  it('has a note that nothing in the text leads back to', () => {
    const body =
      '<main><p>Дала<sup><a href="#cite_note-1">[1]</a></sup> тыныш.</p>' +
      '<ol><li id="cite_note-1"><a href="#cite_ref-1">↑</a> Жазық жер.</li></ol></main>';
    const [text, note] = read(body).texts[0]?.blocks ?? [];
    expect(text?.marks).toEqual([{ type: 'note', note: 'cite_note-1', start: 4, end: 7 }]);
    expect(note).toMatchObject({ type: 'note', key: 'cite_note-1', text: 'Жазық жер.' });
  });
});

describe('an article of a newspaper', () => {
  it('has its author and day, and neither how often it was read nor links to share it', () => {
    const body =
      '<article><h1>Дала</h1><div class="meta"><span class="author">Асқар</span> <span class="views">1234</span></div>' +
      `<p>${long}</p><div class="social-share"><span>Бөлісу:</span><a href="/vk">VK</a></div></article>`;
    expect(texts(body)).toEqual(['Дала', 'Асқар', long]);
    expect(leftOut(body)).toBe(2);
  });
});

describe('a page that does not say where its article is', () => {
  const menu = '<div><a href="/a">Жаңалықтар</a><br><a href="/b">Кітаптар</a></div>';
  const foot = '<div>© 2010 Кітапхана. <a href="/map">Карта</a></div>';

  it('is read without the menus before it and the copyright behind it, and that is said', () => {
    const body = `${menu}<div><h1>Дала</h1><p>${long}</p></div>${foot}`;
    expect(texts(body)).toEqual(['Дала', long]);
    expect(leftOut(body)).toBe(2);
  });

  it('is read without the columns of a table around it', () => {
    const links = '<td><a href="/a">Проза</a><br><a href="/b">Өлең</a></td>';
    expect(texts(`<table><tr>${links}<td><h1>Дала</h1><p>${long}</p></td></tr></table>`)).toEqual(['Дала', long]);
  });

  it.each([
    ['links behind its beginning', `<p>${long}</p>${menu}`, 2],
    ['links to its own places', `<div><a href="#a">а</a> <a href="#b">ә</a></div><p>${long}</p>`, 2],
    ['a page of links', menu, 1],
    ['a line of copyright before the text', `<p>© Асқар</p><p>${long}</p>`, 2],
    ['a short text', `${menu}<p>Дала тыныш еді.</p>`, 2],
  ])('keeps %s', (_, body, count) => {
    expect(texts(body)).toHaveLength(count);
    expect(leftOut(body)).toBe(0);
  });
});

describe('a page of Project Gutenberg', () => {
  it('has lines that are called verse as lines of their stanza', () => {
    const stanza = (a: string, b: string): string =>
      `<div class="stanza"><div class="verse indent0">${a}</div><div class="verse indent2">${b}</div></div>`;
    const body = `<div class="poetry">${stanza('Ақ киімді', 'денелі')}${stanza('ақ сақалды', 'соқыр')}</div>`;
    expect(read(body).texts[0]?.blocks.map(({ type, text }) => [type, text])).toEqual([
      ['verse', 'Ақ киімді\nденелі'],
      ['verse', 'ақ сақалды\nсоқыр'],
    ]);
  });

  it('has a whole poem that is called verse as one', () => {
    expect(texts('<div class="verse">Ақ киімді<br>денелі</div>')).toEqual(['Ақ киімді\nденелі']);
  });

  it('has its notes, whose places are empty anchors', () => {
    const body =
      `<p>${long}<a id="FNanchor_1"></a><a href="#Footnote_1" class="fnanchor">[1]</a></p>` +
      '<div class="footnote"><p><a id="Footnote_1"></a><a href="#FNanchor_1" class="label">[1]</a> Солай.</p></div>';
    const [text, note] = read(body).texts[0]?.blocks ?? [];
    expect(text?.marks.map((mark) => mark.type)).toEqual(['note']);
    expect(note).toMatchObject({ type: 'note', key: 'Footnote_1', text: 'Солай.' });
  });
});
