import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addHeadword,
  glossIndex,
  headwordIndex,
  matches,
  removeGlosses,
  removeHeadword,
} from '#core/glossary/match.ts';
import { exactInflection } from '#core/language/exact.ts';
import type { Inflection } from '#core/language/inflection.ts';
import { language } from '#core/language/language.ts';
import { term } from './terms.ts';

const kk = language('kk');
const en = language('en');
const found = (text: string, ...headwords: string[]): string[] =>
  matches(
    text,
    headwordIndex(
      headwords.map((headword) => term(headword)),
      kk,
    ),
  ).map(({ start, end }) => text.slice(start, end));

describe('matching headwords in running text', () => {
  test('finds a headword whatever its capitals', () => {
    expect(found('Кеңес құрылды, КЕҢЕС, кеңес', 'кеңес')).toEqual(['Кеңес', 'КЕҢЕС', 'кеңес']);
  });

  test('[M6] finds every form of a headword', () => {
    expect(found('үкіметінің, үкіметке, Үкіметтің; РКФСР-дің', 'үкімет', 'РКФСР')).toEqual([
      'үкіметінің',
      'үкіметке',
      'Үкіметтің',
      'РКФСР-дің',
    ]);
    expect(found('Уақытша үкіметінің', 'үкімет', 'Уақытша үкімет')).toEqual(['Уақытша үкіметінің']);
  });

  test('[M7] gives a form to the longest headword that it continues', () => {
    const index = headwordIndex([term('бас'), term('басшы'), term('жақ'), term('жақсы')], kk);
    expect(matches('басшысы, басы, жақсылар', index).map(({ terms }) => terms)).toEqual([
      ['басшы'],
      ['бас'],
      ['жақсы'],
    ]);
  });

  test('[M8] takes a headword for a verb when its glosses say so', () => {
    const verb = term('баста', { en: ['to begin'] });
    const noun = term('баста', { en: ['spring'] });
    expect(matches('бастады бастап', headwordIndex([verb], kk))).toHaveLength(2);
    expect(matches('бастап', headwordIndex([noun], kk))).toHaveLength(0);
    expect(matches('бастап', headwordIndex([{ ...verb, category: 'place' }], kk))).toHaveLength(0);
  });

  test('[M9] takes up terms that are added, and forgets those removed', () => {
    const index = headwordIndex([term('кеңес')], kk);
    expect(matches('кеңесі мен үкіметі', index)).toHaveLength(1);
    addHeadword(index, term('үкімет'));
    expect(matches('кеңесі мен үкіметі', index)).toHaveLength(2);
    removeHeadword(index, term('кеңес'));
    removeHeadword(index, term('жоқ сөз'));
    expect(matches('кеңесі мен үкіметі', index).map(({ terms }) => terms)).toEqual([['үкімет']]);
  });

  test('finds whole words only', () => {
    expect(found('ұлттық ұлт ұлт-азаттық', 'ұлт')).toEqual(['ұлт']);
  });

  test('takes the longest first', () => {
    expect(found('Уақытша үкімет және үкімет', 'үкімет', 'Уақытша үкімет')).toEqual(['Уақытша үкімет', 'үкімет']);
  });

  test('takes the longer of two that overlap, wherever it begins', () => {
    expect(found('халық комиссары кеңесінің төрағасы', 'халық комиссары', 'комиссары кеңесінің төрағасы')).toEqual([
      'комиссары кеңесінің төрағасы',
    ]);
  });

  test('finds the shorter one inside a longer one that does not match to its end', () => {
    expect(found('Уақытша халық үкімет', 'Уақытша халық кеңесі', 'халық')).toEqual(['халық']);
  });

  test.each([
    ['any white space', 'Уақытша\n  үкімет', 'Уақытша үкімет'],
    ['quotation marks', '“Алаш” партиясы', 'Алаш партиясы'],
    ['other quotation marks', '«Қазақ» газеті', '“Қазақ” газеті'],
    ['brackets', 'Қырғыз (қазақ) партиясы', 'Қырғыз (қазақ) партиясы'],
    ['dashes', 'Алаш – Орда', 'Алаш — Орда'],
  ])('passes over %s between words', (_, text, headword) => {
    expect(found(text, headword)).toHaveLength(1);
  });

  test.each([
    ['a comma', 'Уақытша, үкімет', 'Уақытша үкімет'],
    ['the end of a sentence', 'Уақытша. Үкімет', 'Уақытша үкімет'],
    ['brackets', 'Қырғыз қазақ партиясы', 'Қырғыз (қазақ) партиясы'],
  ])('does not pass over %s', (_, text, headword) => {
    expect(found(text, headword)).toEqual([]);
  });

  test('names all terms with one headword', () => {
    const other = { ...term('Кеңес'), id: 'second' };
    expect(matches('кеңес', headwordIndex([term('кеңес'), other], kk))).toEqual([
      { start: 0, end: 5, terms: ['кеңес', 'second'], others: [] },
    ]);
  });

  test('leaves out terms of other languages, and headwords without a word', () => {
    const index = headwordIndex([term('soviet', {}, 'en'), term('№'), term('кеңес', {}, 'kk-Cyrl')], kk);
    expect(matches('soviet № кеңес', index).map(({ terms }) => terms)).toEqual([['кеңес']]);
  });

  test('takes other rules of form than those of the language', () => {
    const exact = exactInflection(kk.lower);
    const prefixes: Inflection = {
      normal: exact.normal,
      stems: (word) => [{ text: exact.normal(word), accepts: () => true, readings: () => [] }],
      likelyKind: exact.likelyKind,
    };
    const index = headwordIndex([term('кеңес')], kk, prefixes);
    const text = 'кеңесқой';
    expect(matches(text, headwordIndex([term('кеңес')], kk))).toEqual([]);
    expect(matches(text, index).map(({ start, end }) => text.slice(start, end))).toEqual(['кеңесқой']);
  });

  test('never gives matches that overlap, and always words of the text', () => {
    const words = fc.constantFrom('а', 'б', 'в', 'г');
    const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 6 }), fc.array(words, { maxLength: 20 }), (headwords, text) => {
        const whole = text.join(' ');
        let end = 0;
        for (const match of matches(
          whole,
          headwordIndex(
            headwords.map((headword) => term(headword)),
            kk,
          ),
        )) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.terms).toContain(whole.slice(match.start, match.end));
          end = match.end;
        }
      }),
    );
  });

  test('finds a word wherever it stands, if nothing longer takes it', () => {
    const words = fc.constantFrom('алаш', 'кеңес', 'ұлт');
    fc.assert(
      fc.property(fc.array(words), (text) => {
        expect(found(text.join(', '), 'ұлт')).toHaveLength(text.filter((word) => word === 'ұлт').length);
      }),
    );
  });
});

describe('matching glosses in a translation', () => {
  const glossed = (gloss: string, text: string): string[] =>
    matches(text, glossIndex([term('сөз', { en: [gloss] })], en)).map(({ start, end }) => text.slice(start, end));

  test('finds every sense', () => {
    const index = glossIndex([term('кеңес', { en: ['Soviet', 'council'] })], en);
    expect(matches('The council, a soviet', index)).toHaveLength(2);
  });

  test.each([
    ['Soviet (of workers)', 'the Soviet of Omsk', ['Soviet']],
    ['Kazalinsk (Kazaly)', 'in Kazalinsk', ['Kazalinsk']],
    ['to recognise', 'they must recognise it', ['recognise']],
    ['to recognise', 'refused to recognise it', ['to recognise']],
    ['(usually) volost', 'a volost', ['volost']],
    ['“All power to the Soviets”', 'the slogan “All power to the Soviets” was', ['All power to the Soviets']],
  ])('finds %s in “%s”', (gloss, text, expected) => {
    expect(glossed(gloss, text)).toEqual(expected);
  });

  test('leaves out glosses of other languages', () => {
    expect(matches('слово', glossIndex([term('сөз', { ru: ['слово'] })], en))).toEqual([]);
  });

  test('takes glosses of any tag of the language', () => {
    expect(matches('council', glossIndex([term('кеңес', { 'en-GB': ['council'] })], en))).toHaveLength(1);
  });
});

test('[M9] an index forgets the glosses of a term, and those of others stay', () => {
  const council = term('кеңес', { en: ['council', 'to advise (someone)'] });
  const board = { ...term('алқа', { en: ['board', 'council'] }), id: 'board' };
  const index = glossIndex([council, board], en);
  removeGlosses(index, council);
  expect(matches('the council would advise the board', index).map(({ terms }) => terms)).toEqual([
    ['board'],
    ['board'],
  ]);
});
