import { describe, expect, test } from 'vitest';
import type { Term } from '#core/records/term.ts';
import type { ForeignType } from '#core/review/anki/foreign.ts';
import { exportedName, sourceFrom, sourceOf, translationLanguages } from '#renderer/review/anki/export-choice.ts';
import { importChange, planOfNotes } from '#renderer/review/anki/plan.ts';

const term = (id: string, headword: string, gloss: string): Term => ({
  id,
  kind: 'term',
  modified: '1',
  language: 'kk',
  headword,
  category: 'word',
  glosses: { en: [gloss] },
  notes: {},
});
const terms = new Map([term('a', 'үй', 'house'), term('b', 'су', 'water')].map((one) => [one.id, one]));
const type = (...notes: [guid: string | null, headword: string, gloss: string][]): ForeignType => ({
  id: '1',
  name: 'X',
  fields: ['Word', 'Translation'],
  notes: notes.map(([guid, ...fields]) => ({ guid, fields, tags: [], decks: [] })),
});
const choice = { mappings: [{ headword: 0, gloss: 1, note: null }], headwords: 'kk', glosses: 'en' };
const plan = (...notes: [string | null, string, string][]) => planOfNotes([type(...notes)], choice, terms);

describe('what becomes of notes', () => {
  test('a note of ours is about its term, though its headword is another now', () => {
    const [row] = plan(['egiz:word:a', 'баспана', 'house']);
    expect(row).toMatchObject({
      kind: 'change',
      from: { id: 'a', headword: 'үй' },
      to: { id: 'a', headword: 'баспана' },
    });
  });

  test('a note of ours that says the same changes nothing', () => {
    expect(plan(['egiz:word:a', 'үй', 'house']).map(({ kind }) => kind)).toEqual(['same']);
  });

  test('both notes of a term are about it once', () => {
    expect(plan(['egiz:word:a', 'үй', 'home'], ['egiz:cloze:a', 'үй', 'hut'])).toHaveLength(1);
  });

  test('another note is about the entry with its headword, or is new', () => {
    const rows = plan(['x', 'Су', 'aqua'], [null, 'от', 'fire'], ['egiz:word:gone', 'жер', 'earth']);
    expect(rows.map(({ kind, content }) => [kind, content.headword])).toEqual([
      ['change', 'Су'],
      ['add', 'от'],
      ['add', 'жер'],
    ]);
  });

  test('a type without a field for the word is left out', () => {
    const none = { ...choice, mappings: [{ headword: null, gloss: 1, note: null }] };
    expect(planOfNotes([type([null, 'от', 'fire'])], none, terms)).toEqual([]);
  });

  test('new words get cards in both directions when that is asked for', () => {
    const rows = plan([null, 'от', 'fire'], [null, 'жел', ''], ['egiz:word:a', 'баспана', 'house']);
    const plain = importChange(rows, () => 'theirs', false);
    expect(plain.added.map(({ kind }) => kind)).toEqual(['term', 'term']);
    expect(plain.updated).toHaveLength(1);
    const added = importChange(rows, () => 'theirs', true).added;
    const cards = added.filter((record) => record.kind === 'card');
    expect(cards.map(({ face }) => face)).toEqual(['word', 'translation']);
    const fire = added.find((record) => record.kind === 'term' && record.headword === 'от');
    expect(cards.map(({ subject }) => subject)).toEqual([
      { type: 'term', term: fire?.id },
      { type: 'term', term: fire?.id },
    ]);
  });
});

describe('what is chosen for an export', () => {
  test('the source of words is one value and back', () => {
    for (const source of ['cards', 'all', 'work qazan-1917']) expect(sourceOf(sourceFrom(source))).toBe(source);
    expect(sourceFrom('work a b')).toEqual({ of: 'work', work: 'a b' });
  });

  test("languages of translations begin with the interface's, each once", () => {
    expect(translationLanguages('ru', [], ['en', 'ru', 'de'])).toEqual(['ru', 'en', 'de']);
  });

  test('the file has the day of the calendar here', () => {
    expect(exportedName('apkg', new Date(2026, 2, 5))).toBe('egiz-anki-2026-03-05.apkg');
    expect(exportedName('tsv', new Date(2026, 10, 23))).toBe('egiz-anki-2026-11-23.txt');
  });
});
