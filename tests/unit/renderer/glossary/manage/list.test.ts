import { describe, expect, it } from 'vitest';
import { listed, type ListNames, type ListQuery } from '#renderer/glossary/manage/list.ts';
import { term } from '../terms.ts';

const names: ListNames = { category: (category) => category, note: (one) => one.notes.en ?? '', own: 'en' };
const all: ListQuery = { search: '', category: null, language: null, sort: { column: 'headword', descending: false } };

function headwords(terms: ReturnType<typeof term>[], query: Partial<ListQuery>): string[] {
  return listed(terms, { ...all, ...query }, names).map(({ headword }) => headword);
}

describe('the order of the list', () => {
  it('is the Kazakh alphabet, where ә follows а and і comes after ы', () => {
    const words = ['іс', 'ыдыс', 'аза', 'әке', 'бас', 'Арал', 'иман'].map((word) => term(word));
    expect(headwords(words, {})).toEqual(['аза', 'Арал', 'әке', 'бас', 'иман', 'ыдыс', 'іс']);
  });

  it('has Kazakh headwords before those of other languages', () => {
    expect(headwords([term('soviet', { language: 'en' }), term('як', { language: 'ru' }), term('яки')], {})).toEqual([
      'яки',
      'soviet',
      'як',
    ]);
  });

  it('puts what has no such cell last, whichever way', () => {
    const words = [term('а'), term('б', { glosses: { en: ['z'] } }), term('в', { glosses: { en: ['a'] } })];
    expect(headwords(words, { sort: { column: 'gloss:en', descending: false } })).toEqual(['в', 'б', 'а']);
    expect(headwords(words, { sort: { column: 'gloss:en', descending: true } })).toEqual(['б', 'в', 'а']);
  });

  it('is the same whatever order the terms come in', () => {
    const words = ['қ', 'к', 'к', 'Қ'].map((word, index) => term(word, { id: String(index) }));
    const forwards = listed(words, all, names).map(({ id }) => id);
    expect(listed(words.toReversed(), all, names).map(({ id }) => id)).toEqual(forwards);
  });
});

describe('searching the list', () => {
  const words = [
    term('өзқазақ'),
    term('ел', { glosses: { en: ['Kazakh people'], ru: ['казахи'] } }),
    term('Қазақстан'),
    term('тау', { notes: { kk: 'қазақ жері' } }),
    term('көл'),
  ];

  it('needs no Kazakh keys, and finds headwords that begin with it first, then glosses and notes', () => {
    expect(headwords(words, { search: 'казак' })).toEqual(['Қазақстан', 'өзқазақ', 'тау']);
  });

  it('finds glosses whatever their case', () => {
    expect(headwords(words, { search: 'KAZAKH p' })).toEqual(['ел']);
  });

  it('shows everything for a query of white space', () => {
    expect(headwords(words, { search: '  ' })).toHaveLength(5);
  });
});

it('filters by category and by the language of the headword', () => {
  const words = [term('а', { category: 'place' }), term('б'), term('b', { language: 'en', category: 'place' })];
  expect(headwords(words, { category: 'place' })).toEqual(['а', 'b']);
  expect(headwords(words, { category: 'place', language: 'en' })).toEqual(['b']);
});
