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

describe('filtering the list', () => {
  const words = [
    term('а', { level: '3', glosses: { en: ['x'] } }),
    term('ә', { level: 'known' }),
    term('б', { category: 'place' }),
    term('в', { level: 'new', notes: { kk: 'түсінік' } }),
  ];
  const shown = (query: Partial<ListQuery>, more: Partial<ListNames> = {}): string =>
    listed(words, { ...all, ...query }, { ...names, ...more })
      .map(({ headword }) => headword)
      .join('');

  it('leaves out words that only have a level, unless all are asked for or only those without gloss', () => {
    expect(shown({ shown: 'entries' })).toBe('абв');
    expect(shown({ shown: 'all' })).toBe('аәбв');
    expect(shown({ shown: 'bare' })).toBe('әбв');
  });

  it('keeps to a level, or to what has none', () => {
    expect(shown({ level: 'known' })).toBe('ә');
    expect(shown({ level: 'none' })).toBe('б');
  });

  it('keeps to doubles', () => {
    expect(shown({ shown: 'doubles' }, { doubles: new Set(['term:б']) })).toBe('б');
  });

  it('keeps to what stands in a text or does not, once that is known', () => {
    const counts = new Map([['term:б', 2]]);
    expect(shown({ place: 'in' }, { counts })).toBe('б');
    expect(shown({ place: 'out' }, { counts })).toBe('аәв');
    expect(shown({ place: 'in' }, { counts: null })).toBe('аәбв');
  });

  it('is sorted by level and by how often a word stands in a text, with nothing last', () => {
    expect(shown({ sort: { column: 'level', descending: false } })).toBe('ваәб');
    expect(shown({ sort: { column: 'level', descending: true } })).toBe('әавб');
    const counts = new Map([
      ['term:б', 2],
      ['term:в', 10],
    ]);
    expect(shown({ sort: { column: 'count', descending: true } }, { counts })).toBe('вбаә');
  });
});
