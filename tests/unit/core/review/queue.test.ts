import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Card } from '#core/records/review.ts';
import { reviewLog } from '#core/review/log.ts';
import { countLeft, nextCard, queueAt } from '#core/review/queue.ts';
import { defaultStudy } from '#core/review/study.ts';
import { answerTo, cardOf, day, hour, noon, someAnswers } from './made.ts';

function queue(cards: readonly Card[], answers: readonly Answer[], now: number, study = defaultStudy) {
  return queueAt(cards, reviewLog(answers, study.retention), study, now);
}

function terms(cards: readonly Card[]): string[] {
  return cards.map(({ subject }) => (subject.type === 'term' ? subject.term : subject.annotation));
}

/** A card that is at intervals of days since long. */
function learned(card: Card): Answer[] {
  return [answerTo(card.id, 4, -40), answerTo(card.id, 3, -30)];
}

test('[Q3] new cards come in the order in which they were made', () => {
  const cards = [cardOf('c', 'word', 2), cardOf('a', 'word', 3), cardOf('b', 'word', 1)];
  expect(terms(queue(cards, [], noon).fresh)).toEqual(['b', 'c', 'a']);
});

test('[Q1] a step comes first once its time has come, and not before', () => {
  const [a, b] = [cardOf('a'), cardOf('b', 'word', 1)];
  const answers = [answerTo(a.id, 1, 0)];
  const soon = queue([a, b], answers, noon + 1000);
  expect(terms(soon.later.map(({ card }) => card))).toEqual(['a']);
  expect(nextCard(soon, noon + 1000)).toBe(b);
  const then = queue([a, b], answers, noon + hour);
  expect(terms(then.steps)).toEqual(['a']);
  expect(nextCard(then, noon + hour)).toBe(a);
});

test('[Q6] when nothing else is left, a step comes a little early', () => {
  const a = cardOf('a');
  const left = queue([a], [answerTo(a.id, 1, 0)], noon + 1000);
  expect(nextCard(left, noon + 1000)).toBe(a);
  const late = { ...left, later: [{ card: a, at: noon + 2 * hour }] };
  expect(nextCard(late, noon)).toBeNull();
});

test('[Q2] a card is due from the beginning of its day, the one most likely forgotten first', () => {
  const [weak, strong] = [cardOf('weak'), cardOf('strong')];
  const answers = [...learned(strong), answerTo(weak.id, 3, -40), answerTo(weak.id, 3, -39)];
  const log = reviewLog(answers, 0.9);
  const due = (log.progress(strong.id)?.due.getTime() ?? 0) - 2 * hour;
  expect(terms(queue([strong, weak], answers, due).due)).toEqual(['weak', 'strong']);
  expect(terms(queue([strong, weak], answers, due - 2 * day).due)).toEqual(['weak']);
});

test('[Q4] no more new cards and reviews a day than the reader wants; what was answered today counts', () => {
  const fresh = Array.from({ length: 9 }, (_, at) => cardOf(`new ${String(at)}`, 'word', at));
  const old = Array.from({ length: 9 }, (_, at) => cardOf(`old ${String(at)}`));
  const study = { ...defaultStudy, newPerDay: 3, reviewsPerDay: 4 };
  const before = old.flatMap(learned);
  const morning = queue([...fresh, ...old], before, noon + 60 * day, study);
  expect([morning.fresh.length, morning.due.length, morning.overLimit]).toEqual([3, 4, 5]);

  const done = [answerTo(fresh[0]?.id ?? '', 3, 60), answerTo(morning.due[0]?.id ?? '', 3, 60)];
  const later = queue([...fresh, ...old], [...before, ...done], noon + 60 * day + 1000, study);
  expect([later.fresh.length, later.due.length]).toEqual([2, 3]);
  const tomorrow = queue([...fresh, ...old], [...before, ...done], noon + 61 * day, study);
  expect([tomorrow.fresh.length, tomorrow.due.length]).toEqual([3, 4]);
});

test('[Q5] two cards of one word do not come on one day, but steps go on', () => {
  const [word, cloze] = [cardOf('a', 'word'), cardOf('a', 'cloze', 1)];
  expect(queue([word, cloze], [], noon).fresh).toEqual([word]);
  const answered = queue([word, cloze], [answerTo(word.id, 1, 0)], noon + hour);
  expect([answered.steps, answered.fresh]).toEqual([[word], []]);
  const done = [answerTo(word.id, 4, 0)];
  expect(countLeft(queue([word, cloze], done, noon + hour))).toBe(0);
  expect(queue([word, cloze], done, noon + day).fresh).toEqual([cloze]);
});

test('[Q7] a suspended card does not come', () => {
  const a: Card = { ...cardOf('a'), suspended: true };
  expect(countLeft(queue([a], [], noon))).toBe(0);
  expect(countLeft(queue([a], learned(a), noon))).toBe(0);
});

test('[Q3] new cards come evenly among reviews, and all of them in the end', () => {
  const fresh = Array.from({ length: 5 }, (_, at) => cardOf(`new ${String(at)}`, 'word', at));
  const due = Array.from({ length: 20 }, (_, at) => cardOf(`old ${String(at)}`));
  const rest = { steps: [], due: [...due], fresh: [...fresh], later: [], overLimit: 0, done: { fresh: 0, reviews: 0 } };
  const order: string[] = [];
  for (let card = nextCard(rest, noon); card !== null; card = nextCard(rest, noon)) {
    order.push(rest.fresh.includes(card) ? 'n' : 'r');
    rest.done[rest.fresh.includes(card) ? 'fresh' : 'reviews'] += 1;
    rest.due = rest.due.filter((one) => one !== card);
    rest.fresh = rest.fresh.filter((one) => one !== card);
  }
  expect(order).toHaveLength(25);
  const places = order.flatMap((kind, at) => (kind === 'n' ? [at] : []));
  const gaps = places.slice(1).map((at, index) => at - (places[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(6);
});

test('a queue never holds a card twice, nor one that is not due', () => {
  const cards = ['a', 'b', 'c'].map((id): Card => ({ ...cardOf(id), id }));
  fc.assert(
    fc.property(someAnswers, fc.integer({ min: 0, max: 400 }), (answers, days) => {
      const now = noon + days * day;
      const past = answers.filter(({ at }) => Date.parse(at) <= now);
      const found = queue(cards, past, now);
      const all = [...found.steps, ...found.due, ...found.fresh, ...found.later.map(({ card }) => card)];
      expect(new Set(all).size).toBe(all.length);
      const log = reviewLog(past, 0.9);
      for (const { id } of found.due) expect(log.progress(id)?.due.getTime()).toBeLessThan(now + day);
    }),
  );
});
