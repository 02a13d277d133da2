import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewLog } from '#core/review/log.ts';
import { isLeech, isMature, notBefore, ratings, replayer, stageOf } from '#core/review/schedule.ts';
import { answerTo, day, noon, someAnswers } from './made.ts';

const cards = ['a', 'b', 'c'];

test('a card that is remembered comes at longer and longer intervals', () => {
  const log = reviewLog([], 0.9);
  expect(log.progress('a')).toBeNull();
  let at = 0;
  const intervals: number[] = [];
  for (let time = 0; time < 6; time += 1) {
    log.replace([answerTo('a', 3, at)]);
    const due = log.progress('a')?.due.getTime() ?? noon;
    intervals.push((due - noon) / day - at);
    at = (due - noon) / day;
  }
  expect(intervals.slice(1)).toEqual(intervals.slice(1).toSorted((x, y) => x - y));
  expect(intervals[0]).toBeLessThan(1);
  expect(intervals.at(-1)).toBeGreaterThan(21);
  expect(isMature(log.progress('a'))).toBe(true);
});

test('a forgotten card goes back to steps of minutes, and lapses are counted to a leech [C4]', () => {
  const log = reviewLog([answerTo('a', 4, 0)], 0.9);
  expect(stageOf(log.progress('a'))).toBe('review');
  log.replace([answerTo('a', 1, 10)]);
  expect(stageOf(log.progress('a'))).toBe('relearning');
  expect(log.progress('a')?.lapses).toBe(1);
  for (let lapse = 2; lapse <= 8; lapse += 1) {
    log.replace([answerTo('a', 3, lapse * 30), answerTo('a', 1, lapse * 30 + 10)]);
  }
  expect(isLeech(log.progress('a'))).toBe(true);
});

test('the four answers are offered from the soonest to the latest', () => {
  const { intervals } = replayer(0.9);
  const log = reviewLog([answerTo('a', 3, 0), answerTo('a', 3, 1)], 0.9);
  for (const before of [null, log.progress('a')]) {
    const offered = intervals(before, noon + 5 * day);
    const inOrder = ratings.map((rating) => offered[rating]);
    expect(inOrder).toEqual(inOrder.toSorted((x, y) => x - y));
    expect(new Set(inOrder).size).toBe(4);
  }
});

test('[R1] the interval that is shown is the one that is kept', () => {
  fc.assert(
    fc.property(someAnswers, fc.constantFrom(...ratings), fc.integer({ min: 0, max: 99 }), (answers, rating, later) => {
      const log = reviewLog(answers, 0.9);
      const before = log.progress('a');
      const at = (before?.last_review?.getTime() ?? noon) + later * day;
      const offered = replayer(0.9).intervals(before, at)[rating];
      log.replace([{ ...answerTo('a', rating, 0), at: new Date(at).toISOString(), id: 'z' }]);
      expect(log.progress('a')?.due.getTime()).toBe(at + offered);
    }),
  );
});

test('[R2] [R5] whatever the order in which answers come, the state is the same', () => {
  fc.assert(
    fc.property(
      someAnswers.chain((answers) =>
        fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
      ),
      ([answers, shuffled]) => {
        const whole = reviewLog(answers, 0.9);
        const grown = reviewLog([], 0.9);
        for (const answer of shuffled) {
          grown.replace([answer]);
          grown.progress(answer.card);
        }
        for (const card of cards) expect(grown.replayed(card)).toEqual(whole.replayed(card));
      },
    ),
  );
});

test('[R3] an answer that is removed leaves exactly the state from before it', () => {
  fc.assert(
    fc.property(someAnswers, fc.nat(), (answers, which) => {
      fc.pre(answers.length > 0);
      const removed = answers[which % answers.length];
      if (removed === undefined) return;
      const log = reviewLog(answers, 0.9);
      for (const card of cards) log.progress(card);
      log.replace([{ ...removed, deleted: true }]);
      const without = reviewLog(
        answers.filter(({ id }) => id !== removed.id),
        0.9,
      );
      for (const card of cards) expect(log.replayed(card)).toEqual(without.replayed(card));
      expect([...log.all()].length).toBe([...without.all()].length);
      expect(log.answer(removed.id)).toBeNull();
    }),
  );
});

test('[R6] with a clock set back, an answer still comes after the last one', () => {
  const log = reviewLog([answerTo('a', 3, 10)], 0.9);
  const before = log.progress('a');
  const earlier = noon + 2 * day;
  expect(notBefore(before, earlier)).toBe(noon + 10 * day + 1);
  expect(notBefore(null, earlier)).toBe(earlier);
  expect(replayer(0.9).intervals(before, earlier)[1]).toBeGreaterThan(0);
});

test('a wish to remember more makes intervals shorter', () => {
  const answers = [answerTo('a', 3, 0), answerTo('a', 3, 1), answerTo('a', 3, 5)];
  const due = (retention: number): number => reviewLog(answers, retention).progress('a')?.due.getTime() ?? 0;
  expect(due(0.95)).toBeLessThan(due(0.9));
  expect(due(0.8)).toBeGreaterThan(due(0.9));
});
