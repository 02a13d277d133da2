import { afterEach, describe, expect, test } from 'vitest';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import { wordDesk } from '#main/jobs/answer-words.ts';
import { changeBetween, textWords, type TextState, type TextWords } from '#main/jobs/text-words.ts';

const term = (headword: string, level?: Term['level']): Term => ({
  kind: 'term',
  id: headword,
  modified: '1',
  language: 'kk',
  headword,
  category: 'word',
  glosses: {},
  notes: {},
  ...(level === undefined ? {} : { level }),
});
const paragraph = (id: string, text: string, section = 's'): Paragraph => ({
  kind: 'paragraph',
  id,
  modified: '1',
  edition: 'kk',
  section,
  order: id,
  type: 'text',
  text,
  marks: [],
});
const rejection: Rejection = { kind: 'rejection', id: 'r', modified: '1', term: 'үкімет', form: 'үкіметке' };
const mismatch: Mismatch = {
  kind: 'mismatch',
  id: 'm',
  modified: '1',
  term: 'халық',
  target: { edition: 'kk', paragraph: 'b', start: 0, end: 5, quote: { exact: 'Халық', prefix: '', suffix: '' } },
};
const first: TextState = {
  key: 'w/kk',
  language: 'kk',
  paragraphs: [
    paragraph('a', 'Үкіметке үкімет халық 1917', 't'),
    paragraph('b', 'Халық үшін'),
    paragraph('c', 'кеңес'),
  ],
  terms: [term('үкімет', 'known'), term('халық')],
  rejections: [],
  mismatches: [],
};
const signal = new AbortController().signal;
let words: TextWords | null = null;
const open = (rest?: number): TextWords => (words = textWords(rest));
afterEach(() => {
  words?.close();
  words = null;
});
const counts = async (asked: TextWords, state: TextState): Promise<Record<string, number>> =>
  Object.fromEntries(await asked.ask(state, { about: 'terms', part: 'all', signal }));

/** What is answered without a thread. */
function answeredHere(state: TextState, most: number) {
  return wordDesk({
    language: state.language,
    paragraphs: state.paragraphs,
    terms: state.terms,
    refusals: { forms: new Map(), places: new Map() },
  }).ask('coverage', 'all', most);
}

describe('the words of a text, in a thread', () => {
  test('are answered as they would be without one', async () => {
    const shares: number[] = [];
    const asked = open();
    const progress = (share: number): void => void shares.push(share);
    const answer = await asked.ask(first, { about: 'coverage', part: 'all', most: 9, progress, signal });
    expect(answer).toEqual(answeredHere(first, 9));
    expect(answer.words).toMatchObject({ known: 2, new: 2, unknown: 2, ignored: 0 });
    expect(answer.sections.map(({ section }) => section)).toEqual(['t', 's']);
    expect(answer.learnFirst[0]).toMatchObject({ headword: 'халық', count: 2, paragraph: 0, start: 16, end: 21 });
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('can be asked about a section, or about some paragraphs', async () => {
    const asked = open();
    const inSection = await asked.ask(first, { about: 'coverage', part: { section: 't' }, signal });
    expect(inSection.words).toMatchObject({ known: 2, new: 1, unknown: 0 });
    expect(inSection.learnFirst).toEqual([]);
    expect(inSection.toLearn).toBe(1);
    const onPage = await asked.ask(first, { about: 'coverage', part: { paragraphs: [1, 2] }, most: 1, signal });
    expect(onPage.words).toMatchObject({ known: 0, new: 1, unknown: 2 });
    expect(onPage.learnFirst).toHaveLength(1);
  });

  test('[G4] heed rejected forms and mismatches', async () => {
    const asked = open();
    expect(await counts(asked, first)).toEqual({ үкімет: 2, халық: 2 });
    expect(await counts(asked, { ...first, rejections: [rejection] })).toEqual({ үкімет: 1, халық: 2 });
    expect(await counts(asked, { ...first, mismatches: [mismatch] })).toEqual({ үкімет: 2, халық: 1 });
    expect(await counts(asked, first)).toEqual({ үкімет: 2, халық: 2 });
  });

  test('follow terms and texts', async () => {
    const asked = open();
    await counts(asked, first);
    const more = { ...first, terms: [...first.terms, term('кеңес')] };
    expect(await counts(asked, more)).toEqual({ үкімет: 2, халық: 2, кеңес: 1 });
    const edited = { ...more, paragraphs: first.paragraphs.with(2, paragraph('c', 'үкіметтің')) };
    expect(await counts(asked, edited)).toEqual({ үкімет: 3, халық: 2 });
    const longer = { ...edited, paragraphs: [...edited.paragraphs, paragraph('d', 'халықтың')] };
    expect(await counts(asked, longer)).toEqual({ үкімет: 3, халық: 3 });
  });

  test('are there again after their thread has rested', async () => {
    const asked = open(1);
    await counts(asked, first);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(await counts(asked, first)).toEqual({ үкімет: 2, халық: 2 });
  });

  test('are no longer sought once nobody waits', async () => {
    const asked = open();
    const stop = new AbortController();
    const answer = asked.ask(first, { about: 'coverage', part: 'all', signal: stop.signal });
    stop.abort(new Error('left'));
    await expect(answer).rejects.toThrow('left');
    expect(await counts(asked, first)).toEqual({ үкімет: 2, халық: 2 });
  });

  test('are refused when everything closes', async () => {
    const asked = open();
    const answer = asked.ask(first, { about: 'terms', part: 'all', signal });
    asked.close();
    await expect(answer).rejects.toThrow('closing');
  });
});

describe('what changed between two states of a text', () => {
  test('is nothing where all is the same', () => {
    expect(changeBetween(first, { ...first, paragraphs: [...first.paragraphs] })).toEqual({});
  });

  test('is the terms, as they were and as they are', () => {
    const known = term('халық', 'known');
    expect(changeBetween(first, { ...first, terms: [term('кеңес'), known] })).toEqual({
      removed: first.terms,
      added: [term('кеңес'), known],
    });
  });

  test('is everything where paragraphs came, went or moved', () => {
    const [a, b, c] = first.paragraphs;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three paragraphs');
    expect(changeBetween(first, { ...first, paragraphs: [a, c, b] })).toBeNull();
    expect(changeBetween(first, { ...first, paragraphs: [a, b] })).toBeNull();
    expect(changeBetween(first, { ...first, paragraphs: [a, b, { ...c, section: 't' }] })).toBeNull();
  });
});
