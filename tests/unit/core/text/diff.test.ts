import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '#core/text/diff.ts';

const runs = (before: string, after: string): string[] =>
  diffTexts(before, after)
    .filter(({ kind }) => kind !== 'same')
    .map(
      ({ kind, oldStart, oldEnd, newStart, newEnd }) =>
        `${kind}: ${before.slice(oldStart, oldEnd)} > ${after.slice(newStart, newEnd)}`,
    );

describe('the difference of two texts', () => {
  test.each([
    ['nothing', 'Алаш партиясы', 'Алаш партиясы', []],
    ['a word corrected', 'Кеңес укіметі', 'Кеңес үкіметі', ['similar: укіметі > үкіметі']],
    ['a word exchanged', 'Алаш партиясы құрылды', 'Алаш съезі құрылды', ['changed: партиясы > съезі']],
    ['a word put in', 'Алаш құрылды', 'Алаш партиясы құрылды', ['changed:  >  партиясы']],
    ['a word taken out', 'Алаш партиясы құрылды', 'Алаш құрылды', ['changed:  партиясы > ']],
    ['white space', 'Алаш  партиясы', 'Алаш партиясы', ['changed:    >  ']],
    ['words exchanged one by one', 'бір екі үш', 'мысық ит үш', ['changed: бір > мысық', 'changed: екі > ит']],
    ['a comma taken out with the word exchanged', 'қала, дала бар', 'тау дала бар', ['changed: қала, > тау']],
    [
      'a corrected word between others',
      'бір укімет екі',
      'мысық үкімет ит',
      ['changed: бір > мысық', 'similar: укімет > үкімет', 'changed: екі > ит'],
    ],
  ])('is %s', (_, before, after, expected) => {
    expect(runs(before, after)).toEqual(expected);
  });

  test('covers both texts, in order, with runs that say what they are', () => {
    const text = fc
      .array(fc.constantFrom('алаш', 'алас', 'кеңес', ' ', '  ', ',', '.', '😀', '\n', 'и\u0306'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        let [oldAt, newAt] = [0, 0];
        for (const { kind, oldStart, oldEnd, newStart, newEnd } of diffTexts(before, after)) {
          expect([oldStart, newStart]).toEqual([oldAt, newAt]);
          expect(oldEnd - oldStart + newEnd - newStart).toBeGreaterThan(0);
          expect(before.slice(oldStart, oldEnd) === after.slice(newStart, newEnd)).toBe(kind === 'same');
          [oldAt, newAt] = [oldEnd, newEnd];
        }
        expect([oldAt, newAt]).toEqual([before.length, after.length]);
      }),
      { numRuns: 300 },
    );
  });
});
