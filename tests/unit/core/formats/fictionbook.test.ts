import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFictionBook } from '#core/formats/fictionbook.ts';
import { wholeOrRefused } from '../../../fixtures/formats/whole-or-refused.ts';

const book = `<?xml version="1.0" encoding="UTF-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><genre>poetry</genre><author><first-name>Абай</first-name><last-name>Құнанбайұлы</last-name></author>
<book-title>Өлеңдер</book-title><date>1909</date><lang>kk</lang><translator><nickname>Р. С.</nickname></translator></title-info></description>
<body><title><p>Абай</p><p>Өлеңдер</p></title><epigraph><p>Дәйексөз</p></epigraph>
<section id="s1"><title><p>Қыс</p></title><p>Кіріспе <emphasis>сөз</emphasis><a l:href="#n1" type="note">[1]</a>.</p>
<poem><stanza><v>Ақ киімді, денелі,</v><v>ақ сақалды</v></stanza></poem><empty-line/><subtitle>* * *</subtitle>
<image l:href="#i.png"/><cite><p>Сөз</p><text-author>Автор</text-author></cite>
<table><tr><th>а</th><td>ә</td></tr></table></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>Ескерту.</p></section></body>
<binary id="i.png" content-type="image/png">AAAA</binary></FictionBook>`;

describe('a FictionBook', () => {
  it('has its titles, paragraphs, verse, quotes, rows and notes', () => {
    const { texts } = readFictionBook(book);
    expect(texts[0]?.blocks.map(({ type, level, text }) => [type, level, text])).toEqual([
      ['heading', 1, 'Абай\nӨлеңдер'],
      ['quote', undefined, 'Дәйексөз'],
      ['heading', 2, 'Қыс'],
      ['text', undefined, 'Кіріспе сөз[1].'],
      ['verse', undefined, 'Ақ киімді, денелі,\nақ сақалды'],
      ['heading', 3, '* * *'],
      ['text', undefined, '[▫]'],
      ['quote', undefined, 'Сөз'],
      ['quote', undefined, 'Автор'],
      ['text', undefined, 'а | ә'],
      ['note', undefined, 'Ескерту.'],
    ]);
    expect(texts[0]?.blocks[3]?.marks).toEqual([
      { type: 'emphasis', start: 8, end: 11 },
      { type: 'note', note: 'n1', start: 11, end: 14 },
    ]);
    expect(texts[0]?.blocks.at(-1)?.key).toBe('n1');
  });

  it('says its title, people, date and language', () => {
    expect(readFictionBook(book).texts[0]).toMatchObject({
      title: 'Өлеңдер',
      author: 'Абай Құнанбайұлы',
      translator: 'Р. С.',
      date: '1909',
      language: 'kk',
    });
  });

  const inBody = (body: string, notes = '') =>
    readFictionBook(`<FictionBook><body>${body}</body>${notes}</FictionBook>`).texts[0]?.blocks ?? [];
  const shown = (body: string, notes = '') => inBody(body, notes).map(({ type, level, text }) => [type, level, text]);

  it('has the titles of poems and stanzas under that of their section', () => {
    const stanza = '<stanza><title><p>I</p></title><subtitle>Басы</subtitle><v>Ақ киімді,</v><v>денелі</v></stanza>';
    const poem = `<poem><title><p>Қыс</p></title>${stanza}<text-author>Абай</text-author></poem>`;
    expect(shown(`<section><title><p>Өлеңдер</p></title>${poem}</section>`)).toEqual([
      ['heading', 2, 'Өлеңдер'],
      ['heading', 3, 'Қыс'],
      ['heading', 3, 'I'],
      ['heading', 4, 'Басы'],
      ['verse', undefined, 'Ақ киімді,\nденелі'],
      ['text', undefined, 'Абай'],
    ]);
  });

  it('has as notes what a body of another name holds that notes are called from, by chapters or not', () => {
    const body = '<p>Дала<a href="#n1" type="note">1</a> тыныш<a href="#n2">2</a>.</p>';
    const note = (id: string, text: string): string =>
      `<section id="${id}"><title><p>${id}</p></title><p>${text}</p></section>`;
    const notes = `<body name="Ескертулер"><section>${note('n1', 'Жер.')}</section>${note('n2', 'Үнсіз.')}</body>`;
    const [text, ...rest] = inBody(body, notes);
    expect(text?.marks.map((mark) => [mark.type, 'note' in mark ? mark.note : null])).toEqual([
      ['note', 'n1'],
      ['note', 'n2'],
    ]);
    expect(rest.map(({ type, key, text: words }) => [type, key, words])).toEqual([
      ['note', 'n1', 'Жер.'],
      ['note', 'n2', 'Үнсіз.'],
    ]);
  });

  it('has the lists of Pandoc with one mark and without spaces before a paragraph', () => {
    const items = '<p>• • <strong>ақ</strong> өрік</p><p>\u00A0\u00A0 екінші абзац</p>';
    const [item, paragraph] = inBody(items);
    expect(item).toMatchObject({ text: '• ақ өрік', marks: [{ type: 'strong', start: 2, end: 4 }] });
    expect(paragraph?.text).toBe('екінші абзац');
  });

  it('has the bold titles of Calibre as headings', () => {
    const section = (title: string): string =>
      `<section><p><strong>${title}</strong></p><p>Бір.</p><p>Екі.</p><p>Үш.</p></section>`;
    const found = shown(section('Таң') + section('Кеш')).filter(([type]) => type === 'heading');
    expect(found).toEqual([
      ['heading', 1, 'Таң'],
      ['heading', 1, 'Кеш'],
    ]);
  });

  it('names all its authors and translators', () => {
    const person = (name: string, last: string): string => `<${name}><last-name>${last}</last-name></${name}>`;
    const info =
      person('author', 'Абай') + person('author', 'Шәкәрім') + person('translator', 'А') + person('translator', 'Ә');
    const text = `<FictionBook><description><title-info>${info}</title-info></description><body><p>Сөз</p></body></FictionBook>`;
    expect(readFictionBook(text).texts[0]).toMatchObject({ author: 'Абай, Шәкәрім', translator: 'А, Ә' });
  });

  it.each([
    ['another XML', '<html/>', 'its root is <html>'],
    ['a broken one', '<FictionBook><body></FictionBook>', 'unexpected close tag'],
    ['one without text', '<FictionBook><body/></FictionBook>', 'no text in it'],
    [
      'one with entities of its own',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><FictionBook>&x;</FictionBook>',
      'undefined entity',
    ],
    ['one nested too deep', `<FictionBook><body>${'<section>'.repeat(5000)}`, 'nested more than'],
  ])('refuses %s in clear words', (_, text, message) => {
    expect(() => readFictionBook(text)).toThrow(message);
  });

  it('ends in text or in a clear error however it is damaged', () => {
    fc.assert(
      fc.property(
        fc.nat(book.length),
        fc.nat(60),
        fc.constantFrom('', '<', '</p>', '<section>', '&#0;', '\u202E', '<p>'),
        (at, length, put) => {
          const text = book.slice(0, at) + put + book.slice(at + length);
          expect(() => wholeOrRefused(() => readFictionBook(text))).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});
