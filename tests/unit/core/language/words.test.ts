import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { language } from '#core/language/language.ts';

const words = (text: string): string[] =>
  language('kk')
    .words(text)
    .map(([start, end]) => text.slice(start, end));

describe('words', () => {
  test.each([
    ['қиян-кескі күрес, бастап-ақ', ['қиян-кескі', 'күрес', 'бастап-ақ']],
    ['21-інде, 2-ші, РКФСР-дің', ['21-інде', '2-ші', 'РКФСР-дің']],
    ['В.И.Лениннің сөзі', ['В', 'И', 'Лениннің', 'сөзі']],
    ['Ә.Бөкейханов және Х. Ғаббасов', ['Ә', 'Бөкейханов', 'және', 'Х', 'Ғаббасов']],
    ['3 - Бүкілресейлік – әлеуметтік–экономикалық', ['3', 'Бүкілресейлік', 'әлеуметтік', 'экономикалық']],
    ['Омбы,Орынбор', ['Омбы', 'Орынбор']],
    ['1,5 млн. 3.14 1,000', ['1,5', 'млн', '3.14', '1,000']],
    ["people’s don't об’єкт the workers’", ['people’s', "don't", 'об’єкт', 'the', 'workers']],
    ['қа\u00ADзақ и\u0306од', ['қа\u00ADзақ', 'и\u0306од']],
    ['5‑ші екі‐үш', ['5‑ші', 'екі‐үш']],
    ['-мен --- «» …', ['мен']],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('hold every letter and digit, in order, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const [from, to] of language('kk').words(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, from)).not.toMatch(/[\p{L}\p{N}]/u);
          end = to;
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});

test('words are those that the grammar of a word describes, whatever the text', () => {
  const grammar =
    /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200C\u200D]*(?:(?:[-\u2010\u2011'\u2019\u02BC](?=[\p{L}\p{N}])|(?<=\p{Nd})[.,](?=\p{Nd}))[\p{L}\p{M}\p{N}\u00AD\u200C\u200D]+)*/gu;
  const piece = fc.oneof(
    fc.constantFrom(
      'қ',
      'A',
      '7',
      '½',
      '\u0301',
      '\u00AD',
      '-',
      '’',
      '.',
      ',',
      ' ',
      '😀',
      '𝐀',
      '𝟗',
      '\uD801',
      '\uDC00',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const expected = [...text.matchAll(grammar)].map(({ index, 0: word }) => [index, index + word.length]);
      expect(language('kk').words(text)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
