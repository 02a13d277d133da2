import * as fc from 'fast-check';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import { describe, expect, it } from 'vitest';
import { schemes } from '#core/language/scripts/transliterate.ts';
import { direction } from '#core/language/direction.ts';
import { schemeOf, scriptOf, shownParagraph, shownTag } from '#renderer/reader/script.ts';
import { mark, paragraph } from './texts.ts';

describe('the direction of a text', () => {
  it.each(['kk-Arab', 'kk-arab-CN', 'kk-CN', 'ar', 'ug', 'fa-IR', 'uz-AF'])('is from the right for %s', (tag) => {
    expect(direction(tag)).toBe('rtl');
  });
  it.each(['kk', 'kk-KZ', 'kk-Cyrl-CN', 'kk-Latn', 'en', 'ug-Cyrl', 'uz'])('is from the left for %s', (tag) => {
    expect(direction(tag)).toBe('ltr');
  });
});

describe('another script', () => {
  it('is offered for Kazakh that is kept in Cyrillic', () => {
    expect(['kk', 'kk-KZ', 'kk-Cyrl'].map(isCyrillicKazakh)).toEqual([true, true, true]);
    expect(['kk-Arab', 'kk-CN', 'kk-Latn', 'ru', 'en'].map(isCyrillicKazakh)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is the one chosen for the edition, if there is such a one', () => {
    const edition = { id: 'a', language: 'kk' };
    expect(schemeOf(edition, { a: 'arab' })).toBe('arab');
    expect(schemeOf(edition, { b: 'arab' })).toBeNull();
    expect(schemeOf(edition, { a: 'runes' })).toBeNull();
    expect(schemeOf({ ...edition, language: 'ru' }, { a: 'arab' })).toBeNull();
    expect(schemeOf(edition, undefined)).toBeNull();
  });

  it('has a tag of its own', () => {
    expect([null, 'latn', 'latn-bgn', 'arab'].map((id) => shownTag('kk', id as never))).toEqual([
      'kk',
      'kk-Latn',
      'kk-Latn',
      'kk-Arab',
    ]);
  });

  it('keeps emphasis and links on their words', () => {
    const text = 'Шыңғыс хан';
    const made = paragraph('kk-1', text, {
      marks: [mark('emphasis', 0, 6), mark('link', 7, 10, 'https://example.org')],
    });
    const { paragraph: shown } = shownParagraph(made, 'latn-bgn');
    expect(shown.marks.map(({ start, end }) => shown.text.slice(start, end))).toEqual(['Shyngghys', 'khan']);
  });

  it('transliterates a record once', () => {
    const made = paragraph('kk-1', 'мәтін');
    expect(shownParagraph(made, 'latn')).toBe(shownParagraph(made, 'latn'));
    expect(shownParagraph(made, null).paragraph).toBe(made);
  });

  it('shows the words of a target as they stand in their sentence', () => {
    const { quote } = scriptOf('kk', 'latn');
    expect(quote({ quote: { exact: 'я', prefix: 'парти', suffix: '' } })).toBe('a');
  });

  it('draws any range of a paragraph on the letters that lead back to it', () => {
    const letters = fc.array(fc.constantFrom(...Array.from('аәғёийщюяхһ нгшч'))).map((list) => list.join(''));
    fc.assert(
      fc.property(
        letters,
        fc.constantFrom(...schemes.map(({ id }) => id)),
        fc.nat(),
        fc.nat(),
        (text, id, one, other) => {
          const [start = 0, end = 0] = [one, other].map((at) => at % (text.length + 1)).toSorted((a, b) => a - b);
          fc.pre(start < end);
          const { map } = shownParagraph(paragraph('kk-1', text), id);
          expect(map?.sourceRange(map.fromSource(start), map.fromSource(end))).toEqual([start, end]);
        },
      ),
    );
  });
});
