import { expect, test } from 'vitest';
import { exported, exportName, renamed } from '#renderer/glossary/manage/export.ts';
import { term } from '../terms.ts';

const night = new Date(2026, 2, 5, 23, 59);

test.each([
  ['/home/aigul/tarih', 'tarih-glossary-2026-03-05.tsv'],
  ['C:\\Users\\Айгүл\\Менің кітаптарым\\', 'Менің-кітаптарым-glossary-2026-03-05.tsv'],
  ['/home/aigul/.local/share/egiz/library', 'egiz-glossary-2026-03-05.tsv'],
  ['', 'egiz-glossary-2026-03-05.tsv'],
])('an export of the library %s is named by it and the day', (folder, name) => {
  expect(exportName(folder, 'tsv', night)).toBe(name);
});

test('the ending of a name follows the format', () => {
  expect(renamed('tarih.glossary.tsv', 'tbx-dca')).toBe('tarih.glossary.tbx');
  expect(renamed('tarih', 'csv-semicolon')).toBe('tarih.csv');
});

test('each format says what it is in its first line', () => {
  const first = (format: Parameters<typeof exported>[1]) =>
    exported([term('су', { level: '1' })], format, 'en').split(/\r?\n/)[0];
  expect(first('tsv')).toBe('headword\tlanguage\tcategory\tlevel');
  expect(first('csv')).toBe('headword,language,category,level');
  expect(first('csv-semicolon')).toBe('headword;language;category;level');
  expect(first('tbx-dca')).toContain('<?xml');
});
