import { expect, test } from 'vitest';
import { JoinedMarks } from '#core/formats/units/joined-marks.ts';

const emphasis = (start: number, end: number) => ({ type: 'emphasis' as const, start, end });

test('a mark goes on where one that says the same ended', () => {
  const joined = new JoinedMarks([emphasis(0, 4)]);
  joined.add(emphasis(5, 7), [4]);
  joined.add(emphasis(7, 9), [7]);
  expect(joined.marks).toEqual([emphasis(0, 9)]);
});

test('a mark stands alone beside one that says something else, and one that ended elsewhere', () => {
  const joined = new JoinedMarks([emphasis(0, 4), { type: 'link', href: 'https://a.kz', start: 0, end: 4 }]);
  joined.add({ type: 'link', href: 'https://b.kz', start: 4, end: 6 }, [4]);
  joined.add(emphasis(6, 7), [6]);
  expect(joined.marks).toHaveLength(4);
});

test('of marks that say the same and end together each goes on once', () => {
  const joined = new JoinedMarks([emphasis(1, 2), emphasis(0, 2)]);
  joined.add(emphasis(2, 3), [2]);
  joined.add(emphasis(2, 3), [2]);
  expect(joined.marks).toEqual([emphasis(1, 3), emphasis(0, 3)]);
});
