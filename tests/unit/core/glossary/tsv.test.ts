import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiterOf, type Delimiter, readTable } from '#core/glossary/table.ts';
import { readTerms, readTermsTable, writeTerms, type TermContent } from '#core/glossary/tsv.ts';
import { termContents } from './term-contents.ts';

const problems = (text: string): [number, string, string][] =>
  readTerms(text).problems.map(({ line, code, detail }) => [line, code, detail]);

describe('reading terms', () => {
  test('[F1] takes columns by their names, in any order', () => {
    expect(
      readTerms('ru\theadword\tcategory\ten\tnote_kk\nсовет\tкеңес\tinstitution\tSoviet; council\tбилік\n'),
    ).toEqual({
      terms: [
        {
          language: 'kk',
          headword: 'кеңес',
          category: 'institution',
          glosses: { ru: ['совет'], en: ['Soviet', 'council'] },
          notes: { kk: 'билік' },
        },
      ],
      problems: [],
    });
  });

  test.each([
    ['a byte order mark', '\uFEFFheadword\ten\nкеңес\tSoviet\n'],
    ['Windows line ends', 'headword\ten\r\nкеңес\tSoviet\r\n'],
    ['old Macintosh line ends', 'headword\ten\rкеңес\tSoviet\r'],
    ['no line end at the end', 'headword\ten\nкеңес\tSoviet'],
    ['quoted cells', '"headword"\t"en"\n"кеңес"\t"Soviet"\n'],
    ['empty lines and cells', '\n\nheadword\ten\t\n\t\t\nкеңес\tSoviet\t\t\n\n'],
    ['spaces around cells', ' headword \t en\n кеңес \t Soviet \n'],
  ])('takes %s', (_, text) => {
    const { terms, problems: none } = readTerms(text);
    expect(terms).toEqual([
      { language: 'kk', headword: 'кеңес', category: 'word', glosses: { en: ['Soviet'] }, notes: {} },
    ]);
    expect(none).toEqual([]);
  });

  test('takes line breaks, tabs and quotation marks in quoted cells, and still counts lines', () => {
    const { terms, problems: found } = readTerms('headword\tnote_kk\nа\t"бір\nекі\t""үш"""\n\tжоқ\n');
    expect(terms[0]?.notes).toEqual({ kk: 'бір\nекі\t"үш"' });
    expect(found).toEqual([{ line: 4, code: 'missing-headword', detail: 'жоқ' }]);
  });

  test('takes a cell that only begins with a quotation mark as it stands', () => {
    expect(readTerms('headword\ten\n"Қазақ" газеті\tQazaq\n').terms[0]?.headword).toBe('"Қазақ" газеті');
  });

  test('takes the language of a headword from its column, else from the caller', () => {
    expect(readTerms('headword\tlanguage\nа\tru\nб\t\n', 'tt').terms.map(({ language }) => language)).toEqual([
      'ru',
      'tt',
    ]);
  });

  test('takes glosses of languages with three letters under gloss_, and other columns as fields', () => {
    expect(readTerms('headword\tgloss_tyv\tpos\tid\tgloss_id\nа\tx\tnoun\tt1\tdewan\n')).toMatchObject({
      terms: [{ headword: 'а', glosses: { tyv: ['x'], id: ['dewan'] }, pos: 'noun' }],
      problems: [{ line: 1, code: 'ignored-column', detail: 'id' }],
    });
  });

  test('[F2] takes a semicolon inside a sense when it is escaped', () => {
    expect(readTerms('headword\ten\nа\tone\\; two; three\\\\\n').terms[0]?.glosses).toEqual({
      en: ['one; two', 'three\\'],
    });
  });

  test.each<[string, string, [number, string, string][]]>([
    ['no headword column', 'thing\tpart\nа\tb\n', [[1, 'no-headword-column', 'thing part']]],
    ['an empty file', '', [[1, 'no-headword-column', '']]],
    ['a row without a headword', 'headword\ten\n\tSoviet\n', [[2, 'missing-headword', 'Soviet']]],
    ['an unknown category', 'headword\tcategory\nа\tnoun\n', [[2, 'unknown-category', 'noun']]],
    ['a bad language', 'headword\tlanguage\nа\tКазахский\n', [[2, 'bad-language', 'Казахский']]],
    ['an unknown level', 'headword\tlevel\nа\t6\n', [[2, 'unknown-level', '6']]],
    ['a doubled column', 'headword\ten\ten\nа\tb\tc\n', [[1, 'doubled-column', 'en']]],
    [
      'a column that no file may set',
      'headword\t__proto__\tmodified\nа\tb\tc\n',
      [
        [1, 'ignored-column', '__proto__'],
        [1, 'ignored-column', 'modified'],
      ],
    ],
    ['more cells than columns', 'headword\nа\tb\n', [[2, 'extra-cells', 'b']]],
    ['a quotation mark that never closes', 'headword\ten\nа\t"b\n', [[2, 'unclosed-quote', '"']]],
  ])('names %s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('[F7] keeps the rest of a row of which something cannot be read', () => {
    expect(readTerms('headword\tcategory\tlanguage\ten\nа\tnoun\tX\tb\n').terms).toEqual([
      { headword: 'а', category: 'word', language: 'kk', glosses: { en: ['b'] }, notes: {} },
    ]);
  });

  test('never throws, and never reaches the prototype, whatever the file', () => {
    const anything = fc.array(
      fc.constantFrom('headword', '\t', '\n', '"', '""', ';', '\\', '__proto__', 'en', 'а', '\r', '\uFEFF', ' '),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          anything.map((parts) => parts.join('')),
        ),
        (text) => {
          for (const term of readTerms(text).terms) {
            expect(term.headword).not.toBe('');
            expect(Object.getPrototypeOf(term)).toBe(Object.prototype);
          }
        },
      ),
    );
  });

  test('reads a megabyte of open quotation marks in bounded time', () => {
    expect(readTerms(`headword\n${'"a\t'.repeat(300_000)}`).terms).toHaveLength(1);
  });
});

describe('writing terms', () => {
  test('writes a header and a row a term', () => {
    const term: TermContent = {
      headword: 'кеңес',
      language: 'kk',
      category: 'institution',
      glosses: { ru: ['совет'], en: ['Soviet', 'a; b'] },
      notes: { kk: 'он "айтты"' },
      pos: 'noun',
    };
    expect(writeTerms([term])).toBe(
      'headword\tlanguage\tcategory\ten\tru\tnote_kk\tpos\nкеңес\tkk\tinstitution\tSoviet; a\\; b\tсовет\t"он ""айтты"""\tnoun\n',
    );
  });

  test('of none is only a header', () => {
    expect(writeTerms([])).toBe('headword\tlanguage\tcategory\n');
  });

  test('leaves out what the library adds', () => {
    const stored = {
      id: 't',
      kind: 'term',
      modified: 'x',
      headword: 'а',
      language: 'kk',
      category: 'word',
      glosses: {},
      notes: {},
    } as const;
    expect(writeTerms([stored])).toBe('headword\tlanguage\tcategory\nа\tkk\tword\n');
  });

  test.each<[string, Delimiter]>([
    ['tabs', '\t'],
    ['commas', ','],
    ['semicolons', ';'],
  ])('with %s, then reading gives the same terms', (_, delimiter) => {
    fc.assert(
      fc.property(fc.array(termContents), (terms) => {
        expect(readTerms(writeTerms(terms, delimiter), 'kk', delimiter)).toEqual({ terms, problems: [] });
      }),
    );
  });

  test('[F3] as CSV ends its lines as RFC 4180 says, and quotes cells with the delimiter', () => {
    const term: TermContent = { headword: 'а,б', language: 'kk', category: 'word', glosses: {}, notes: {}, level: '3' };
    expect(writeTerms([term], ',')).toBe('headword,language,category,level\r\n"а,б",kk,word,3\r\n');
  });
});

describe('a table for spreadsheets', () => {
  test('[F8] has no cell that is a formula, and gives back what stood in it', () => {
    const words = ['=1+1', '+x', '-лық', '@a', "'=1", "''-x", ' =1', '＝1'];
    const terms = words.map((headword): TermContent => ({
      headword,
      language: 'kk',
      category: 'word',
      glosses: { en: ['=HYPERLINK("http://x")'] },
      notes: {},
    }));
    const written = writeTerms(terms, ',');
    const { rows } = readTable(written, ',');
    for (const cell of rows.flatMap(({ cells }) => cells)) expect(cell).not.toMatch(/^\s*[=+@＝-]/u);
    const back = readTerms(written, 'kk', ',').terms;
    expect(back.map(({ headword }) => headword)).toEqual(words.map((word) => word.trim()));
    expect(back[0]?.glosses).toEqual(terms[0]?.glosses);
    // Numbers are numbers, and tables with tabs are for programs.
    expect(writeTerms([{ headword: '-5', language: 'kk', category: 'word', glosses: {}, notes: {} }], ',')).toContain(
      '\n-5,',
    );
    expect(writeTerms(terms)).toContain('\n=1+1\t');
  });
});

describe('the delimiter of a table', () => {
  test.each<[string, string, Delimiter]>([
    ['tabs', 'headword\ten\nа\tone, two; three\n', '\t'],
    ['semicolons, where glosses have commas', 'Сөз;English\r\nа;one, two\r\nб;three\r\n', ';'],
    ['commas, where quoted glosses have semicolons', 'word,en\nа,"one; two"\nб,three\n', ','],
    ['none, where there is one column', 'headword\nа\nб\n', '\t'],
    ['what Excel says on the first line', 'sep=;\nheadword;en\nа;one\n', ';'],
  ])('[F5] is told: %s', (_, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });

  test('is not a row where Excel names it on a line of its own', () => {
    expect(readTerms('sep=;\nheadword;en\nа;one\n', 'kk', ';').terms).toMatchObject([{ headword: 'а' }]);
  });
});

describe('the columns of a table made elsewhere', () => {
  const columns = (header: string, headwords = 'kk') =>
    readTermsTable(`${header}\nа\n`, ';', { headwords, own: 'ru' }, null).columns;

  test.each<[string, string[]]>([
    ['Headword;English;Русский;Note', ['headword', 'gloss:en', 'gloss:ru', 'note:ru']],
    ['HEADWORD;CATEGORY;EN;Level', ['headword', 'category', 'gloss:en', 'level']],
    ['Қазақша;Русский;Ағылшынша', ['headword', 'gloss:ru', 'gloss:en']],
    ['Английский;Казахский', ['gloss:en', 'headword']],
    ['Слово;Перевод;Примечание (казахский);Часть речи', ['headword', 'gloss:ru', 'note:kk', 'field:Часть речи']],
    ['Сөз;Аударма: English;note_en;', ['headword', 'gloss:en', 'note:en', 'none']],
  ])('[F4] are known by their names: %s', (header, expected) => {
    expect(columns(header)).toEqual(expected);
  });

  test('that name no language are in the one of their letters', () => {
    const { columns: found } = readTermsTable(
      'word;translation;note\nсу;вода;Қайнар бұлақ\n',
      ';',
      { headwords: 'kk', own: 'en' },
      null,
    );
    expect(found).toEqual(['headword', 'gloss:ru', 'note:kk']);
  });

  test('hold headwords of the first language where none is in the language asked for', () => {
    const { columns: found, language } = readTermsTable(
      'English;Русский\na;а\n',
      ';',
      { headwords: 'kk', own: 'en' },
      true,
    );
    expect(found).toEqual(['headword', 'gloss:ru']);
    expect(language).toBe('en');
  });

  test('are those of the first line, or guessed, where the reader says so', () => {
    const languages = { headwords: 'kk', own: 'en' };
    expect(readTermsTable('headword;en\nа;one\n', ';', languages, false).columns).toEqual(['headword', 'gloss:en']);
    expect(readTermsTable('headword;en\nа;one\n', ';', languages, false).rows).toHaveLength(2);
    expect(readTermsTable('а;one\nб;two\n', ';', languages, true).columns).toEqual(['field:а', 'field:one']);
  });

  test('[F6] are guessed by what stands in them where the file does not name them', () => {
    const long = 'Сөйлемдегі қызметі мен мағынасы туралы ұзақ түсіндірме, мысалдарымен бірге берілген.';
    const text = `үкімет;government;правительство;3;institution;${long}\nкеңес;council;совет;known;word;\n`;
    const table = readTermsTable(text, ';', { headwords: 'kk', own: 'en' }, null);
    expect(table.header).toBeNull();
    expect(table.rows).toHaveLength(2);
    expect(table.columns).toEqual(['headword', 'gloss:en', 'gloss:ru', 'level', 'category', 'note:kk']);
  });
});
