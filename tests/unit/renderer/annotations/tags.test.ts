import { describe, expect, it } from 'vitest';
import { completions, tagOf, tagsInUse, withTag } from '#renderer/annotations/tags.ts';
import { made, target } from './made.ts';

describe('tags', () => {
  it.each([
    ['  #date ', 'date'],
    ['two   words', 'two words'],
    ['##', null],
    [' ', null],
  ])('%j is kept as %j', (typed, expected) => {
    expect(tagOf(typed)).toBe(expected);
  });

  it('are not doubled by case or by Kazakh letters', () => {
    expect(withTag(['Қазақ'], 'казак')).toEqual(['Қазақ']);
    expect(withTag(['Қазақ'], 'орыс')).toEqual(['Қазақ', 'орыс']);
  });

  it('in use are counted, the most used first', () => {
    const on = (tags: string[]) => made('a', [target('kk-1', 0, 1)], { tags });
    expect(tagsInUse([on(['b']), on(['a', 'b']), on(['c'])], 'en')).toEqual([
      { tag: 'b', count: 2 },
      { tag: 'a', count: 1 },
      { tag: 'c', count: 1 },
    ]);
  });

  it('used as often stand in the order of the Kazakh alphabet', () => {
    const on = (tags: string[]) => made('a', [target('kk-1', 0, 1)], { tags });
    const tags = tagsInUse([on(['яр', 'өнер', 'қазақ', 'Тарих', 'көл', 'әдет', 'іс', 'араб'])], 'kk');
    expect(tags.map(({ tag }) => tag)).toEqual(['араб', 'әдет', 'көл', 'қазақ', 'өнер', 'Тарих', 'іс', 'яр']);
  });

  it('are offered while typing: those that begin with it first, none that is there already', () => {
    expect(completions('каз', ['Ақ қаз', 'қазақ', 'Казан', 'орыс'], ['Казан'])).toEqual(['қазақ', 'Ақ қаз']);
  });
});
