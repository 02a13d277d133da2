import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textMatches } from '#core/glossary/text-matches.ts';
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

test('[M9] whatever the changes, matches are those found at once', () => {
  const headword = fc.constantFrom('үкімет', 'кеңес', 'қаулы', 'Уақытша үкімет', 'кеңес қаулы');
  const form = fc.constantFrom('үкіметтің', 'кеңесі', 'Уақытша', 'қаулысы', 'мен', 'үкімет', 'кеңестің');
  const paragraph = fc.array(form, { maxLength: 6 }).map((words) => words.join(' '));
  const steps = fc.array(fc.tuple(fc.boolean(), headword), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 5 }), steps, (texts, changes) => {
      const text = textMatches(texts, [], kk);
      const there = new Set<string>();
      for (const [adds, word] of changes) {
        const changed = adds !== there.has(word) ? [term(word)] : [];
        text.update({ removed: adds ? [] : changed, added: adds ? changed : [] });
        if (adds) there.add(word);
        else there.delete(word);
      }
      const whole = textMatches(
        texts,
        [...there].map((word) => term(word)),
        kk,
      );
      for (const at of texts.keys()) expect(text.matchesOf(at)).toEqual(whole.matchesOf(at));
    }),
  );
});
