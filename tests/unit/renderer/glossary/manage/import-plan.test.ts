import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTerms, writeTerms, type TermContent } from '#core/glossary/tsv.ts';
import { termCategories, type Term } from '#core/records/term.ts';
import { changes, planned, plannedChange, type Policy } from '#renderer/glossary/manage/import-plan.ts';
import { term } from '../terms.ts';

function row(headword: string, more: Partial<TermContent> = {}): TermContent {
  return { language: 'kk', headword, category: 'word', glosses: {}, notes: {}, ...more };
}

function kinds(rows: readonly TermContent[], terms: readonly Term[]): string[] {
  return planned(rows, terms).map(({ kind }) => kind);
}

describe('reading rows into the glossary', () => {
  it('adds a headword that is not there', () => {
    expect(kinds([row('Алаш')], [term('Кеңес')])).toEqual(['add']);
  });

  it('changes the entry with the same headword, whatever the case', () => {
    const kept = term('Кеңес', { glosses: { en: ['Soviet'], ru: ['совет'] }, notes: { en: 'n' } });
    const [plan] = planned([row('кеңес', { glosses: { en: ['council'] } })], [kept]);
    expect(plan).toMatchObject({
      kind: 'change',
      from: kept,
      to: { id: kept.id, headword: 'кеңес', glosses: { en: ['council'], ru: ['совет'] }, notes: { en: 'n' } },
    });
  });

  it('says so where a row says nothing new', () => {
    const kept = term('Кеңес', { category: 'institution', glosses: { en: ['Soviet'], ru: ['совет'] } });
    expect(kinds([row('Кеңес', { glosses: { en: ['Soviet'] } })], [kept])).toEqual(['same']);
  });

  it('does not take a headword of another language for the same', () => {
    expect(kinds([row('Совет', { language: 'ru' })], [term('Совет')])).toEqual(['add']);
  });

  it('tells two entries with one headword apart by their category', () => {
    const word = term('Қазан', { id: 'a' });
    const month = term('Қазан', { id: 'b', category: 'revolution' });
    const rows = [
      row('Қазан', { category: 'place' }),
      row('Қазан', { category: 'revolution', glosses: { en: ['October'] } }),
    ];
    const plans = planned(rows, [word, month]);
    expect(plans.map((plan) => (plan.kind === 'add' ? null : plan.from.id))).toEqual(['a', 'b']);
  });

  it('reads a row that stands in the file twice once', () => {
    expect(kinds([row('Алаш'), row('Алаш'), row('Алаш', { glosses: { en: ['Alash'] } })], [])).toEqual(['add', 'add']);
  });

  it('keeps columns that Egiz does not know', () => {
    const [plan] = planned([row('Кеңес', { source: 'p. 12' })], [term('Кеңес')]);
    expect(plan).toMatchObject({ kind: 'change', to: { source: 'p. 12' } });
  });
});

it('makes one change of all chosen rows', () => {
  const kept = term('Кеңес');
  const plans = planned([row('Алаш'), row('Кеңес', { category: 'institution' })], [kept]);
  expect(plannedChange(plans, () => 'new')).toEqual({
    added: [{ ...row('Алаш'), id: 'new', kind: 'term', modified: '' }],
    updated: [[kept, { ...kept, category: 'institution' }]],
    removed: [],
  });
});

it('finds nothing new in its own export', () => {
  const text = fc.stringMatching(/^[а-яәіңғүұқөһa-z]([а-яәіңғүұқөһa-z ;"]{0,8}[а-яәіңғүұқөһa-z])?$/u);
  const terms = fc.uniqueArray(
    fc.record({
      headword: text.filter((headword) => headword !== ''),
      category: fc.constantFrom(...termCategories),
      glosses: fc.dictionary(fc.constantFrom('en', 'ru'), fc.array(text, { minLength: 1, maxLength: 3 }), {
        noNullPrototype: true,
      }),
      notes: fc.dictionary(fc.constantFrom('kk', 'en'), text, { noNullPrototype: true }),
    }),
    {
      maxLength: 12,
      selector: ({ headword, category }) => `${headword.toLowerCase().replace(/\s+/gu, ' ')} ${category}`,
    },
  );
  fc.assert(
    fc.property(terms, (contents) => {
      const kept = contents.map((content, index) => term(content.headword, { ...content, id: String(index) }));
      const { terms: rows, problems } = readTerms(writeTerms(kept));
      expect(problems).toEqual([]);
      expect(kinds(rows, kept)).toEqual(kept.map(() => 'same'));
    }),
  );
});

describe('a row and its entry that both say something', () => {
  const mine = term('кеңес', {
    glosses: { en: ['soviet', 'council'] },
    notes: { en: 'mine' },
    level: '4',
    source: 'p. 1',
  });
  const theirs = row('Кеңес', {
    category: 'institution',
    glosses: { en: ['council', 'advice'], ru: ['совет'] },
    notes: { en: 'theirs' },
    level: '2',
    source: 'p. 2',
  });
  const plans = planned([theirs], [mine]);
  const after = (policy: Policy) =>
    plannedChange(
      plans,
      () => 'new',
      () => policy,
    ).updated[0]?.[1];

  it('takes what the row says, and keeps what only the entry says', () => {
    expect(after('theirs')).toMatchObject({
      headword: 'Кеңес',
      category: 'institution',
      glosses: { en: ['council', 'advice'], ru: ['совет'] },
      notes: { en: 'theirs' },
      level: '2',
      source: 'p. 2',
    });
  });

  it('keeps what the entry says, and takes what only the row says', () => {
    expect(after('mine')).toEqual({
      ...mine,
      category: 'institution',
      glosses: { en: ['soviet', 'council'], ru: ['совет'] },
    });
  });

  it('unites both', () => {
    expect(after('unite')).toEqual({
      ...mine,
      category: 'institution',
      glosses: { en: ['soviet', 'council', 'advice'], ru: ['совет'] },
      notes: { en: 'mine\ntheirs' },
    });
  });

  it('changes nothing where the entry has all that the row says', () => {
    const same = planned([row('кеңес', { glosses: { en: ['advice'] } })], [mine]);
    expect(
      plannedChange(
        same,
        () => 'new',
        () => 'mine',
      ).updated,
    ).toEqual([]);
    expect(same.map((one) => one.kind === 'change' && changes(one, 'mine'))).toEqual([false]);
  });
});
