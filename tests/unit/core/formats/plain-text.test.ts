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

  it('keeps lines of verse of which some are farther in', () => {
    const verse = [
      'Көк аспанда ай жүзеді,',
      'Жұлдыз жанып, тау күзеді.',
      'Самал есіп, жусан иісі',
      'Түн тынысын тербетеді.',
    ];
    const text = verse.map((line, at) => (at === 2 ? `\u00A0\u00A0\u00A0${line}` : line)).join('\n');
    expect(plain(`Өлең\n\n${text}\n\nСоңы`)[1]).toEqual(['verse', verse.join('\n')]);
  });

  it('has headings that say they are some', () => {
    const headings = ['1-тарау', 'Үшінші', 'Глава 2. Степь', 'Chapter IV', 'XII', 'БІРІНШІ БӨЛІМ'];
    const types = plain(headings.join('\n\n')).map(([type]) => type);
    expect(types).toEqual(['heading', 'text', 'heading', 'heading', 'heading', 'text']);
  });

  const speech = [
    '— Қайда барасың? — деді әкесі орнынан тұрмастан, жұмысынан көз алмай.',
    '— Алысқа, — деді ұлы, — өзеннің ар жағына, бәлкім, одан да әрі кететін шығармын, кім білсін.',
    'Әкесі үндемей қалды.',
    'Сонан соң баяу ғана орнынан тұрып, есік алдына шықты да, көп тұрды. Аспан ашық еді, жұлдыздар сөніп бара жатыр екен.',
  ];
  const wrapped = (text: string, first: string, rest: string): string => {
    const lines: string[] = [first];
    for (const word of text.split(' ')) {
      const line = lines.at(-1) ?? '';
      if (`${line} ${word}`.length > 60) lines.push(`${rest}${word}`);
      else lines[lines.length - 1] = line.trim() === '' ? `${line}${word}` : `${line} ${word}`;
    }
    return lines.join('\n');
  };

  it.each([
    ['indents', '    ', ''],
    ['lines that hang', '', '    '],
    ['nothing but short last lines', '', ''],
  ])('has paragraphs that are parted by %s, where its lines were broken at a width', (_, first, rest) => {
    const text = speech.map((one) => wrapped(one, first, rest)).join('\n');
    expect(plain(text)).toEqual(speech.map((one) => ['text', one]));
  });

  it('puts words together that were divided at the end of a line, and keeps hyphens of their own', () => {
    const text =
      'Уақытша үкімет аграрлық мәселені шеше алмады да, халық нара-\nзылығы күн санап күшейді, сөйтіп елдегі барлық қоғамдық-\nсаяси өмір қайта жанданды. Қоғамдық өмір мен саяси күрес\nсол жылдары айрықша өзгеріске ұшырап, жаңа арнаға түсті.';
    expect(plain(text)).toEqual([
      ['text', text.replace('нара-\nзы', 'наразы').replace('-\nсаяси', '-саяси').replaceAll('\n', ' ')],
    ]);
    expect(readPlainText(text).findings).toMatchObject([
      { code: 'lines-joined' },
      { code: 'hyphens-joined', count: 1 },
    ]);
  });

  it('has items of lists and speeches for themselves, and headings in the middle of the page', () => {
    const prose = speech.map((one) => wrapped(one, '', '')).join('\n\n');
    const text = `${' '.repeat(22)}Бірінші тарау\n\n${prose}\n\n1. бір\n2. екі\n\n— Иә.\n— Жоқ.`;
    const [first, ...others] = plain(text);
    expect(first).toEqual(['heading', 'Бірінші тарау']);
    expect(others.slice(-4)).toEqual(['1. бір', '2. екі', '— Иә.', '— Жоқ.'].map((one) => ['text', one]));
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
        const words = (all: string): string => all.replace(/[\s\p{C}\uFFFD\p{Surrogate}\-\u2010]+/gu, '');
        const kept = read?.texts[0]?.blocks.map((block) => block.text).join('\n') ?? '';
        expect(words(kept)).toBe(words(text.replace(/^\uFEFF/u, '')));
      }),
    );
  });
});
