import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, unfold } from '#core/text/fold.ts';

const alike: [string, string][] = [
  ['ҚАЗАҚ', 'казак'],
  ['қазақ', 'казак'],
  ['ӘҒҚҢӨҰҮҺІ', 'агкноуухи'],
  ['әғқңөұүһі', 'агкноуухи'],
  ['Ёлка ещё', 'елка еще'],
  ['Baitursynūly Äbdïrahman', 'baitursynuly abdirahman'],
  ['Łódź, Straße', 'lodz, strasse'],
  ['ﬁnal', 'final'],
  ['“Қазақ” „Алаш” «Үш жүз»', '"казак" "алаш" "уш жуз"'],
  ['people’s', "people's"],
  ['1917–1918 — 5‑ші', '1917-1918 - 5-ши'],
  ['сеніп…', 'сенип...'],
  ['Iıİi', 'iiii'],
];

describe('folding', () => {
  test.each(alike)('[F1] makes %s and %s alike', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  test.each(['й', 'и\u0306', 'Й', 'И\u0306'])('[F2] keeps %j as й, apart from и', (letter) => {
    expect(foldText(letter).text).toBe('й');
  });

  test('[F2] keeps ъ and ь', () => {
    expect(foldText('Объявление, большевик').text).toBe('объявление, большевик');
  });

  test('[F3] makes one space of any white space', () => {
    expect(foldText('Уақытша \t\n үкімет\u00A0\u2003бар').text).toBe('уакытша укимет бар');
  });

  test('[F3] drops soft hyphens, zero-width signs and stress marks', () => {
    expect(foldText('қа\u00ADзақ за\u0301мок \u200Bа\uFEFF').text).toBe('казак замок а');
  });

  test('[F4] needs no map where units correspond one by one', () => {
    expect(foldText('Қазақ халқы, “Алаш” – 1917').map).toBeNull();
  });

  test('[F4] leads back to the original over what was dropped and joined', () => {
    const folded = foldText('бүкіл  қа\u00ADзақ…');
    expect(unfold(folded, 6, 11)).toEqual([7, 13]);
    expect(unfold(folded, 11, 12)).toEqual([13, 14]);
    expect(unfold(folded, 5, 6)).toEqual([5, 7]);
  });

  test('[F4] takes a dropped sign with the letter before it, at the end too', () => {
    expect(unfold(foldText('а\u00AD'), 0, 1)).toEqual([0, 2]);
  });
});

/** Letters, marks and signs that fold in every way there is. */
const tricky = fc
  .array(
    fc.constantFrom(
      ...'қ Қ й и \u0306 \u0301 e ß ﬁ … “ — \u00AD \u200B İ ё 𐐀 😀 \uD83D 한 ½ Ǆ ї'.split(' '),
      ' ',
      '\u00A0',
      '\n',
    ),
  )
  .map((parts) => parts.join(''));

describe('folding any text', () => {
  test('[F4] maps every range to one of the original, in the same order and inside it', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ unit: 'binary' })), (text) => {
        const folded = foldText(text);
        let before = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const [start, end] = unfold(folded, at, at + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(before);
          before = start;
        }
      }),
    );
  });

  test('[F4] folds the range of the original to what it stands for', () => {
    fc.assert(
      fc.property(tricky, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldText(text);
        const from = a % (folded.text.length + 1);
        const to = from + (b % (folded.text.length - from + 1));
        if (from === to) return;
        const [start, end] = unfold(folded, from, to);
        expect(foldText(text.slice(start, end)).text).toContain(folded.text.slice(from, to));
      }),
    );
  });

  test('[F5] twice is the same as once', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ unit: 'grapheme' })), (text) => {
        const once = foldText(text).text;
        expect(foldText(once).text).toBe(once);
      }),
    );
  });
});
