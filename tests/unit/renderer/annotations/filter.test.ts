import { describe, expect, it } from 'vitest';
import { everything, filtered, narrows, type NoteFilter } from '#renderer/annotations/panel/filter.ts';
import { made, target } from './made.ts';

const notes = [
  made('kazakh', [target('kk-1', 0, 5, 'Қазақ өлкесі')], { colour: 'term', tags: ['places'] }),
  made('linked', [target('kk-2', 0, 3, 'Ленин'), target('en-2', 0, 3, 'Lenin')], { colour: 'person' }),
  made('english', [target('en-3', 0, 3, 'the steppe')], { body: 'Compare **December**', tags: ['places', 'date'] }),
];

function found(filter: Partial<NoteFilter>): string[] {
  return filtered(notes, { ...everything, ...filter }).map(({ id }) => id);
}

describe('the filter of notes', () => {
  it('lets everything through when it asks for nothing', () => {
    expect(found({})).toEqual(['kazakh', 'linked', 'english']);
    expect(narrows(everything)).toBe(false);
  });

  it.each([
    ['Kazakh words without Kazakh keys', { words: 'казак' }, ['kazakh']],
    ['words of a linked quote', { words: 'LENIN' }, ['linked']],
    ['words of a note', { words: 'december' }, ['english']],
    ['words of a tag', { words: 'date' }, ['english']],
    ['every word, in any order', { words: 'steppe compare' }, ['english']],
    ['no note that lacks one of the words', { words: 'steppe казак' }, []],
    ['any of several colours', { colours: new Set(['term', 'person']) }, ['kazakh', 'linked']],
    ['all of several tags', { tags: new Set(['places', 'date']) }, ['english']],
    ['the side it was made on', { edition: 'en' }, ['english']],
    ['only what has a note', { noted: true }, ['english']],
  ])('finds %s', (_, filter, expected) => {
    expect(found(filter)).toEqual(expected);
    expect(narrows({ ...everything, ...filter })).toBe(true);
  });

  it('finds Kazakh words as they are typed in the script that their edition is shown in', () => {
    const words = (typed: string, scheme: 'latn' | null): string[] =>
      filtered(notes, { ...everything, words: typed }, (edition) => (edition === 'kk' ? scheme : null)).map(
        ({ id }) => id,
      );
    expect(words('qazaq', 'latn')).toEqual(['kazakh']);
    expect(words('ölkesı', 'latn')).toEqual(['kazakh']);
    expect(words('казак', 'latn')).toEqual(['kazakh']);
    expect(words('qazaq', null)).toEqual([]);
  });
});
