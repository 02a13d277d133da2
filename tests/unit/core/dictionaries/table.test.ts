import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableColumns, tableReader } from '#core/dictionaries/table.ts';
import { collected, lines } from './collected.ts';

const read = (text: string, size?: number) => collected((sink) => tableReader(sink, 'kk', 'en'), text, size);

describe('a table without a header', () => {
  test('has the headword first and the gloss next to it', () => {
    expect(lines(read('үкімет\tgovernment\nкітап\tbook\n'))).toEqual(['үкімет: government', 'кітап: book']);
  });

  test('has parts of speech between them where most rows have one there', () => {
    const { entries } = read('үкімет\tзат есім\tgovernment\nбару\tетістік\tto go\n');
    expect(entries.map(({ partOfSpeech, senses }) => [partOfSpeech, senses])).toEqual([
      ['noun', ['government']],
      ['verb', ['to go']],
    ]);
  });

  test.each([
    ['tabs', 'үкімет\tgovernment\nкітап\tbook'],
    ['commas', 'үкімет,government\nкітап,book'],
    ['semicolons', 'үкімет;government\nкітап;book'],
    ['Windows line ends', 'үкімет\tgovernment\r\nкітап\tbook\r\n'],
    ['a byte order mark', '\uFEFFүкімет\tgovernment\nкітап\tbook\n'],
    ['quotes', '"үкімет","government"\n"кітап","book"\n'],
    ['lines of settings before it', '#separator:tab\n#html:true\nүкімет\tgovernment\nкітап\tbook\n'],
  ])('is read with %s', (_, text) => {
    expect(lines(read(text))).toEqual(['үкімет: government', 'кітап: book']);
  });
});

describe('a table with a header', () => {
  test('is read by the names of its columns', () => {
    const { entries } = read('id\tpos\ttranslation\tword\n1\tnoun\tgovernment\tүкімет\n');
    expect(entries).toMatchObject([{ headword: 'үкімет', senses: ['government'], partOfSpeech: 'noun' }]);
  });

  test('is read by the languages of its columns, those that are asked for first', () => {
    const text = 'en\tru\tkk\ngovernment\tправительство\tүкімет\n';
    expect(lines(read(text))).toEqual(['үкімет: government']);
    expect(lines(collected((sink) => tableReader(sink, 'kk', 'ru'), text))).toEqual(['үкімет: правительство']);
    expect(tableColumns(text, 'kk', 'ru')).toMatchObject({ source: 'kk', target: 'ru', languages: ['en', 'ru', 'kk'] });
  });

  test.each(['Қазақша\tОрысша', 'kazakh\trussian', 'kaz\trus'])('knows languages by their names: %s', (header) => {
    expect(tableColumns(`${header}\nүкімет\tправительство\n`)).toMatchObject({ source: 'kk', target: 'ru' });
  });
});

test('senses are parted by semicolons outside of brackets, and by line ends', () => {
  expect(lines(read('үкімет\tgovernment; cabinet (of ministers; state)\\npower\n'))).toEqual([
    'үкімет: government | cabinet (of ministers; state) | power',
  ]);
});

test('a quoted cell may have several lines; what it holds of markup is not shown', () => {
  expect(lines(read('headword,gloss\nүкімет,"<b>government</b>\n2) cabinet"\nкітап,book\n'))).toEqual([
    'үкімет: government | cabinet',
    'кітап: book',
  ]);
});

test('rows that say nothing are counted with their lines, and the others are read', () => {
  const { entries, skips } = read('үкімет\tgovernment\n\tx\nжалғыз\n\nкітап\tbook\n\uFFFD\tbroken\n');
  expect(entries.map(({ headword }) => headword)).toEqual(['үкімет', 'кітап']);
  expect(skips.map(([code, place]) => `${code} ${place}`)).toEqual([
    'no-headword line 2',
    'no-gloss line 3',
    'not-text line 6',
  ]);
});

test('a quotation mark that never closes costs its own line only', () => {
  const rows = Array.from({ length: 500 }, (_, at) => `сөз${String(at)}\tword ${String(at)}`);
  const { entries, skips } = read(['алғаш\tfirst', '"ашық\tnever closed', ...rows].join('\n'));
  expect(skips).toEqual([['unclosed-quote', 'line 2', '"ашық\tnever closed']]);
  expect(entries).toHaveLength(501);
});

test('a line without an end is passed over', () => {
  const { entries, skips } = read(`үкімет\tgovernment\n${'а'.repeat(1_100_000)}\nкітап\tbook\n`, 65_536);
  expect(skips.map(([code, place]) => `${code} ${place}`)).toEqual(['too-long line 2']);
  expect(entries).toHaveLength(2);
});

test('how a text is cut into pieces does not matter', () => {
  const cell = fc.stringMatching(/^[а-я"; ,<>&n]{0,12}$/u);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const text = rows.map((cells) => cells.join('\t')).join('\n');
      expect(read(text, size)).toEqual(read(text));
    }),
  );
});
