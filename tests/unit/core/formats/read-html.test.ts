import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '#core/formats/format-error.ts';
import { readHtml } from '#core/formats/html/read-html.ts';
import type { ImportedBlock } from '#core/formats/imported.ts';
import { wholeOrRefused } from '../../../fixtures/formats/whole-or-refused.ts';

function blocksOf(body: string): readonly ImportedBlock[] {
  return readHtml(`<html lang="kk"><body>${body}</body></html>`).texts[0]?.blocks ?? [];
}
const plain = (body: string): [string, string][] => blocksOf(body).map(({ type, text }) => [type, text]);
const codes = (html: string): string[] => readHtml(html).findings.map(({ code }) => code);

describe('a page', () => {
  it('has its headings with their levels, its paragraphs, quotes and verse', () => {
    const page = `<h1>Абай</h1><p>Бірінші
      абзац.</p><blockquote><p>Дәйексөз.</p></blockquote><h3>Өлең</h3><p>Желсіз түнде<br>жарық ай,</p><pre>а\nб</pre>`;
    expect(plain(page)).toEqual([
      ['heading', 'Абай'],
      ['text', 'Бірінші абзац.'],
      ['quote', 'Дәйексөз.'],
      ['heading', 'Өлең'],
      ['verse', 'Желсіз түнде\nжарық ай,'],
      ['verse', 'а\nб'],
    ]);
    expect(blocksOf(page).map(({ level }) => level)).toEqual([1, undefined, undefined, 3, undefined, undefined]);
  });

  it('keeps emphasis and links to the web where they stand', () => {
    const [block] = blocksOf('<p>Бұл <em>маңызды <b>сөз</b></em> мен <a href="https://e.kz/a">сілтеме</a>.</p>');
    expect(block?.text).toBe('Бұл маңызды сөз мен сілтеме.');
    const marks = block?.marks.map(({ start, end, ...mark }) => ({ ...mark, text: block.text.slice(start, end) }));
    expect(marks).toEqual([
      { type: 'emphasis', text: 'маңызды сөз' },
      { type: 'strong', text: 'сөз' },
      { type: 'link', href: 'https://e.kz/a', text: 'сілтеме' },
    ]);
  });

  it('keeps lists as paragraphs with their numbers', () => {
    expect(plain('<ol start="3"><li>үш<li>төрт<ul><li>ішкі</ul></ol>')).toEqual([
      ['text', '3. үш'],
      ['text', '4. төрт'],
      ['text', '• ішкі'],
    ]);
  });

  it('keeps rows of a table as paragraphs', () => {
    expect(plain('<table><tr><th>Жыл<th>Оқиға<tr><td>1917<td><p>Қазан</p><p>төңкерісі</p></table>')).toEqual([
      ['text', 'Жыл | Оқиға'],
      ['text', '1917 | Қазан төңкерісі'],
    ]);
  });

  it('ties notes to their references', () => {
    const blocks = blocksOf(
      '<p id="t1">Сөз<a epub:type="noteref" href="#n1">1</a> және<sup><a id="r2" href="#n2">2</a></sup></p>' +
        '<aside epub:type="footnote" id="n1"><p>Бірінші ескерту.</p></aside>' +
        '<div id="n2"><p>Екінші ескерту. <a href="#r2">↩</a></p></div>',
    );
    expect(blocks.map(({ type, text, key }) => [type, text, key])).toEqual([
      ['text', 'Сөз1 және2', 't1'],
      ['note', 'Бірінші ескерту.', 'n1'],
      ['note', 'Екінші ескерту.', 'n2'],
    ]);
    const notes = blocks[0]?.marks.filter(({ type }) => type === 'note');
    expect(notes).toEqual([
      { type: 'note', note: 'n1', start: 3, end: 4 },
      { type: 'note', note: 'n2', start: 9, end: 10 },
    ]);
  });

  it('does not take the numbers of contents for notes', () => {
    const page = '<p><a href="#c1">1</a></p><h2 id="c1">Тарау</h2><p>Мәтін</p>';
    expect(blocksOf(page).map(({ type }) => type)).toEqual(['text', 'heading', 'text']);
  });

  it('says its title, author, date and language', () => {
    const { texts } = readHtml(
      '<html lang="KK-kz"><head><title> Ай \n мен күн</title><meta name="author" content="А. Б."><meta name="DC.date" content="1917-10-25T00:00"></head><p>а',
    );
    expect(texts[0]).toMatchObject({ title: 'Ай мен күн', author: 'А. Б.', date: '1917-10-25', language: 'kk-KZ' });
  });

  it('is read without the furniture of its site', () => {
    const page =
      '<header><h1>Сайт</h1></header><nav>Мәзір</nav><main><article><header><h1>Мақала</h1></header><p>Мәтін</p>' +
      '<footer>Бөлісу</footer></article></main><footer>© 2026</footer>';
    expect(plain(page)).toEqual([
      ['heading', 'Мақала'],
      ['text', 'Мәтін'],
    ]);
    expect(codes(page)).toContain('furniture-dropped');
  });
});

describe('a hostile page', () => {
  it('leaves nothing of scripts, styles, forms, frames and drawings', () => {
    const page =
      '<p>а<script>alert(1)</script><style>p{background:url(http://e/x)}</style><iframe src="http://e"></iframe></p>' +
      '<svg><script>alert(2)</script><text>сурет</text></svg><form><input value="x"><p>өріс</p></form>' +
      '<base href="http://e/"><meta http-equiv="refresh" content="0;url=http://e"><object data="x">о</object>' +
      '<math><mi>x</mi></math><p hidden>жасырын</p><template><p>үлгі</p></template>';
    const text = blocksOf(page)
      .map((block) => block.text)
      .join('\n');
    expect(text).toBe('а\n[▫][▫]');
    expect(codes(page)).toEqual(
      expect.arrayContaining(['scripts-dropped', 'forms-dropped', 'remote-dropped', 'images-dropped', 'media-dropped']),
    );
  });

  it.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,<b>', 'vbscript:x', 'file:///etc/passwd'])(
    'keeps the words of a link to %s but not where it leads',
    (href) => {
      const [block] = blocksOf(`<p><a href="${href.replaceAll('<', '&lt;')}">мұнда</a></p>`);
      expect(block).toEqual({ type: 'text', text: 'мұнда', marks: [] });
    },
  );

  it('shows no other text than it has: marks of direction and control characters go', () => {
    expect(plain('<p>аб\u202Eв&#x202E;г\u2066д\u0000\u0007е</p>')).toEqual([['text', 'абвгде']]);
  });

  it('ends in a clear error when it is nested too deep', () => {
    for (const depth of [1_000, 200_000]) {
      expect(() => readHtml(`${'<div>'.repeat(depth)}а`)).toThrow(FormatError);
    }
  });

  it('ends in text or in a clear error whatever it is', () => {
    const piece = fc.constantFrom(
      ...'<p> <div <table><tr><td> </p> <a href="#x"> <sup> <li id=x> <!-- --> <svg> <![CDATA[ &amp; &#0; қаз ү <pre> " > = <b> </i> \u202E'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => wholeOrRefused(() => readHtml(pieces.join('')))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
