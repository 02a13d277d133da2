import { expect, test } from 'vitest';
import { dayNumber, laterDay, startOfDay } from '#core/review/day.ts';
import { reviewLog } from '#core/review/log.ts';
import { forecast, history, standing } from '#core/review/statistics.ts';
import { answerTo, cardOf, day, hour, noon } from './made.ts';

test('a day begins at the hour the reader set', () => {
  const four = startOfDay(noon, 4);
  expect(new Date(four).getHours()).toBe(4);
  expect(startOfDay(four, 4)).toBe(four);
  expect(startOfDay(four - 1, 4)).toBe(laterDay(four, -1));
  expect(dayNumber(four, 4) - dayNumber(four - 1, 4)).toBe(1);
  expect(dayNumber(laterDay(four, 200), 4) - dayNumber(four, 4)).toBe(200);
});

test('[C1] the forecast tells what falls due, what is overdue, and leaves out the suspended', () => {
  const [a, b, c] = [cardOf('a'), cardOf('b'), { ...cardOf('c'), suspended: true as const }];
  const log = reviewLog(
    [a, b, c].map(({ id }, at) => answerTo(id, 4, at === 1 ? -100 : 0)),
    0.9,
  );
  const in8 = Math.round(((log.progress(a.id)?.due.getTime() ?? 0) - noon) / day);
  const seen = forecast([a, b, c, cardOf('new')], log, 4, noon);
  expect(seen.backlog).toBe(1);
  expect(seen.days).toHaveLength(30);
  expect(seen.days.flatMap((number, at) => (number > 0 ? [at] : []))).toEqual([in8]);
});

test('[C2] [C3] the history counts answers by day, what was remembered, and the days in a row', () => {
  const log = reviewLog(
    [
      answerTo('a', 4, -9),
      answerTo('a', 1, -1),
      answerTo('a', 3, -1 + 1 / 24),
      answerTo('b', 4, -12),
      answerTo('b', 3, -2),
    ],
    0.9,
  );
  const seen = history(log, 4, noon + hour);
  expect(seen.days.at(-2)).toEqual({ 1: 1, 2: 0, 3: 1, 4: 0 });
  expect(seen.days.at(-3)).toEqual({ 1: 0, 2: 0, 3: 1, 4: 0 });
  expect(seen.retention).toBe(0.5);
  expect(seen.streak).toBe(2);
  log.replace([answerTo('c', 3, 0)]);
  expect(history(log, 4, noon + hour).streak).toBe(3);
  expect(history(log, 4, noon + 3 * day).streak).toBe(0);
  expect(history(reviewLog([], 0.9), 4, noon)).toMatchObject({ retention: null, streak: 0 });
});

test('cards stand as new, in learning, mature, suspended', () => {
  const [a, b, c] = [cardOf('a'), cardOf('b'), cardOf('c')];
  const log = reviewLog([answerTo(a.id, 4, 0), answerTo(a.id, 4, 30), answerTo(b.id, 3, 0)], 0.9);
  expect(standing([a, b, c, { ...cardOf('d'), suspended: true }], log)).toEqual({
    fresh: 1,
    learning: 1,
    mature: 1,
    suspended: 1,
    leeches: [],
  });
});
