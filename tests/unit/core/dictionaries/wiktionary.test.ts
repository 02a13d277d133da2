import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wiktionaryLanguages, wiktionaryReader } from '#core/dictionaries/wiktionary.ts';
import { collected, lines } from './collected.ts';

const read = (records: readonly unknown[], source: string | null = 'kk', target: string | null = 'en') =>
  collected(
    (sink) => wiktionaryReader(sink, source, target),
    records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n'),
  );

const word = {
  word: 'үкімет',
  lang: 'Kazakh',
  lang_code: 'kk',
  pos: 'noun',
  sounds: [{ audio: 'x.ogg' }, { ipa: '/ʏkɪˈmet/' }],
  forms: [
    { form: 'úkimet', tags: ['romanization'] },
    { form: 'үкіметтер', tags: ['plural'] },
    { form: '-', tags: ['genitive'] },
  ],
  senses: [{ glosses: ['rule', 'government'] }, { glosses: ['cabinet'] }, { tags: ['no-gloss'] }],
};

const english = {
  word: 'government',
  lang_code: 'en',
  pos: 'noun',
  senses: [{ glosses: ['body that governs'], translations: [{ code: 'kk', word: 'үкімет', sense: 'body' }] }],
  translations: [
    { code: 'ru', word: 'правительство' },
    { lang_code: 'kk', word: 'өкімет' },
  ],
};

describe('an entry', () => {
  test('has the most exact gloss of each sense, its part of speech, pronunciation and forms', () => {
    expect(read([word]).entries).toEqual([
      {
        headword: 'үкімет',
        senses: ['government', 'cabinet'],
        partOfSpeech: 'noun',
        pronunciation: 'ʏkɪˈmet',
        language: 'kk',
        otherForms: ['үкіметтер'],
      },
    ]);
  });

  test('of another language gives its translations, turned round', () => {
    expect(lines(read([english]))).toEqual(['өкімет: government', 'үкімет: government (body)']);
  });

  test('of another language without translations is counted', () => {
    expect(read([{ ...word, lang_code: 'tt' }])).toMatchObject({ entries: [], others: 1, skips: [] });
  });

  test('has its translations before its glosses where they are asked for', () => {
    expect(lines(read([english], 'en', 'ru'))).toEqual(['government: правительство | body that governs']);
  });

  test('is taken in every language where none is asked for', () => {
    expect(read([word, english], null, null).entries.map(({ language }) => language)).toEqual(['kk', 'en']);
  });
});

test('redirects are no entries', () => {
  expect(read([{ title: 'a', redirect: 'b' }])).toEqual({ entries: [], skips: [], others: 0 });
});

test('languages are named, the most frequent first', () => {
  expect(wiktionaryLanguages([english, word, word].map((one) => JSON.stringify(one)).join('\n'))).toEqual(['kk', 'en']);
});

describe('hostile records', () => {
  test.each([
    ['cut JSON', '{"word": "a"'],
    ['a list', '[1, 2]'],
    ['a number', '7'],
    ['no language', '{"word": "a", "senses": []}'],
    ['a language that is an object', '{"word": "a", "lang_code": {"kk": 1}}'],
    ['a prototype', '{"__proto__": {"word": "a", "lang_code": "kk"}}'],
  ])('are counted with their line: %s', (_, record) => {
    const { entries, skips } = read([word, record, word]);
    expect(entries).toHaveLength(2);
    expect(skips.map(([code, place]) => [code, place])).toEqual([['bad-record', 'line 2']]);
  });

  test('brackets without end are no end of the program', () => {
    const deep = `{"word":"a","lang_code":"kk","senses":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const { entries, skips } = read([deep, word]);
    expect(entries.map(({ headword }) => headword)).toEqual(['үкімет']);
    expect(skips).toHaveLength(1);
  });

  test('fields of any kind never throw, nor change the prototype of objects', () => {
    const field = fc.oneof(fc.jsonValue(), fc.constantFrom(word.senses, word.forms, 'kk'));
    const record = fc.record({
      word: field,
      lang_code: field,
      pos: field,
      senses: field,
      forms: field,
      sounds: field,
      translations: field,
    });
    fc.assert(
      fc.property(record, (value) => {
        read([{ ...value, lang_code: 'kk' }, value], 'kk', 'en');
        expect(Object.hasOwn(Object.prototype, 'word')).toBe(false);
      }),
    );
  });
});
