import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTerms, writeTerms, type TermContent } from '#core/glossary/tsv.ts';
import { termCategories } from '#core/records/term.ts';

const problems = (text: string): [number, string, string][] =>
  readTerms(text).problems.map(({ line, code, detail }) => [line, code, detail]);

describe('reading terms', () => {
  test('takes columns by their names, in any order', () => {
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

  test('takes a semicolon inside a sense when it is escaped', () => {
    expect(readTerms('headword\ten\nа\tone\\; two; three\\\\\n').terms[0]?.glosses).toEqual({
      en: ['one; two', 'three\\'],
    });
  });

  test.each<[string, string, [number, string, string][]]>([
    ['no headword column', 'word\ten\nа\tb\n', [[1, 'no-headword-column', 'word en']]],
    ['an empty file', '', [[1, 'no-headword-column', '']]],
    ['a row without a headword', 'headword\ten\n\tSoviet\n', [[2, 'missing-headword', 'Soviet']]],
    ['an unknown category', 'headword\tcategory\nа\tnoun\n', [[2, 'unknown-category', 'noun']]],
    ['a bad language', 'headword\tlanguage\nа\tКазахский\n', [[2, 'bad-language', 'Казахский']]],
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

  test('keeps the rest of a row of which something cannot be read', () => {
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

  const inside = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', '\t', '\n', '\r', ';', '\\', ' ', 'қ'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const tag = fc.constantFrom('en', 'ru', 'kk-Arab', 'tyv', 'id');
  const term: fc.Arbitrary<TermContent> = fc
    .record({
      headword: inside,
      language: fc.constantFrom('kk', 'kk-Latn', 'tyv'),
      category: fc.constantFrom(...termCategories),
      glosses: fc.dictionary(tag, fc.array(inside, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
      notes: fc.dictionary(tag, inside, { noNullPrototype: true }),
      others: fc.dictionary(fc.constantFrom('pos', 'Дереккөз', 'my column', 'work'), inside, { noNullPrototype: true }),
    })
    .map(({ others, ...known }) => ({ ...known, ...others }));

  test('then reading gives the same terms', () => {
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        expect(readTerms(writeTerms(terms))).toEqual({ terms, problems: [] });
      }),
    );
  });
});
