import { expect, test } from 'vitest';
import type { WorkEntry } from '#main/api/shapes.ts';
import type { Draft } from '#renderer/import/drafts.ts';
import { knownWork } from '#renderer/import/known.ts';
import { edition, work } from '../app/stand-in.ts';

const preview = {
  title: null,
  author: null,
  translator: null,
  date: null,
  language: null,
  blocks: 1,
  words: 1,
  characters: 1,
  sections: [],
};
const draft = (language: string, ...names: string[]): Draft => ({
  key: names.join(' '),
  parts: names.map((name) => ({ file: name, name, text: 0, preview, edits: new Map() })),
  language,
  title: '',
  author: '',
  translator: '',
  date: '',
});
const entry = (id: string, sources: Readonly<Record<string, string>>): WorkEntry => ({
  work: work({ id }),
  editions: Object.entries(sources).map(([language, source]) => edition(language, { source })),
  reading: null,
  bundled: false,
});

test('a text is known by the names of its files and its language, in the work that most texts came into', () => {
  const works = [
    entry('one', { kk: 'a.docx' }),
    entry('two', { kk: 'a.docx', ru: 'b.epub' }),
    entry('three', { en: 'c.txt, d.txt' }),
  ];
  const both = knownWork([draft('kk', 'a.docx'), draft('ru', 'b.epub')], works);
  expect(both?.entry.work.id).toBe('two');
  expect([...(both?.found ?? [])].map(([key, { id }]) => [key, id])).toEqual([
    ['a.docx', 'kk'],
    ['b.epub', 'ru'],
  ]);
  expect(knownWork([draft('kk-Latn', 'a.docx')], works)?.entry.work.id).toBe('one');
  expect(knownWork([draft('en', 'c.txt', 'd.txt')], works)?.entry.work.id).toBe('three');
  expect(knownWork([draft('ru', 'a.docx')], works)).toBeNull();
  expect(knownWork([draft('en', 'c.txt')], works)).toBeNull();
});
