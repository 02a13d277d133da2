import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segments } from '#core/annotation/segments.ts';

describe('segments', () => {
  test('of ranges that overlap name all that lie over them', () => {
    expect(
      segments([
        { id: 'a', start: 0, end: 10 },
        { id: 'b', start: 5, end: 15 },
        { id: 'c', start: 5, end: 7 },
      ]),
    ).toEqual([
      { start: 0, end: 5, ids: ['a'] },
      { start: 5, end: 7, ids: ['a', 'b', 'c'] },
      { start: 7, end: 10, ids: ['a', 'b'] },
      { start: 10, end: 15, ids: ['b'] },
    ]);
  });

  test('of ranges that only touch stay apart', () => {
    expect(
      segments([
        { id: 'a', start: 0, end: 5 },
        { id: 'b', start: 5, end: 8 },
        { id: 'c', start: 20, end: 21 },
      ]),
    ).toEqual([
      { start: 0, end: 5, ids: ['a'] },
      { start: 5, end: 8, ids: ['b'] },
      { start: 20, end: 21, ids: ['c'] },
    ]);
  });

  test('leave out empty ranges, and name an id once', () => {
    expect(
      segments([
        { id: 'a', start: 3, end: 3 },
        { id: 'b', start: 0, end: 2 },
        { id: 'b', start: 0, end: 2 },
      ]),
    ).toEqual([{ start: 0, end: 2, ids: ['b'] }]);
  });

  test('cover exactly what the ranges cover, without overlaps, each stretch as long as it can be', () => {
    const range = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), start: fc.nat(20), length: fc.nat(8) });
    fc.assert(
      fc.property(fc.array(range), (some) => {
        const ranges = some.map(({ id, start, length }) => ({ id, start, end: start + length }));
        const cut = segments(ranges);
        const over = (at: number): string[] => [
          ...new Set(ranges.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id)),
        ];
        for (let at = 0; at < 30; at++) {
          const there = cut.filter(({ start, end }) => start <= at && at < end);
          expect(there.length).toBe(over(at).length > 0 ? 1 : 0);
          expect(there[0]?.ids ?? []).toEqual(over(at));
        }
        expect(cut.map(({ start }) => start)).toEqual(cut.map(({ start }) => start).toSorted((a, b) => a - b));
      }),
    );
  });
});
