import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '#core/formats/markdown.ts';
import { wholeOrRefused } from '../../../fixtures/formats/whole-or-refused.ts';

const blocksOf = (text: string) => readMarkdown(text).texts[0]?.blocks ?? [];
const plain = (text: string): [string, string][] => blocksOf(text).map((block) => [block.type, block.text]);

describe('Markdown', () => {
  it('has headings, paragraphs, quotes, lists, verse and tables', () => {
    const text = `# Абай\n\nБірінші\nабзац.\n\n> Дәйексөз.\n\n2. екі\n3. үш\n   - ішкі\n\nЖелсіз түнде  \nжарық ай\n\n| а | ә |\n|---|---|\n| б | в |\n`;
    expect(plain(text)).toEqual([
      ['heading', 'Абай'],
      ['text', 'Бірінші абзац.'],
      ['quote', 'Дәйексөз.'],
      ['text', '2. екі'],
      ['text', '3. үш'],
      ['text', '• ішкі'],
      ['verse', 'Желсіз түнде\nжарық ай'],
      ['text', 'а | ә'],
      ['text', 'б | в'],
    ]);
  });

  it('keeps emphasis, links to the web and notes', () => {
    const [block, note] = blocksOf(
      'Бұл *маңызды* [сілтеме](https://e.kz) мен [басқа](javascript:x)[^1].\n\n[^1]: Ескерту.',
    );
    expect(block?.text).toBe('Бұл маңызды сілтеме мен басқа1.');
    expect(block?.marks.map(({ type, start, end }) => [type, block.text.slice(start, end)])).toEqual([
      ['emphasis', 'маңызды'],
      ['link', 'сілтеме'],
      ['note', '1'],
    ]);
    expect(note).toEqual({ type: 'note', text: 'Ескерту.', marks: [], key: '1' });
  });

  it('takes title, author, translator, date and language from its head', () => {
    const { texts } = readMarkdown(
      '---\ntitle: "Қара сөз"\nauthor: Абай\ntranslator: Р. С.\ndate: 1890\nlang: kk\n---\n\nМәтін',
    );
    expect(texts[0]).toMatchObject({
      title: 'Қара сөз',
      author: 'Абай',
      translator: 'Р. С.',
      date: '1890',
      language: 'kk',
    });
    expect(texts[0]?.blocks).toHaveLength(1);
  });

  it('keeps the text of HTML and its emphasis, and leaves out what is no text', () => {
    const { texts, findings } = readMarkdown(
      'H<sub>2</sub>O <u>сызық</u> <script>x</script>\n\n<div onclick="x">а <b>ә</b></div>\n\n<script>alert(1)</script>\n',
    );
    expect(texts[0]?.blocks.map(({ text, marks }) => [text, marks.map(({ type }) => type)])).toEqual([
      ['H2O сызық x', ['subscript']],
      ['а ә', ['strong']],
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['element-unknown', 'scripts-dropped']);
  });

  it('has addresses that stand apart, scenes parted by rules, and no contents', () => {
    const text =
      '- [Бір](#a)\n- [Екі](#b)\n  - [Үш](#c)\n\n# Бір\n\nЕсіл [картасы][k].\n\n***\n\nТүн.\n\n---\n\n# Екі\n\n[k]: https://e.kz/k';
    expect(plain(text)).toEqual([
      ['heading', 'Бір'],
      ['text', 'Есіл картасы.'],
      ['text', '* * *'],
      ['text', 'Түн.'],
      ['heading', 'Екі'],
    ]);
    expect(blocksOf(text)[1]?.marks).toEqual([{ type: 'link', start: 5, end: 12, href: 'https://e.kz/k' }]);
    expect(readMarkdown(text).findings).toMatchObject([{ code: 'furniture-dropped', count: 1 }]);
  });

  it('has what pandoc adds: verse, attributes, divisions, definitions, raised and lowered letters', () => {
    const text =
      '# Тарау {#t .x}\n\n| Көк аспан,\n|   ақ бұлт.\n\n::: {lang=kk}\n[Капитал]{.smallcaps} x^2^ H~2~O ~~жоқ емес~~\n:::\n\nТермин\n\n:   Мәні.';
    expect(plain(text)).toEqual([
      ['heading', 'Тарау'],
      ['verse', 'Көк аспан,\n\u00A0\u00A0ақ бұлт.'],
      ['text', 'Капитал x2 H2O жоқ емес'],
      ['text', 'Термин'],
      ['text', 'Мәні.'],
    ]);
    expect(blocksOf(text)[2]?.marks.map(({ type }) => type)).toEqual(['superscript', 'subscript']);
  });

  it('has a key only for the first paragraph of a note', () => {
    const keys = blocksOf('а[^1]\n\n[^1]: Бірінші.\n\n    Екінші.').map(({ type, key }) => [type, key]);
    expect(keys).toEqual([
      ['text', undefined],
      ['note', '1'],
      ['note', undefined],
    ]);
  });

  it('ends in text or in a clear error whatever it is', () => {
    const piece = fc.constantFrom(
      '# ',
      '> ',
      '* ',
      '1. ',
      '\n',
      '\n\n',
      '    ',
      '[^1]',
      '[^1]: ',
      '![',
      '](',
      ')',
      '**',
      '_',
      '|',
      '---',
      '<b>',
      'қаз',
      '`',
      '\u202E',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => wholeOrRefused(() => readMarkdown(pieces.join('')))).not.toThrow();
      }),
      { numRuns: 500 },
    );
    expect(wholeOrRefused(() => readMarkdown(`${'> '.repeat(3000)}а`))).toBeNull();
  });
});
