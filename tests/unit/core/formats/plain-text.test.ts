import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText } from '#core/formats/plain-text.ts';
import { wholeOrRefused } from '../../../fixtures/formats/whole-or-refused.ts';

const plain = (text: string): [string, string][] =>
  readPlainText(text).texts[0]?.blocks.map((block) => [block.type, block.text]) ?? [];

describe('a plain text', () => {
  it('has paragraphs between empty lines', () => {
    expect(plain('\uFEFFБірінші абзац.\r\n\r\n  Екінші   абзац.\r\n \r\nҮшінші.')).toEqual([
      ['text', 'Бірінші абзац.'],
      ['text', 'Екінші абзац.'],
      ['text', 'Үшінші.'],
    ]);
  });

  it('has a paragraph a line where no line is empty', () => {
    const lines = ['Қазан төңкерісі жеңіске жеткеннен кейін.', 'Алаш партиясы құрылды, оның жетекшісі болды.', 'Соңы.'];
    expect(plain(lines.join('\n'))).toEqual(lines.map((line) => ['text', line]));
  });

  it('joins lines that were broken at a width', () => {
    const text =
      'Уақытша үкімет аграрлық мәселені шеше алмады, езілген халықтарға\nөзін-өзі билеу құқығын бермеді, жұмысшыларға сегіз сағаттық жұмыс\nкүнін енгізбеді.\n\nЕкінші абзац.';
    expect(plain(text)).toEqual([
      ['text', text.slice(0, text.indexOf('\n\n')).replaceAll('\n', ' ')],
      ['text', 'Екінші абзац.'],
    ]);
    expect(readPlainText(text).findings.map(({ code }) => code)).toEqual(['lines-joined']);
  });

  it('keeps lines of verse', () => {
    const verse = 'Желсіз түнде жарық ай,\nСәулесі суда дірілдеп,\nАуылдың жаны терең сай,\nТасыған өзен гүрілдеп.';
    expect(plain(`Абай\n\n${verse}\n\nСоңы`)).toEqual([
      ['text', 'Абай'],
      ['verse', verse],
      ['text', 'Соңы'],
    ]);
  });

  it('has headings that say they are some', () => {
    const headings = ['1-тарау', 'Үшінші', 'Глава 2. Степь', 'Chapter IV', 'XII', 'БІРІНШІ БӨЛІМ'];
    const types = plain(headings.join('\n\n')).map(([type]) => type);
    expect(types).toEqual(['heading', 'text', 'heading', 'heading', 'heading', 'text']);
  });

  it('is refused when there is nothing in it', () => {
    expect(() => readPlainText(' \n\t\n')).toThrow('there is no text in it');
  });

  it('loses no word, whatever it is', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '  ', 'Сөз сөз', 'а\tб', '\u0000', '\u2028'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const read = wholeOrRefused(() => readPlainText(text));
        const words = (all: string): string => all.replace(/[\s\p{C}\uFFFD\p{Surrogate}]+/gu, '');
        const kept = read?.texts[0]?.blocks.map((block) => block.text).join('\n') ?? '';
        expect(words(kept)).toBe(words(text.replace(/^\uFEFF/u, '')));
      }),
    );
  });
});
