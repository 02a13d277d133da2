import { describe, expect, test } from 'vitest';
import { proposeKeys } from '#core/dictionaries/headwords/propose.ts';
import { wordIndex } from '#core/glossary/word-index.ts';
import { headwordGuesser } from '#core/glossary/guess.ts';
import { renderingFinder } from '#core/glossary/renderings.ts';
import { textMatches } from '#core/glossary/text-matches.ts';
import { detectLanguage } from '#core/language/detect.ts';
import { language } from '#core/language/language.ts';
import { schemes, transliterate } from '#core/language/scripts/transliterate.ts';
import { term } from './terms.ts';

/** What every object has. As headwords and words they are like any other; a table that is an object knows them by mistake. */
const words = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name', 'call'];

describe.each(['kk', 'en', 'ru', 'de', 'kk-Latn', 'constructor'])('in %s', (tag) => {
  const own = language(tag);

  test.each(words)('the word %s is inflected, guessed, looked up and found as others are', (word) => {
    const text = `Сөз ${word} мен ${word}лар, ${word}s.`;
    for (const kind of ['noun', 'verb', null] as const) {
      for (const stem of own.inflection.stems(own.inflection.normal(word), kind, false)) {
        expect(stem.text).toBeTypeOf('string');
        stem.readings(stem.text);
      }
    }
    expect(() => proposeKeys(word, own)).not.toThrow();
    const found = textMatches([text], [term(word, { [tag]: [word], en: [word] }, tag)], own);
    expect(found.matchesOf(0).flatMap(({ terms }) => terms)).toContain(word);
    expect(() => headwordGuesser([word], own)).not.toThrow();
    expect(() => wordIndex([text], [term(word, {}, tag)], own)).not.toThrow();
    expect(() => renderingFinder(term(word, { en: [word] }), 'en')(text)).not.toThrow();
  });
});

test.each(words)('the word %s is written in other scripts', (word) => {
  for (const { id } of schemes) expect(transliterate(word, id).text).toBe(word);
  expect(() => detectLanguage(`${word} `.repeat(50))).not.toThrow();
});
