import { describe, expect, test } from 'vitest';
import type { WorkEntry } from '#main/api/shapes.ts';
import type { Draft } from '#renderer/import/drafts.ts';
import { versionOf } from '#renderer/import/version.ts';
import { edition, work } from '../app/stand-in.ts';

const draft = (language: string, title = ''): Draft => ({
  key: `${language} ${title}`,
  parts: [],
  language,
  title,
  author: '',
  translator: '',
  date: '',
});
const entry = (...languages: string[]): WorkEntry => ({
  work: work({ id: 'w', original: 'kk' }),
  editions: languages.map((language) => edition(language, { title: `T ${language}` })),
  bundled: false,
  reading: null,
});
const found = (drafts: readonly Draft[], languages: readonly string[], chosen: string | null = null) => {
  const { edition: id, draft: text } = versionOf(drafts, entry(...languages), chosen);
  return [id, text?.key ?? null];
};

describe('the newer version in a file', () => {
  test('that holds both sides is the translation: the original is what it was made from', () => {
    expect(found([draft('kk'), draft('ru')], ['kk', 'ru'])).toEqual(['ru', 'ru ']);
  });

  test('that holds one text is of the edition in its language, whatever the country', () => {
    expect(found([draft('kk-KZ')], ['kk', 'ru'])).toEqual(['kk', 'kk-KZ ']);
  });

  test('is of the edition that a person chose', () => {
    expect(found([draft('kk'), draft('ru')], ['kk', 'ru'], 'kk')).toEqual(['kk', 'kk ']);
    expect(found([draft('en')], ['kk', 'ru'], 'ru')).toEqual(['ru', 'en ']);
  });

  test('is left to the reader where several translations may be meant, or several texts are in one language', () => {
    expect(found([draft('ru'), draft('en')], ['kk', 'ru', 'en'])).toEqual([null, null]);
    expect(found([draft('ru', 'A'), draft('ru', 'B')], ['kk', 'ru'])).toEqual(['ru', null]);
    expect(found([draft('ru', 'A'), draft('ru', 'T ru')], ['kk', 'ru'])).toEqual(['ru', 'ru T ru']);
  });
});
