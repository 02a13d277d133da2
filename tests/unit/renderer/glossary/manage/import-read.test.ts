import { describe, expect, test } from 'vitest';
import { writeTbx } from '#core/glossary/tbx-write.ts';
import { formatOf, noCorrections, readImport, withColumns } from '#renderer/glossary/manage/import-read.ts';
import { term } from '../terms.ts';

const languages = { headwords: 'kk', own: 'en' };
const tbx = writeTbx([term('су', { glosses: { en: ['water'] } })], 'en').replace('A glossary of Egiz', 'elsewhere');

describe('the format of a file', () => {
  test.each([
    ['tbx', tbx],
    ['tbx', `\uFEFF\n${tbx}`],
    [';', 'Сөз;English\nсу;water'],
    ['\t', 'headword\ten\nсу\twater'],
    ['\t', 'су'],
  ])('is %j', (format, text) => {
    expect(formatOf(text)).toBe(format);
  });
});

describe('what the reader says of a file', () => {
  const text = 'су;water;вода\nот;fire;огонь';

  test('goes before what is found in it', () => {
    const found = readImport(text, ';', languages, noCorrections);
    expect(found.terms[0]).toMatchObject({ headword: 'су', glosses: { en: ['water'], ru: ['вода'] } });
    const columns = new Map([
      [0, 'gloss:kk' as const],
      [1, 'headword' as const],
    ]);
    const said = readImport(text, ';', languages, { language: 'en', named: false, columns });
    expect(said.terms[0]).toEqual({
      language: 'en',
      headword: 'water',
      category: 'word',
      glosses: { kk: ['су'], ru: ['вода'] },
      notes: {},
    });
  });

  test('takes away the complaint that there are no headwords', () => {
    const corrections = { ...noCorrections, named: true };
    const without = readImport('a;b\nсу;water', ';', languages, corrections);
    expect(without.problems).toEqual([{ line: 1, code: 'no-headword-column', detail: 'a b' }]);
    const said = readImport('a;b\nсу;water', ';', languages, { ...corrections, columns: new Map([[0, 'headword']]) });
    expect(said.problems).toEqual([]);
    expect(said.terms).toMatchObject([{ headword: 'су', b: 'water' }]);
  });

  test('leaves no two columns that hold the same', () => {
    expect(withColumns(['headword', 'gloss:en'], new Map([[1, 'headword']]))).toEqual(['none', 'headword']);
  });

  test('turns the languages of a termbase round', () => {
    const found = readImport(tbx, 'tbx', languages, noCorrections);
    expect(found).toMatchObject({ language: 'kk', terms: [{ headword: 'су', glosses: { en: ['water'] } }] });
    expect(found.languages).toEqual(['kk', 'en']);
    const turned = readImport(tbx, 'tbx', languages, { ...noCorrections, language: 'en' });
    expect(turned).toMatchObject({ language: 'en', terms: [{ headword: 'water', glosses: { kk: ['су'] } }] });
  });
});
