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

  it('leaves HTML out and says so', () => {
    const { texts, findings } = readMarkdown('Мәтін <script>alert(1)</script>\n\n<div onclick="x">а</div>');
    expect(texts[0]?.blocks.map(({ text }) => text)).toEqual(['Мәтін alert(1)']);
    expect(findings.map(({ code, place }) => [code, place])).toEqual([['element-unknown', { line: 1 }]]);
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
