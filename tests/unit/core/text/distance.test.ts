import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approximations } from '#core/text/approximate.ts';
import { commonPrefix, commonSuffix, editDistance, similarity } from '#core/text/distance.ts';

const short = fc.array(fc.constantFrom('а', 'б', 'в'), { maxLength: 8 }).map((parts) => parts.join(''));

describe('edit distance', () => {
  test.each([
    ['үкімет', 'өкімет', 1],
    ['съезд', 'сезд', 1],
    ['', 'Алаш', 4],
    ['Алаш', 'Алаш', 0],
    ['абв', 'вба', 2],
  ])('of %j and %j is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('is a distance', () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  test('makes a similarity of 1 for the same text, 0 for one with nothing in common', () => {
    expect(similarity('', '')).toBe(1);
    expect(similarity('Алаш', 'Алаш')).toBe(1);
    expect(similarity('аб', 'вг')).toBe(0);
  });

  test('what two texts have in common at their ends', () => {
    expect([commonPrefix('үкіметі', 'үкімет'), commonSuffix('үкімет', 'өкімет'), commonPrefix('', 'а')]).toEqual([
      6, 5, 0,
    ]);
  });
});

describe('approximate search', () => {
  test('finds the place with the fewest edits', () => {
    expect(approximations('бұл Кеңес укіметі орнады', 'үкіметі', 2)).toEqual([{ start: 10, end: 17, edits: 1 }]);
  });

  test('finds several places, in text order', () => {
    expect(approximations('абвг абг абвг', 'абвг', 1)).toMatchObject([{ edits: 0 }, { edits: 1 }, { edits: 0 }]);
  });

  test('finds nothing for nothing, and nothing too far away', () => {
    expect(approximations('абв', '', 3)).toEqual([]);
    expect(approximations('', 'абв', 2)).toEqual([]);
    expect(approximations('деж', 'абв', 2)).toEqual([]);
  });

  test('counts the edits right, and misses no better place', () => {
    fc.assert(
      fc.property(short, short, fc.nat(2), (text, pattern, edits) => {
        const found = approximations(text, pattern, edits);
        for (const { start, end, edits: counted } of found) {
          expect(editDistance(text.slice(start, end), pattern)).toBe(counted);
        }
        let least = Number.POSITIVE_INFINITY;
        for (let start = 0; start <= text.length; start++) {
          for (let end = start + 1; end <= text.length; end++) {
            least = Math.min(least, editDistance(text.slice(start, end), pattern));
          }
        }
        const expected = pattern !== '' && least <= edits ? least : Number.POSITIVE_INFINITY;
        expect(Math.min(...found.map((place) => place.edits))).toBe(expected);
      }),
    );
  });
});
