import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordTable } from '#core/glossary/word-table.ts';

test('a word table answers as a map does', () => {
  const word = fc.string({ maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (words, unknown) => {
      const table = wordTable<number>();
      for (const [at, each] of words.entries()) table.add(each, at);
      expect([...table.entries()]).toEqual(words.map((each, at) => [each, at]));
      expect(words.map((each) => table.get(`<${each}>`, 1, each.length + 1))).toEqual([...words.keys()]);
      expect(table.get(unknown, 0, unknown.length)).toBe(words.includes(unknown) ? words.indexOf(unknown) : undefined);
      table.clear();
      expect([table.size(), table.get(words[0] ?? '', 0, (words[0] ?? '').length)]).toEqual([0, undefined]);
    }),
  );
});

test('a word table grows', () => {
  const table = wordTable<number>();
  for (let at = 0; at < 5000; at++) table.add(`сөз${at}`, at);
  expect(table.size()).toBe(5000);
  for (let at = 0; at < 5000; at++) expect(table.get(`сөз${at}`, 0, `сөз${at}`.length)).toBe(at);
});
