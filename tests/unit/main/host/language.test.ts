import { expect, test } from 'vitest';
import { chooseLanguage } from '#main/host/language.ts';

test.each([
  [['kk-KZ'], 'kk'],
  [['kk-Cyrl-KZ', 'ru'], 'kk'],
  [['de', 'RU_ru', 'en'], 'ru'],
  [['kkj', 'rue'], 'en'],
  [['*', ''], 'en'],
  [[], 'en'],
])('of %j the language is %s', (preferred, language) => {
  expect(chooseLanguage(preferred)).toBe(language);
});
