import { expect, test } from 'vitest';
import { shortTag } from '#core/language/short-tag.ts';
import type { FilePreview, PreviewBlock } from '#main/api/import-shapes.ts';
import {
  apart,
  draftsOf,
  inputOf,
  joinable,
  joined,
  kazakhFirst,
  sectionsOf,
  withBlock,
  type Draft,
} from '#renderer/import/drafts.ts';

const file = (name: string, language: string, blocks = 4): FilePreview => ({
  file: name,
  name,
  format: 'txt',
  encoding: 'utf-8',
  lines: null,
  texts: [
    {
      title: null,
      author: null,
      translator: null,
      date: null,
      language,
      sections: [{ at: 0, title: '', level: 1 }],
      blocks,
      words: 10,
      characters: 60,
    },
  ],
  links: [],
  findings: [],
});
const draft = (name: string, language: string): Draft => {
  const [first] = draftsOf(file(name, language));
  if (first === undefined) throw new Error(name);
  return first;
};
const text: PreviewBlock = { type: 'text', text: 'Words', marks: [], cut: 0 };

test('a text without a title has its file’s name, and a language without its region', () => {
  expect(draft('october.1917.txt', 'en-GB')).toMatchObject({ title: 'october.1917', language: 'en' });
  expect(['kk-Latn-KZ', 'zh-Hans', 'EN'].map(shortTag)).toEqual(['kk-Latn', 'zh-Hans', 'en']);
});

test('the Kazakh text stands first, the others stay as they came', () => {
  const drafts = [draft('a', 'en'), draft('b', 'ru'), draft('c', 'kk-Arab'), draft('d', 'kk')];
  expect(kazakhFirst(drafts).map(({ title }) => title)).toEqual(['c', 'a', 'b', 'd']);
});

test('several files in a language are offered as one text, in the order of their names, and taken apart again', () => {
  const drafts = [draft('10.txt', 'kk'), draft('2.txt', 'kk'), draft('en.txt', 'en')];
  expect(joinable(drafts)).toEqual([{ language: 'kk', count: 2 }]);
  expect(joinable(drafts.slice(1))).toEqual([]);
  const one = joined(drafts, 'kk');
  expect(one.map(({ parts }) => parts.map(({ name }) => name))).toEqual([['2.txt', '10.txt'], ['en.txt']]);
  expect(one[0]?.title).toBe('2');
  expect(inputOf(one[0] ?? draft('', '')).parts.map(({ title }) => title)).toEqual(['2', '10']);
  expect(apart(one, one[0]?.key ?? '').map(({ title }) => title)).toEqual(['2', '10', 'en']);
});

test('sections follow what is corrected', () => {
  const whole = draft('a', 'kk');
  const starts = (one: Draft): [number, number][] => sectionsOf(one, () => text).map(({ at, blocks }) => [at, blocks]);
  expect(starts(whole)).toEqual([[0, 4]]);
  const split = withBlock(whole, 0, 2, { type: 'heading', level: 2 });
  expect(starts(split)).toEqual([
    [0, 2],
    [2, 2],
  ]);
  expect(starts(withBlock(split, 0, 2, {}))).toEqual([[0, 4]]);
});
