import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '#core/text/fold.ts';
import { foldQuery, search, searchFolded } from '#core/text/search.ts';

const found = (text: string, query: string): string[] =>
  search(text, query).map(([start, end]) => text.slice(start, end));

describe('search', () => {
  test('finds Kazakh words written with Russian letters', () => {
    expect(found('Бүкіл қазақ халқы, қазақ-қырғыз съезі', 'казак')).toEqual(['қазақ', 'қазақ']);
  });

  test('finds a phrase over any white space', () => {
    expect(found('Уақытша \n үкіметтің  халық', 'уакытша  укимет')).toEqual(['Уақытша \n үкімет']);
  });

  test('finds text over a soft hyphen, with the right offsets behind it', () => {
    expect(search('қа\u00ADзақ пен қазақ', 'казак')).toEqual([
      [0, 6],
      [11, 16],
    ]);
  });

  test.each([
    ['«Үш жүз» партиясы', '"уш жуз"'],
    ['“Қазақ” газеті', '«қазақ»'],
    ['the people’s will', "people's"],
    ['5–12 желтоқсанда', '5-12'],
    ['ещё', 'еще'],
    ['еще', 'ЕЩЁ'],
    ['сеніп… басқа', 'сеніп...'],
  ])('in %s finds %s', (text, query) => {
    expect(found(text, query)).toHaveLength(1);
  });

  test('finds nothing for a query of nothing', () => {
    expect(search('қазақ', '')).toEqual([]);
    expect(search('қазақ', '  \u00AD')).toEqual([]);
    expect(foldQuery(' \n')).toBeNull();
  });

  test('does not take и for й', () => {
    expect(found('край', 'краи')).toEqual([]);
  });

  test('gives hits that do not overlap', () => {
    expect(search('ааааа', 'аа')).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  test('finds every stretch of any text in that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const graphemes = Array.from(text);
        const from = a % graphemes.length;
        const to = from + 1 + (b % (graphemes.length - from));
        const query = foldQuery(graphemes.slice(from, to).join(''));
        if (query === null) return;
        // The stretch may begin or end inside a letter with marks, which folds as one.
        if (!foldText(text).text.includes(query)) return;
        expect(searchFolded(foldText(text), query).length).toBeGreaterThan(0);
      }),
    );
  });
});
