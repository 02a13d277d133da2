import { describe, expect, test } from 'vitest';
import { language } from '#core/language/language.ts';
import { edition, ofKind, records } from './corpus.ts';

const terms = ofKind(records('glossary.json'), 'term');
const kk = language('kk');
const text = edition('kk')
  .map((paragraph) => paragraph.text)
  .join('\n');
const wordsOf = (from: string): string[] => kk.words(from).map(([start, end]) => kk.lower(from.slice(start, end)));
const words = wordsOf(text);

/** Whether a word of the text is a form of a word of a headword, as far as the beginning tells: its end may change. */
function mayBeForm(word: string, headword: string): boolean {
  const stem = headword.endsWith('у') ? headword.slice(0, -1) : headword;
  return word.startsWith(stem.slice(0, Math.max(Math.min(3, stem.length), stem.length - 1)));
}

describe('the starter glossary', () => {
  test('has at least 150 terms', () => {
    expect(terms.length).toBeGreaterThanOrEqual(150);
  });

  test('has no headword that does not occur in the text', () => {
    const missing = terms.filter(({ headword }) => {
      const parts = wordsOf(headword);
      return !words.some((_, at) => parts.every((part, next) => mayBeForm(words[at + next] ?? '', part)));
    });
    expect(missing.map(({ headword }) => headword)).toEqual([]);
  });

  test('has a gloss in English and in Russian for every term', () => {
    for (const { headword, glosses } of terms) {
      expect(glosses.en?.length, headword).toBeGreaterThan(0);
      expect(glosses.ru?.length, headword).toBeGreaterThan(0);
    }
  });

  test('has no Latin letter inside a Cyrillic word', () => {
    for (const term of terms)
      expect(JSON.stringify(term)).not.toMatch(
        /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u,
      );
  });

  test('belongs to its work', () => {
    for (const { work } of terms) expect(work).toBe('qazan-1917');
  });
});
