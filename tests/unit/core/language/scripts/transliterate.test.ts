import * as fc from 'fast-check';
import interscript from 'interscript';
import { describe, expect, test } from 'vitest';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { schemes, transliterate, transliteratePart } from '#core/language/scripts/transliterate.ts';

const shown = (text: string, id: SchemeId): string => transliterate(text, id).text;

const latin: readonly [string, string][] = [
  ['Қазақстан Республикасы', 'Qazaqstan Respublikasy'],
  ['Уақытша үкімет', 'Uaqytşa ükımet'],
  ['Мұғалім, ғылым, жаңа', 'Mūğalım, ğylym, jaña'],
  ['Иса ішкі ІШКІ', 'İsa ışkı IŞKI'],
  ['партия, партиялар, қияды', 'partia, partialar, qiady'],
  ['Юпитер ЮНЕСКО Я', 'İupiter İUNESKO İa'],
  ['фестивальдер', 'festivalder'],
];
const bgn: readonly [string, string][] = [
  ['Шымкент ШЫМКЕНТ ШҚО', 'Shymkent SHYMKENT SHQO'],
  ['Ащы Щучинск', 'Ashchy Shchūchīnsk'],
  ['кинг жаңа', 'kīn·g zhanga'],
  ['Е.Ш. Жәнібеков', 'E.Sh. Zhänibekov'],
];
const arabic: readonly [string, string][] = [
  ['қазақ', 'قازاق'],
  ['тіл', 'ٴتىل'],
  ['бөлім', 'ٴبولىم'],
  ['кітап', 'كىتاپ'],
  ['әдебиет', 'ادەبيەت'],
  ['қазір', 'قازىر'],
  ['партия', 'پارتيا'],
  ['жүз, бір?', 'ٴجۇز، ٴبىر؟'],
  ['1917 жылы, 1,5', '1917 جىلى، 1,5'],
];

describe('[T1] shows Kazakh', () => {
  test.each(latin)('in the Latin draft of 2021: %s', (text, expected) => {
    expect(shown(text, 'latn')).toBe(expected);
  });
  test.each(bgn)('in the Latin of BGN/PCGN: %s', (text, expected) => {
    expect(shown(text, 'latn-bgn')).toBe(expected);
  });
  test.each(arabic)('in Arabic: %s', (text, expected) => {
    expect(shown(text, 'arab')).toBe(expected);
  });
});

const alphabet = Array.from('аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя');
const capitals = alphabet.map((letter) => letter.toUpperCase());
const unit = fc.constantFrom(...alphabet, ...capitals, ' ', ',', '-', '1', 'a', '😀', '\u0301');
const anyText = fc.array(unit).map((letters) => letters.join(''));
const scheme = fc.constantFrom(...schemes.map(({ id }) => id));

test('[T2] offsets lead both ways, in order, from end to end', () => {
  fc.assert(
    fc.property(anyText, scheme, (source, id) => {
      const { text, toSource, fromSource } = transliterate(source, id);
      expect([fromSource(0), fromSource(source.length)]).toEqual([0, text.length]);
      for (let at = 0; at < source.length; at++) {
        expect(fromSource(at)).toBeLessThanOrEqual(fromSource(at + 1));
      }
      // A letter that is shown is found again by its start.
      const seen = Array.from(source, (_, at) => at).filter((at) => fromSource(at) < fromSource(at + 1));
      expect(seen.map((at) => toSource(fromSource(at)))).toEqual(seen);
      for (let at = 0; at <= text.length; at++) expect(fromSource(toSource(at))).toBeLessThanOrEqual(at);
    }),
  );
});

test('[T2] a range of the source is the same letters in the other script', () => {
  const source = 'Шыңғысхан ұлысы';
  const { text, toSource, fromSource } = transliterate(source, 'latn-bgn');
  const start = source.indexOf('ұлыс');
  expect(text.slice(fromSource(start), fromSource(start + 4))).toBe('ulys');
  expect(toSource(text.indexOf('ulys') + 1)).toBe(start + 1);
  expect(toSource(1)).toBe(0);
});

test('[T3] what is no Kazakh letter stays as it is', () => {
  for (const { id } of schemes) expect(shown('VII съезд 😀 «a»', id)).toMatch(/^VII .* 😀 «a»$/u);
  expect(() => transliterate('а', 'latin' as SchemeId)).toThrow('latin');
});

test('[T4] BGN/PCGN agrees with an independent implementation, except for digraphs of capitals and dots that part letters', async () => {
  const map = 'bgnpcgn-kaz-Cyrl-Latn-1979';
  await interscript.load_map(map);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet, ' ')), (letters) => {
      const text = letters.join('');
      expect(shown(text, 'latn-bgn').replaceAll('·', '')).toBe(interscript.transliterate(map, text));
    }),
  );
  expect(shown('Өскемен қаласы', 'latn-bgn')).toBe(interscript.transliterate(map, 'Өскемен қаласы'));
});

/** The shortest range that is drawn as `[start, end)` is: letters that are not shown go with the one before them. */
function drawnAs(source: string, id: SchemeId, start: number, end: number): readonly [number, number] {
  const { fromSource } = transliterate(source, id);
  const seen = (at: number): boolean => fromSource(at) < fromSource(at + 1);
  const behindUnseen = (from: number): number => {
    let at = from;
    while (at < source.length && !seen(at)) at++;
    return at;
  };
  return [fromSource(start) === 0 ? 0 : behindUnseen(start), behindUnseen(end)];
}

test('[T5] a range of the source that is drawn in another script selects the same letters of the source', () => {
  fc.assert(
    fc.property(anyText, scheme, fc.nat(), fc.nat(), (source, id, one, other) => {
      const [start, end] = [one, other].map((at) => at % (source.length + 1)).toSorted((a, b) => a - b) as [
        number,
        number,
      ];
      const { fromSource, sourceRange } = transliterate(source, id);
      const [from, to] = [fromSource(start), fromSource(end)];
      fc.pre(from < to);
      expect(sourceRange(from, to)).toEqual(drawnAs(source, id, start, end));
    }),
  );
});

test('[T5] any range of what is shown selects whole letters that hold it', () => {
  fc.assert(
    fc.property(anyText, scheme, fc.nat(), fc.nat(), (source, id, one, other) => {
      const { text, fromSource, sourceRange } = transliterate(source, id);
      const [start, end] = [one, other].map((at) => at % (text.length + 1)).toSorted((a, b) => a - b) as [
        number,
        number,
      ];
      fc.pre(start < end);
      const [from, to] = sourceRange(start, end);
      expect(fromSource(from)).toBeLessThanOrEqual(start);
      expect(fromSource(to)).toBeGreaterThanOrEqual(end);
      // Drawn and selected again, it is the same range.
      expect(sourceRange(fromSource(from), fromSource(to))).toEqual([from, to]);
    }),
  );
});

test('[T5] a letter that is not shown goes with the one before it, also where only a part of that is selected', () => {
  const { sourceRange } = transliterate('щъ', 'latn');
  expect([sourceRange(0, 1), sourceRange(0, 2)]).toEqual([
    [0, 2],
    [0, 2],
  ]);
});

test('[T6] a part is shown as in its whole', () => {
  expect(transliteratePart('ШҚ', 'latn-bgn', '', 'О')).toBe('SHQ');
  expect(transliteratePart('я', 'latn', 'парти', '')).toBe('a');
  expect(transliteratePart('лім', 'arab', 'бө', '')).toBe('لىم');
});
