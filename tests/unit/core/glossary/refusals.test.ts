import { describe, expect, test } from 'vitest';
import { headwordIndex, matches } from '#core/glossary/match.ts';
import { formOf, refusedPlaces, rejectedForms, type Refusals } from '#core/glossary/refusals.ts';
import { language } from '#core/language/language.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import { term } from './terms.ts';

const kk = language('kk');
const rejection = (id: string, form: string): Rejection => ({
  id: `${id} ${form}`,
  kind: 'rejection',
  modified: '',
  term: id,
  form: formOf(form, kk),
});
const mismatch = (id: string, paragraph: string, start: number, exact: string): Mismatch => ({
  id: `${id} ${paragraph} ${start}`,
  kind: 'mismatch',
  modified: '',
  term: id,
  target: { edition: 'kk', paragraph, start, end: start + exact.length, quote: { exact, prefix: '', suffix: '' } },
});
const terms = [term('үкімет'), term('Уақытша үкімет'), { ...term('үкімет'), id: 'second' }];
const found = (text: string, refusals: Refusals): string[] =>
  matches(text, headwordIndex(terms, kk), undefined, refusals).map(
    (match) => `${text.slice(match.start, match.end)}: ${match.terms.join('|')}`,
  );

describe('refused matches', () => {
  test('[G4] a rejected form is nowhere the term, other forms are', () => {
    const forms = rejectedForms([rejection('үкімет', 'үкіметті'), rejection('second', 'үкіметті')]);
    expect(found('Үкіметті, үкіметтің', { forms })).toEqual(['үкіметтің: үкімет|second']);
  });

  test('[G4] the other terms of a match stay', () => {
    const forms = rejectedForms([rejection('үкімет', 'үкіметті')]);
    expect(found('Үкіметті', { forms })).toEqual(['Үкіметті: second']);
  });

  test('[G4] where no term is left the next longest wins', () => {
    const forms = rejectedForms([rejection('Уақытша үкімет', 'Уақытша үкіметті')]);
    expect(found('Уақытша үкіметті. Уақытша үкімет', { forms })).toEqual([
      'үкіметті: үкімет|second',
      'Уақытша үкімет: Уақытша үкімет',
    ]);
  });

  test('[G4] a mismatch is one place', () => {
    const text = 'үкімет, үкімет';
    const places = refusedPlaces('p', text, [
      mismatch('үкімет', 'p', 8, 'үкімет'),
      mismatch('second', 'q', 0, 'үкімет'),
    ]);
    expect(found(text, { places })).toEqual(['үкімет: үкімет|second', 'үкімет: second']);
  });

  test('[G4] what is refused inside a longer match is not among its others', () => {
    const text = 'Уақытша үкімет';
    const places = refusedPlaces('p', text, [mismatch('үкімет', 'p', 8, 'үкімет')]);
    const [match] = matches(text, headwordIndex(terms, kk), undefined, { places });
    expect(match?.others).toEqual([{ start: 8, end: 14, terms: ['second'] }]);
  });

  test.each([
    ['УАҚЫТША\n  «үкіметті»', 'уақытша үкіметті'],
    ['Алаш – Орда', 'алаш - орда'],
    ['үкі\u00ADметті', 'үкіметті'],
  ])('[G5] %j is rejected as %j', (form, spelled) => {
    expect(formOf(form, kk)).toBe(spelled);
  });

  test('[G5] a rejected phrase is refused however its gaps are written', () => {
    const forms = rejectedForms([rejection('Уақытша үкімет', 'Уақытша үкімет')]);
    expect(found('УАҚЫТША “үкімет”', { forms })).toEqual(['үкімет: үкімет|second']);
  });

  test('[G5] a mismatch follows its words, and says nothing once they are gone', () => {
    const moved = mismatch('үкімет', 'p', 0, 'Уақытша үкіметтің');
    expect(refusedPlaces('p', 'Бұл Уақытша үкіметтің', [moved])).toEqual(new Map([['үкімет', [[4, 21]]]]));
    expect(refusedPlaces('p', 'Бұл кеңес', [moved])).toEqual(new Map());
  });
});
