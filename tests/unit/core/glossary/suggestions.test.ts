import { describe, expect, test } from 'vitest';
import { suggestions } from '#core/glossary/suggestions.ts';
import { language } from '#core/language/language.ts';

const kazakh = [
  'Уақытша үкімет құлады. Перовск жұмысшылары өкімет билігін 1917 жылы өз қолына алды. Алаш партиясы құрылды.',
];
const english = [
  'The Provisional Government fell. The workers of Perovsk (Kyzylorda) took power into their own hands in 1917.',
  'The Alash party was founded.',
];
const kk = language('kk');
const en = language('en');

function suggest(words: string, source = kazakh, target = english) {
  const paragraph = source.findIndex((text) => text.includes(words));
  const start = source[paragraph]?.indexOf(words) ?? -1;
  return suggestions(
    { paragraph, start, end: start + words.length },
    { texts: source, language: kk },
    { texts: target, language: en },
  );
}

describe('suggesting glosses', () => {
  test('takes the sentence of the same number where both sides have as many', () => {
    const { sentences } = suggest('өкімет билігін');
    expect(sentences).toEqual([{ paragraph: 0, start: 33, end: english[0]?.length }]);
  });

  test('finds it in the right one of several paragraphs', () => {
    expect(suggest('Алаш партиясы').sentences).toEqual([{ paragraph: 1, start: 0, end: english[1]?.length }]);
  });

  test('takes the sentences at the same share of the text where their numbers differ', () => {
    const merged = [
      'The Provisional Government fell, and the workers of Perovsk took power into their own hands.',
      'The party was founded.',
    ];
    expect(suggest('Уақытша үкімет', kazakh, merged).sentences.map(({ paragraph }) => paragraph)).toEqual([0]);
    expect(suggest('Алаш', kazakh, merged).sentences.map(({ paragraph }) => paragraph)).toContain(1);
  });

  test('gives words and phrases in text order, without function words at their edges', () => {
    const texts = suggest('Уақытша үкімет').candidates.map(({ text }) => text);
    expect(texts).toEqual([
      'Provisional',
      'Provisional Government',
      'Provisional Government fell',
      'Government',
      'Government fell',
      'fell',
    ]);
  });

  test('lets phrases hold function words inside, but no comma or bracket', () => {
    const texts = suggest('өкімет билігін').candidates.map(({ text }) => text);
    expect(texts).toContain('workers of Perovsk');
    expect(texts).not.toContain('Perovsk (Kyzylorda');
    expect(texts).not.toContain('of Perovsk');
  });

  test('gives places that hold the text they name', () => {
    for (const { paragraph, start, end, text } of suggest('Перовск').candidates) {
      expect(english[paragraph]?.slice(start, end)).toBe(text);
    }
  });

  test.each([
    ['Перовск', 'Perovsk'],
    ['1917', '1917'],
  ])('rates highest what sounds like the selection: %s', (words, expected) => {
    const best = suggest(words).candidates.toSorted((a, b) => b.score - a.score)[0];
    expect(best).toMatchObject({ text: expected, score: 1 });
  });

  test('gives each text once', () => {
    const texts = suggest('Алаш', ['Алаш, Алаш, Алаш.'], ['Alash, alash, Alash.']).candidates.map(({ text }) => text);
    expect(texts).toEqual(['Alash']);
  });

  test('is nothing where nothing is aligned', () => {
    expect(suggest('Алаш', kazakh, [])).toEqual({ sentences: [], candidates: [] });
    expect(suggest('Алаш', kazakh, [''])).toEqual({ sentences: [], candidates: [] });
  });
});
