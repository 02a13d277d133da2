import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldInScript, foldQueryInScript } from '#core/language/scripts/search.ts';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { schemes, transliterate } from '#core/language/scripts/transliterate.ts';
import { searchFolded } from '#core/text/search.ts';

const source = 'Уақытша үкіметінің жарлығы. Жаңа бөлім: облысы, область, кинг.';

function found(query: string, id: SchemeId): string[] {
  const ready = foldQueryInScript(query, id);
  return ready === null
    ? []
    : searchFolded(foldInScript(source, id), ready).map(([start, end]) => source.slice(start, end));
}

test.each([
  ['latn', 'ükımet', 'үкімет'],
  ['latn', 'UKIMET', 'үкімет'],
  ['latn', 'jarly', 'жарлы'],
  ['latn-bgn', 'zhanga', 'Жаңа'],
  ['latn-bgn', 'king', 'кинг'],
  ['arab', 'بولىم', 'бөлім'],
  ['arab', 'ٴبولىم', 'бөлім'],
] as const)('[T7] finds in the script %s what is typed in it: %s', (id, query, expected) => {
  expect(found(query, id).map((text) => text.slice(0, expected.length))).toContain(expected);
});

test('[T7] a hit that ends inside what stands for one letter is the whole letter', () => {
  expect(found('zh', 'latn-bgn')).toEqual(['ж', 'Ж']);
  expect(found('z', 'latn-bgn')).toEqual(['ж', 'Ж']);
});

test('[T7] a query in Cyrillic, or in another script than the one shown, is for the text as it is kept', () => {
  expect(foldQueryInScript('үкімет', 'latn')).toBeNull();
  expect(foldQueryInScript('1917', 'arab')).toBeNull();
  expect(foldQueryInScript('ukimet', 'arab')).toBeNull();
  expect(foldQueryInScript('ٴ', 'arab')).toBeNull();
});

test('[T7] any stretch of what is shown, typed as it stands, is found where it stands', () => {
  const words = fc.array(
    fc.constantFrom('қазақ', 'Шыңғыс', 'үкіметінің', 'щука', 'объект', 'партия', '1917', 'әдебиет,'),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(words, fc.constantFrom(...schemes.map(({ id }) => id)), fc.nat(), (list, id, pick) => {
      const text = list.join(' ');
      const word = list[pick % list.length] ?? '';
      const start = list.slice(0, pick % list.length).join(' ').length + (pick % list.length === 0 ? 0 : 1);
      const shown = transliterate(text, id);
      const ready = foldQueryInScript(
        shown.text.slice(shown.fromSource(start), shown.fromSource(start + word.length)),
        id,
      );
      fc.pre(ready !== null);
      const hits = searchFolded(foldInScript(text, id), ready ?? '');
      expect(hits.some(([from, to]) => from === start && to >= start + word.replace(/[ъь,]+$/u, '').length)).toBe(true);
    }),
  );
});
