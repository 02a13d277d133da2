import { expect, test } from 'vitest';
import { gapHint, sentenceParts } from '#core/review/gap.ts';
import { cardId, newCards, type Candidate } from '#core/review/make.ts';
import { queueAt } from '#core/review/queue.ts';
import { reviewLog } from '#core/review/log.ts';
import { defaultStudy } from '#core/review/study.ts';
import { noon } from './made.ts';

const term = (id: string, rest: Partial<Candidate> = {}): Candidate => ({
  subject: { type: 'term', term: id },
  hasSentence: true,
  hasTranslation: true,
  ...rest,
});

test('[M1] what is a card already is not made again', () => {
  const first = newCards([term('a'), term('b'), term('a')], ['word'], () => false, noon);
  expect(first.map(({ id }) => id)).toEqual([
    cardId({ type: 'term', term: 'a' }, 'word'),
    cardId({ type: 'term', term: 'b' }, 'word'),
  ]);
  const ids = new Set(first.map(({ id }) => id));
  const more = newCards([term('a'), term('c')], ['word', 'cloze'], (id) => ids.has(id), noon);
  expect(more.map(({ id }) => id)).toEqual([
    cardId({ type: 'term', term: 'c' }, 'word'),
    cardId({ type: 'term', term: 'a' }, 'cloze'),
    cardId({ type: 'term', term: 'c' }, 'cloze'),
  ]);
});

test('[M1] ids differ by subject and face, and fit into a record however long the subject is', () => {
  const long = 'x'.repeat(300);
  const ids = [
    cardId({ type: 'term', term: 'a' }, 'word'),
    cardId({ type: 'term', term: 'a' }, 'cloze'),
    cardId({ type: 'highlight', work: 'w', annotation: 'a' }, 'word'),
    cardId({ type: 'term', term: `${long}1` }, 'word'),
    cardId({ type: 'term', term: `${long}2` }, 'word'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(200);
});

test('[M2] a gap needs a sentence, the other faces a translation', () => {
  const alone = term('a', { hasSentence: false });
  const unknown = term('b', { hasTranslation: false });
  const made = newCards([alone, unknown], ['word', 'cloze', 'translation'], () => false, noon);
  expect(made.map(({ subject, face }) => [subject.type === 'term' && subject.term, face])).toEqual([
    ['a', 'word'],
    ['b', 'cloze'],
    ['a', 'translation'],
  ]);
});

test('[Q3] a batch comes in the order in which it was given', () => {
  const ids = ['m', 'a', 'z', 'b'];
  const made = newCards(
    ids.map((id) => term(id)),
    ['word'],
    () => false,
    noon,
  );
  const { fresh } = queueAt(made.toReversed(), reviewLog([], 0.9), defaultStudy, noon);
  expect(fresh.map(({ subject }) => subject.type === 'term' && subject.term)).toEqual(ids);
});

test('a sentence is cut around the form that stands in it', () => {
  expect(sentenceParts('Кеңес үкіметі құрылды.', [6, 13])).toEqual([
    { text: 'Кеңес ', asked: false },
    { text: 'үкіметі', asked: true },
    { text: ' құрылды.', asked: false },
  ]);
  expect(sentenceParts('үкімет', [0, 6])).toEqual([{ text: 'үкімет', asked: true }]);
});

test('a gap hints at the first letter, whole, when the reader wants it', () => {
  expect(gapHint('үкіметі', true)).toBe('ү');
  expect(gapHint('и\u0306од', true)).toBe('и\u0306');
  expect(gapHint('𐰀𐰁', true)).toBe('𐰀');
  expect(gapHint('үкіметі', false)).toBe('');
});
