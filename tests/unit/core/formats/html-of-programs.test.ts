import { describe, expect, it } from 'vitest';
import { readHtml } from '#core/formats/html/read-html.ts';

const blocks = (body: string, head = '') =>
  readHtml(`<html><head>${head}</head><body>${body}</body></html>`).texts[0]?.blocks ?? [];
const plain = (body: string, head = ''): [string, string][] => blocks(body, head).map(({ type, text }) => [type, text]);
const marked = (body: string, head = ''): [string, string][] =>
  blocks(body, head).flatMap(({ text, marks }) =>
    marks.map(({ type, start, end }): [string, string] => [type, text.slice(start, end)]),
  );

describe('a page whose emphasis is only in its styles', () => {
  const sheet =
    '<style>/* x */ .c3{font-style:italic} span.c4{font-weight:700} .c5, .c6{vertical-align:super} @media print{.c7{font-style:italic}}</style>';

  it('keeps it, as Google Docs and InDesign write it', () => {
    const body = '<p><span class="c3">Есіл</span> <span class="c4">бойы</span> x<span class="c5">2</span></p>';
    expect(marked(body, sheet)).toEqual([
      ['emphasis', 'Есіл'],
      ['strong', 'бойы'],
      ['superscript', '2'],
    ]);
  });

  it('believes an element that says its style itself, also against its name', () => {
    expect(marked('<p><span style="font-style: italic">а</span> <i style="font-style:normal">ә</i></p>')).toEqual([
      ['emphasis', 'а'],
    ]);
  });

  it('takes half a rule for none', () => {
    expect(marked('<p><span class="a">а</span></p>', '<style>.note .a{font-style:italic}</style>')).toEqual([]);
  });

  it('leaves out what is hidden', () => {
    expect(plain('<p>а</p><p class="x">б</p><p style="display:none">в</p>', '<style>.x{display:none}</style>')).toEqual(
      [['text', 'а']],
    );
  });
});

describe('lists of paragraphs', () => {
  it('have their mark before the first paragraph of an item', () => {
    expect(plain('<ol><li><p>бір</p><p>жалғасы</p></li><li><p>екі</p><ul><li>ішкі</li></ul></li></ol>')).toEqual([
      ['text', '1. бір'],
      ['text', 'жалғасы'],
      ['text', '2. екі'],
      ['text', '• ішкі'],
    ]);
  });

  it('are left out where they are contents', () => {
    const items = ['a', 'b', 'c'].map((id) => `<li><a href="#${id}">Тарау ${id}</a></li>`).join('');
    const { texts, findings } = readHtml(`<ul>${items}</ul><p>Мәтін.</p>`);
    expect(texts[0]?.blocks.map(({ text }) => text)).toEqual(['Мәтін.']);
    expect(findings).toMatchObject([{ code: 'furniture-dropped', values: { element: 'contents' } }]);
  });
});

describe('notes', () => {
  it('are known by a link back from their own number, as Word and LibreOffice write them', () => {
    const body =
      '<p>Мәтін<a name="_ftnref1" href="#_ftn1">[1]</a> және<a name="_ftnref2" href="#_ftn2">[2]</a>.</p>' +
      '<div><p><a name="_ftn1" href="#_ftnref1">[1]</a> Бірінші.</p><p>Жалғасы.</p></div><div><p><a name="_ftn2" href="#_ftnref2">[2]</a> 1917 жыл.</p></div>';
    expect(blocks(body).map(({ type, text, key }) => [type, text, key])).toEqual([
      ['text', 'Мәтін[1] және[2].', undefined],
      ['note', 'Бірінші.', '_ftn1'],
      ['note', 'Жалғасы.', undefined],
      ['note', '1917 жыл.', '_ftn2'],
    ]);
    expect(marked(body)).toEqual([
      ['note', '[1]'],
      ['note', '[2]'],
    ]);
  });

  it('whose number stands alone begin with their words', () => {
    const body =
      '<p>Мәтін<sup><a href="#n1" id="r1">1</a></sup></p><dl id="n1"><dt>[<a href="#r1">←1</a>]</dt><dd>Ескерту.</dd></dl>';
    expect(blocks(body).map(({ type, text, key }) => [type, text, key])).toEqual([
      ['text', 'Мәтін1', undefined],
      ['note', 'Ескерту.', 'n1'],
    ]);
  });
});

describe('a book of Project Gutenberg', () => {
  it('has stanzas of lines, scenes parted by rules, drawn initials, and no numbers of pages', () => {
    const body =
      '<div class="poem"><div class="stanza"><span class="i0">Көк аспан,<br></span><span class="i2">Ақ бұлт.<br></span></div><div class="stanza"><div class="line">Тау</div><div class="line">Дала</div></div></div>' +
      '<p><img alt="Т" src="t.png">аң <span class="pagenum">[Pg 12]</span>атты.</p><hr><p>Түн болды.</p><hr><h2>Тарау</h2><p>Соңы.</p>';
    expect(plain(body)).toEqual([
      ['verse', 'Көк аспан,\nАқ бұлт.'],
      ['verse', 'Тау\nДала'],
      ['text', 'Таң атты.'],
      ['text', '* * *'],
      ['text', 'Түн болды.'],
      ['heading', 'Тарау'],
      ['text', 'Соңы.'],
    ]);
  });
});

describe('an old page', () => {
  it('has paragraphs between empty lines, and a table that only lays it out is no row', () => {
    const body =
      '<table><tr><td>Мәзір</td><td><h1>Атауы</h1>&nbsp;&nbsp;&nbsp;Бірінші абзац.<br><br>Екінші<br>абзац.<p>Үшінші.</p></td></tr></table>';
    expect(plain(body)).toEqual([
      ['text', 'Мәзір'],
      ['heading', 'Атауы'],
      ['text', 'Бірінші абзац.'],
      ['verse', 'Екінші\nабзац.'],
      ['text', 'Үшінші.'],
    ]);
  });

  it('has headings that only look like some, and that is said', () => {
    const body =
      '<p align="center"><b>Бірінші тарау</b></p><p>Мәтін осында.</p><p><b>Қою сөз,</b></p><p>Тағы мәтін.</p>';
    expect(plain(body)[0]).toEqual(['heading', 'Бірінші тарау']);
    expect(readHtml(body).findings).toMatchObject([{ code: 'headings-guessed', kind: 'guessed', count: 1 }]);
    expect(plain('<p>Ол <b>қою</b> жазды.</p><p><b>Термин</b></p><p>Мәні.</p>').map(([type]) => type)).toEqual([
      'text',
      'text',
      'text',
    ]);
  });
});

describe('a page of a site', () => {
  it('is read without what its classes say is around the article', () => {
    const body =
      '<div class="breadcrumbs"><a href="/">Басты бет</a></div><div id="content"><h1>Жаңалық</h1><p>Мәтін <span class="mw-editsection">[өңдеу]</span>осы.</p>' +
      '<div class="share-buttons">Бөлісу</div></div><div class="related-posts"><p>Тағы оқыңыз</p></div><div id="comments">Пікір</div>';
    expect(plain(body)).toEqual([
      ['heading', 'Жаңалық'],
      ['text', 'Мәтін осы.'],
    ]);
    expect(readHtml(body).findings.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  it('keeps marks of quotation that a browser writes, and no name of a file for a picture', () => {
    expect(plain('<p>Ол <q>жоқ</q> деді. <img src="a.png" alt="images/a.png"></p>')).toEqual([
      ['text', 'Ол “жоқ” деді. [▫]'],
    ]);
  });
});
