import { describe, expect, test } from 'vitest';
import { reverse } from '#core/records/change.ts';
import { categorised, replaced, replacedChange, written, type Replacement } from '#renderer/glossary/manage/changes.ts';
import { term } from '../terms.ts';

test('a category is given to several entries in one change, of those only that differ', () => {
  const [a, b] = [term('а', { category: 'place' }), term('б')];
  expect(categorised([a, b], 'place')).toEqual({ added: [], updated: [[b, { ...b, category: 'place' }]], removed: [] });
  expect(categorised([a], 'place')).toBeNull();
});

describe('writing in a cell', () => {
  const entry = term('кеңес', { glosses: { en: ['soviet', 'council'] }, level: '3' });

  test('takes senses apart at semicolons, and keeps the rest', () => {
    expect(written(entry, 'gloss:en', ' council ;advice')?.updated).toEqual([
      [entry, { ...entry, glosses: { en: ['council', 'advice'] } }],
    ]);
    expect(written(entry, 'gloss:ru', 'совет')?.updated[0]?.[1]).toMatchObject({
      glosses: { en: ['soviet', 'council'], ru: ['совет'] },
      level: '3',
    });
  });

  test('an empty gloss goes, an empty headword changes nothing', () => {
    expect(written(entry, 'gloss:en', '  ')?.updated[0]?.[1]).toMatchObject({ glosses: {} });
    expect(written(entry, 'headword', ' ')).toBeNull();
  });

  test('what says the same changes nothing', () => {
    expect(written(entry, 'gloss:en', 'soviet; council')).toBeNull();
    expect(written(entry, 'headword', 'кеңес')).toBeNull();
  });
});

describe('find and replace in glosses', () => {
  const words = [
    term('кеңес', { glosses: { en: ['Soviet', 'Soviets of deputies'], ru: ['Совет'] } }),
    term('қала', { glosses: { en: ['city'] } }),
  ];
  const replacement: Replacement = { find: 'soviet', replace: 'council', language: null, exact: false, words: false };
  const after = (more: Partial<Replacement>) =>
    replaced(words, { ...replacement, ...more }).map((gloss) => [gloss.language, ...gloss.after]);

  test('finds in any case, also inside of words', () => {
    expect(after({})).toEqual([['en', 'council', 'councils of deputies']]);
  });

  test('finds only whole words, or only what is written so, where asked', () => {
    expect(after({ words: true })).toEqual([['en', 'council', 'Soviets of deputies']]);
    expect(after({ exact: true })).toEqual([]);
    expect(after({ exact: true, find: 'Soviets' })).toEqual([['en', 'Soviet', 'council of deputies']]);
  });

  test('keeps to a language', () => {
    expect(after({ find: 'совет', replace: 'кеңес', language: 'ru' })).toEqual([['ru', 'кеңес']]);
    expect(after({ find: 'совет', language: 'en' })).toEqual([]);
  });

  test('leaves out senses that become empty or the same', () => {
    expect(after({ find: 'Soviet', replace: '', words: true })).toEqual([['en', 'Soviets of deputies']]);
    expect(after({ find: 'Soviets of deputies', replace: 'Soviet' })).toEqual([['en', 'Soviet']]);
  });

  test('finds nothing for nothing', () => {
    expect(after({ find: '' })).toEqual([]);
    expect(after({ find: '\u00AD' })).toEqual([]);
  });

  test('is one change of each entry, which undo takes back', () => {
    const change = replacedChange([
      ...replaced(words, replacement),
      ...replaced(words, { ...replacement, find: 'Совет', replace: '', language: 'ru' }),
    ]);
    expect(change.updated).toEqual([[words[0], { ...words[0], glosses: { en: ['council', 'councils of deputies'] } }]]);
    expect(reverse(reverse(change))).toEqual(change);
  });
});
