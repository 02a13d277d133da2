import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { language } from '#core/language/language.ts';

const sorted = (tag: string, list: string[]): string[] => list.toSorted((a, b) => language(tag).compare(a, b));
/** Each list is in order; it must come back from any mixture of itself. */
const lists: [string, string, string[]][] = [
  ['kk', 'the Kazakh alphabet', Array.from('аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя')],
  ['kk', 'і before ь, э, ю, я', ['ырыс', 'іс', 'эра', 'юг', 'яки']],
  ['kk', 'small before capital letters', ['кеңес', 'Кеңес', 'Кеңестер']],
  ['kk', 'a phrase before a longer first word', ['алаш', 'Алаш партиясы', 'Алашорда', 'алаштық']],
  ['kk', 'quotation marks aside', ['жариялау', '“Қазақ” газеті', 'қайраткер', '“Сарыарқа” газеті', 'село']],
  ['kk', 'numbers by value, before letters', ['2-ші', '10-шы', '100', 'алаш']],
  ['kk', 'Cyrillic before Latin', ['яки', 'Alash', 'zhuz']],
  ['en', 'Latin before Cyrillic', ['Alash', 'élan', 'zhuz', 'алаш', 'қазақ']],
  ['en', 'accents after none', ['resume', 'résumé', 'resumes']],
  ['ru', 'ё with е', ['ед', 'ёж', 'ежевика', 'ежи', 'ёлка', 'ель']],
  ['ru', 'ё after е where nothing else differs', ['все', 'всё', 'вслед']],
  ['kk-Latn', 'Latin first', ['alash', 'қазақ']],
];

describe('order', () => {
  test.each(lists)('in %s: %s', (tag, _, list) => {
    expect(sorted(tag, list.toReversed())).toEqual(list);
  });

  test('is the same whatever came first', () => {
    const list = ['әке', 'Әке', 'аға', 'ағa', 'б', '“а”', 'а', '1', '01', ' а', 'а-б', 'а б', 'е\u0308', 'ё'];
    const once = sorted('kk', list);
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (mixed) => {
        expect(sorted('kk', mixed)).toEqual(once);
      }),
    );
  });

  const some = fc.oneof(
    fc.array(fc.constantFrom(...Array.from('аәёеЁкқК9801 -“iIь́z')), { maxLength: 5 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );

  test.each(['kk', 'en', 'ru', 'xx'])('in %s is total: antisymmetric, transitive, 0 only for equal strings', (tag) => {
    const { compare } = language(tag);
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(compare(a, b) === 0).toBe(a === b);
        const [low, middle, high] = [a, b, c].toSorted(compare);
        expect(compare(low ?? '', high ?? '')).toBeLessThanOrEqual(0);
        expect(compare(low ?? '', middle ?? '')).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('small letters', () => {
  test.each([
    ['kk', 'ҚАЗАҚ ӘҒҢӨҰҮҺІ', 'қазақ әғңөұүһі'],
    ['kk-Latn', 'ISI İNİ', 'ısı ini'],
    ['tr', 'IĞDIR İzmir', 'ığdır izmir'],
    ['en', 'ITS', 'its'],
  ])('in %s of %s', (tag, text, small) => {
    expect(language(tag).lower(text)).toBe(small);
  });
});

describe('a language', () => {
  test('is the same object every time', () => {
    expect(language('kk')).toBe(language('kk'));
  });

  test('knows the tag it was asked for by', () => {
    expect(language('en-GB').tag).toBe('en-GB');
    expect(language('en-GB').sentences('He met Mr. Smith. Yes.')).toHaveLength(2);
  });

  test('without data of its own still has all of it', () => {
    const de = language('de');
    expect(de.words('Grüß Gott!')).toHaveLength(2);
    expect(['Zug', 'Äpfel', 'Apfel'].toSorted(de.compare)).toEqual(['Apfel', 'Äpfel', 'Zug']);
    expect(['Zug', 'яблоко'].toSorted(language('uk').compare)).toEqual(['яблоко', 'Zug']);
  });
});
