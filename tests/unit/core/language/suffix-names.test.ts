import { expect, test } from 'vitest';
import { transitions } from '#core/language/kazakh/morphotactics.ts';
import { suffixIds, suffixName } from '#core/language/suffix-names.ts';

const used = new Set(
  Object.values(transitions)
    .flat()
    .map(([suffix]) => suffix),
);

test('every suffix has a name in every language of the interface', () => {
  expect([...used].filter((id) => !suffixIds.includes(id))).toEqual([]);
  for (const tag of ['kk', 'en', 'ru']) expect(suffixIds.filter((id) => suffixName(id, tag) === '')).toEqual([]);
});

test('suffixes are named as grammars name them', () => {
  expect(['kk', 'en', 'ru'].map((tag) => suffixName('genitive', tag))).toEqual([
    'ілік септік',
    'genitive',
    'родительный падеж',
  ]);
  expect(suffixName('possessive-3', 'kk')).toBe('тәуелдік жалғау, 3-жақ');
  expect(suffixName('dative', 'de')).toBe('dative');
});

test('no two suffixes have the same name', () => {
  for (const tag of ['kk', 'en', 'ru']) {
    const names = [...used].map((id) => suffixName(id, tag));
    expect(new Set(names).size).toBe(names.length);
  }
});

test('an unknown suffix is an error', () => {
  expect(() => suffixName('toString', 'kk')).toThrow('toString');
});
