import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formOf } from '#core/glossary/refusals.ts';
import { textMatches, type TextRefusals } from '#core/glossary/text-matches.ts';
import { language } from '#core/language/language.ts';
import { term } from './terms.ts';

const kk = language('kk');
const paragraphs = ['Үкіметтің қаулысы', 'Кеңестер', 'үкіметі мен кеңесі', 'Уақытша үкіметке', ''];

const found = (text: ReturnType<typeof textMatches>): string[][] =>
  paragraphs.map((_, at) => text.matchesOf(at).flatMap(({ terms }) => terms));

test('[M9] matches of a text follow the terms, paragraph by paragraph', () => {
  const text = textMatches(paragraphs, [term('үкімет')], kk);
  expect(found(text)).toEqual([['үкімет'], [], ['үкімет'], ['үкімет'], []]);
  expect(text.update({ removed: [], added: [term('кеңес')] })).toEqual([1, 2]);
  expect(found(text)).toEqual([['үкімет'], ['кеңес'], ['үкімет', 'кеңес'], ['үкімет'], []]);
  expect(text.update({ removed: [], added: [term('Уақытша үкімет')] })).toEqual([3]);
  expect(found(text)[3]).toEqual(['Уақытша үкімет']);
  expect(text.update({ removed: [term('үкімет')], added: [] })).toEqual([0, 2, 3]);
  expect(found(text)).toEqual([[], ['кеңес'], ['кеңес'], ['Уақытша үкімет'], []]);
  expect(text.update({ removed: [], added: [term('soviet', {}, 'en')] })).toEqual([]);
});

test('a paragraph that is not there is an error', () => {
  expect(() => textMatches([], [], kk).matchesOf(0)).toThrow('0');
});

test('[G6] matches follow rejected forms and refused places', () => {
  const text = textMatches(paragraphs, [term('үкімет'), term('Уақытша үкімет')], kk);
  const forms = new Map([['Уақытша үкімет', new Set(['уақытша үкіметке'])]]);
  expect(text.update({ refusals: { forms, places: new Map() } })).toEqual([3]);
  expect(found(text)).toEqual([['үкімет'], [], ['үкімет'], ['үкімет'], []]);
  const places: TextRefusals['places'] = new Map([[2, new Map([['үкімет', [[0, 7]]]])]]);
  expect(text.update({ refusals: { forms, places } })).toEqual([2]);
  expect(found(text)[2]).toEqual([]);
  expect(text.update({ refusals: { forms: new Map(), places: new Map() } })).toEqual([2, 3]);
  expect(found(text)).toEqual([['үкімет'], [], ['үкімет'], ['Уақытша үкімет'], []]);
});

test('[M9] [G6] whatever the changes, matches are those found at once', () => {
  const headwords = ['үкімет', 'кеңес', 'қаулы', 'Уақытша үкімет', 'кеңес қаулы'];
  const forms = ['үкіметтің', 'кеңесі', 'Уақытша', 'қаулысы', 'мен', 'үкімет', 'кеңестің'];
  const paragraph = fc.array(fc.constantFrom(...forms), { maxLength: 6 }).map((words) => words.join(' '));
  const headword = fc.constantFrom(...headwords);
  const rejected = fc.constantFrom(...forms, 'Уақытша үкіметтің', 'кеңесі қаулысы').map((form) => formOf(form, kk));
  const step = fc.oneof(
    fc.record({ term: headword }),
    fc.record({ term: headword, form: rejected }),
    fc.record({ term: headword, paragraph: fc.nat(4), word: fc.nat(5) }),
  );
  fc.assert(
    fc.property(
      fc.array(paragraph, { maxLength: 5 }),
      fc.array(step, { maxLength: 10 }),
      fc.context(),
      (texts, steps, context) => {
        const text = textMatches(texts, [], kk);
        const there = new Set<string>();
        let refusals: TextRefusals = { forms: new Map(), places: new Map() };
        for (const one of steps) {
          if ('form' in one) {
            const now = new Set(refusals.forms.get(one.term));
            if (!now.delete(one.form)) now.add(one.form);
            refusals = { ...refusals, forms: new Map([...refusals.forms, [one.term, now]]) };
            text.update({ refusals });
          } else if ('word' in one) {
            const range = kk.words(texts[one.paragraph] ?? '')[one.word];
            const places = new Map(range === undefined ? [] : [[one.term, [range]]]);
            refusals = { ...refusals, places: new Map([...refusals.places, [one.paragraph, places]]) };
            text.update({ refusals });
          } else if (there.delete(one.term)) {
            text.update({ removed: [term(one.term)] });
          } else {
            there.add(one.term);
            text.update({ added: [term(one.term)] });
          }
        }
        context.log([...there].join(', '));
        const whole = textMatches(
          texts,
          [...there].map((word) => term(word)),
          kk,
          refusals,
        );
        for (const at of texts.keys()) expect(text.matchesOf(at)).toEqual(whole.matchesOf(at));
      },
    ),
  );
});
