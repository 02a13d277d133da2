import { expect, test } from 'vitest';
import { doublesOf } from '#core/glossary/doubles.ts';
import { mergeChange, mergedTerm, renamedChange } from '#core/glossary/merge.ts';
import type { Card } from '#core/records/review.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';

let made = 0;

function term(headword: string, more: Partial<Term> = {}): Term {
  made += 1;
  return {
    id: `t${String(made)}`,
    kind: 'term',
    modified: '1',
    language: 'kk',
    headword,
    category: 'word',
    glosses: {},
    notes: {},
    ...more,
  };
}

const found = (...terms: Term[]): [string, string[]][] =>
  doublesOf(terms).map(({ kind, terms: group }) => [kind, group.map(({ headword }) => headword).toSorted()]);

test.each<[string, Term[], [string, string[]][]]>([
  [
    '[M1] the same headword in other letters, with other white space',
    [term('Алаш  Орда'), term('алаш орда')],
    [['same', ['Алаш  Орда', 'алаш орда']]],
  ],
  [
    'the same headword, of which only one says a category',
    [term('Алаш', { category: 'party' }), term('Алаш')],
    [['same', ['Алаш', 'Алаш']]],
  ],
  [
    'one headword in two categories, perhaps',
    [term('Алаш', { category: 'party' }), term('Алаш', { category: 'place' })],
    [['perhaps', ['Алаш', 'Алаш']]],
  ],
  [
    '[M2] what is spelled the same but for Kazakh letters, perhaps',
    [term('қазақ'), term('казак')],
    [['perhaps', ['казак', 'қазақ']]],
  ],
  [
    'a verb and its citation form, perhaps',
    [term('жоспарла'), term('жоспарлау')],
    [['perhaps', ['жоспарла', 'жоспарлау']]],
  ],
  ['a verb whose stem changes, perhaps', [term('оқы'), term('оқу')], [['perhaps', ['оқу', 'оқы']]]],
  [
    'three that hang together through one of them',
    [term('қара'), term('кара'), term('қарау')],
    [['perhaps', ['кара', 'қара', 'қарау']]],
  ],
])('doubles are %s', (_, terms, expected) => {
  expect(found(...terms)).toEqual(expected);
});

test.each<[string, Term[]]>([
  ['other words', [term('бар'), term('жоқ')]],
  ['the same letters in another language', [term('бар'), term('бар', { language: 'ru' })]],
  [
    'a noun beside a verb',
    [term('ту', { glosses: { en: ['flag'] } }), term('туу', { glosses: { en: ['to be born'] } })],
  ],
  ['a headword once', [term('кеңес')]],
])('no doubles are %s', (_, terms) => {
  expect(found(...terms)).toEqual([]);
});

test('doubles stand in the order of their headwords, each group with what says most first', () => {
  const groups = doublesOf([
    term('өзен'),
    term('қала'),
    term('өзен', { glosses: { en: ['river'] } }),
    term('қала', { level: '1' }),
  ]);
  expect(groups.map(({ terms }) => terms.map(({ glosses, level }) => Object.keys(glosses)[0] ?? level))).toEqual([
    ['1', undefined],
    ['en', undefined],
  ]);
});

test('finds the doubles among 5,000 entries', () => {
  const many = Array.from({ length: 5_000 }, (_, at) => term(`сөз${String(at % 4_990)}`));
  expect(doublesOf(many)).toHaveLength(10);
});

test('[M3] a merged entry has the senses of all in order and once, all notes, the best level, the one category', () => {
  const kept = term('кеңес', {
    glosses: { en: ['council', 'advice'] },
    notes: { kk: 'бір', en: 'one' },
    level: 'new',
    work: 'w',
  });
  const other = term('Кеңес', {
    glosses: { en: ['soviet', 'council'], ru: ['совет'] },
    notes: { kk: 'екі', en: 'one' },
    level: '4',
    category: 'institution',
    pos: 'noun',
    work: 'v',
  });
  expect(mergedTerm(kept, [other, term('кеңес', { level: 'ignored' })])).toEqual({
    ...kept,
    category: 'institution',
    glosses: { en: ['council', 'advice', 'soviet'], ru: ['совет'] },
    notes: { kk: 'бір\nекі', en: 'one' },
    level: '4',
    pos: 'noun',
  });
});

test('a merged entry without any level has none', () => {
  expect(mergedTerm(term('а'), [term('а')])).not.toHaveProperty('level');
});

test('[M4] places in works that were not one of the others are not the one that is kept', () => {
  const [a, b, c] = [term('а'), term('а'), term('б')];
  const mismatch = (id: string, of: Term, start: number): Mismatch => ({
    id,
    kind: 'mismatch',
    modified: '1',
    term: of.id,
    target: { edition: 'kk', paragraph: 'p', start, end: start + 1, quote: { exact: 'а', prefix: '', suffix: '' } },
  });
  const [kept, moved, double, other] = [
    mismatch('1', a, 0),
    mismatch('2', b, 5),
    mismatch('3', b, 0),
    mismatch('4', c, 0),
  ];
  expect(renamedChange([[a, b]], [kept, moved, double, other])).toEqual({
    added: [],
    updated: [[moved, { ...moved, term: a.id }]],
    removed: [double],
  });
  expect(renamedChange([[a, b]], [kept, other])).toBeNull();
});

test('[M4] merging keeps the first of each group, and what named the others names it', () => {
  const [a, b, c] = [term('а', { glosses: { en: ['x'] } }), term('а'), term('б')];
  const rejection = (id: string, of: Term, form: string): Rejection => ({
    id,
    kind: 'rejection',
    modified: '1',
    term: of.id,
    form,
  });
  const card: Card = {
    id: 'card',
    kind: 'card',
    modified: '1',
    subject: { type: 'term', term: b.id },
    face: 'word',
    created: '2026-01-01T00:00:00Z',
  };
  const other: Card = { ...card, id: 'other', subject: { type: 'highlight', work: 'w', annotation: b.id } };
  const twice = rejection('r2', b, 'аға');
  const change = mergeChange(
    [[a, b]],
    [rejection('r1', a, 'аға'), twice, rejection('r3', b, 'ала'), rejection('r4', c, 'аға'), card, other],
  );
  expect(change).toEqual({
    added: [],
    updated: [
      [rejection('r3', b, 'ала'), rejection('r3', a, 'ала')],
      [card, { ...card, subject: { type: 'term', term: a.id } }],
    ],
    removed: [b, twice],
  });
});

test('groups that share an entry become one, so that none is removed twice or for another that goes', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((sense) => term('а', { glosses: { en: [sense] } }));
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four');
  const change = mergeChange(
    [
      [a, b],
      [c, d],
      [b, a, c],
    ],
    [],
  );
  expect(change.removed).toEqual([b, c, d]);
  expect(change.updated).toEqual([[a, { ...a, glosses: { en: ['a', 'b', 'c', 'd'] } }]]);
});

test('a group of one changes nothing', () => {
  expect(mergeChange([[term('а')], []], [])).toEqual({ added: [], updated: [], removed: [] });
});
