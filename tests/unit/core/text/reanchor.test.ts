import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, mapRange } from '#core/text/reanchor.ts';

/** A text with its range in square brackets. */
function marked(text: string): { text: string; range: [number, number] } {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  return { text: text.replace(/[[\]]/gu, ''), range: [start, end] };
}

function follow(before: string, after: string): string | null {
  const { text, range } = marked(before);
  const found = mapRange(text, after.replace(/[[\]]/gu, ''), range);
  return found === null ? null : after.replace(/[[\]]/gu, '').slice(...found);
}

const cases: [rule: string, before: string, after: string][] = [
  ['[R1] text put in before', 'Бұл [халық наразылығын] күшейтті.', 'Кейін бұл да [халық наразылығын] күшейтті.'],
  ['[R1] text taken out before', 'Бұл кейін де [халық наразылығын] күшейтті.', 'Бұл [халық наразылығын] күшейтті.'],
  ['[R1] a sentence exchanged before', 'Алаш құрылды. [Съезд шешті.] Соңы.', 'Жаңа басталым. [Съезд шешті.] Соңы.'],
  ['[R1] the second of two equal words', 'кеңес және [кеңес] туралы', 'жаңа кеңес және [кеңес] туралы'],
  ['[R2] a letter corrected inside', 'деген [Кеңес укіметі] орнады', 'деген [Кеңес үкіметі] орнады'],
  ['[R2] the only word corrected', 'деген [укімет] орнады', 'деген [үкімет] орнады'],
  ['[R2] a word corrected and words put in', 'бұл [укіметтің билігі] еді', 'бұл біздің [үкіметтің билігі] еді'],
  ['[R2] an end inside a corrected word', 'бұл [Қазақстан]дагы билік', 'бұл [Қазақстан]дағы билік'],
  ['[R2] a start inside a corrected word', 'бүкил[қазақстандық] съезд', 'бүкіл[қазақстандық] съезд'],
  ['[R3] words put in inside', 'деген [Кеңес үкіметі] орнады', 'деген [Кеңес Одағының үкіметі] орнады'],
  ['[R3] words put in at the edges', 'деген [Кеңес үкіметі] орнады', 'деген жаңа [Кеңес үкіметі] тез орнады'],
  ['[R3] a space put in', 'қалалар [Омбы,Орынбор] тәрізді', 'қалалар [Омбы, Орынбор] тәрізді'],
  ['[R4] an edge word exchanged', 'деген [Уақытша үкімет] құлады', 'деген [Ресей үкімет] құлады'],
  ['[R4] a middle word exchanged', 'деген [бірінші ұлттық съезд] өтті', 'деген [бірінші жалпы съезд] өтті'],
  [
    '[R4] words exchanged one by one over the edge',
    'деген [Уақытша үкімет] құлатылды тез',
    'деген [Уақытша билік] жойылды тез',
  ],
  [
    '[R4] more words for fewer over the edge',
    'деген [Уақытша үкімет] құлатылды тез',
    'деген [Уақытша] билік қайта жойылды тез',
  ],
];

describe('following an edited text', () => {
  test.each(cases)('%s', (_, before, after) => {
    expect(follow(before, after)).toBe(after.slice(after.indexOf('[') + 1, after.indexOf(']')));
  });

  test.each([
    ['the range taken out', 'Алаш. [Съезд бұл мәселені шешті.] Соңы.', 'Алаш. Соңы.'],
    ['the range exchanged', 'Алаш [партиясы] құрылды', 'Алаш жиыны құрылды'],
    ['everything exchanged', '[Алаш партиясы құрылды]', 'бірде мысық келіп'],
    ['everything taken out', '[Алаш]', ''],
    ['most of the range taken out', 'Сол [Уақытша үкіметтің құлатылуы туралы] хабар', 'Сол туралы хабар'],
  ])('[R5] answers null for %s', (_, before, after) => {
    expect(follow(before, after)).toBeNull();
  });

  test('gives up on a text that has nothing to do with the old one, in bounded time', () => {
    const old = Array.from({ length: 6000 }, (_, at) => `а${at}`).join(' ');
    const other = Array.from({ length: 6000 }, (_, at) => `b${at}`).join('-');
    expect(mapRange(old, other, [100, 200])).toBeNull();
  });
});

const sentenceOf = (word: RegExp): fc.Arbitrary<string> =>
  fc.array(fc.stringMatching(word), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const sentence = sentenceOf(/^[а-я]{1,8}$/u);
const other = sentenceOf(/^[a-z]{1,8}$/u);

describe('following any text', () => {
  test('[R1] a text that did not change keeps every range with something in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(mapRange(text, text, [start, end])).toEqual([start, end]);
      }),
    );
  });

  test('[R1] edits on either side leave a range its words', () => {
    fc.assert(
      fc.property(sentence, other, sentence, sentence, other, (a, b, kept, c, d) => {
        // Words that occur nowhere else: what the difference must not mistake for others.
        const range = kept.toUpperCase().replaceAll('А', 'Q');
        const map = compareTexts(`${a} ${range} ${c}`, `${b} ${range} ${d}`);
        expect(map([a.length + 1, a.length + 1 + range.length])).toEqual([b.length + 1, b.length + 1 + range.length]);
      }),
    );
  });

  test('gives ranges inside the new text, never empty, and in the order of the old ones', () => {
    const letters = fc
      .array(fc.constantFrom('а', 'б', ' ', 'в', ',', '😀', '\n', 'аб'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const map = compareTexts(before, after);
        let last = 0;
        for (let start = 0; start < before.length; start++) {
          const found = map([start, before.length]);
          // White space at an edge is left out where the edge was none.
          if (found === null || /\s/u.test(before.charAt(start))) continue;
          expect(found[0]).toBeGreaterThanOrEqual(last);
          expect(found[0]).toBeLessThan(found[1]);
          expect(found[1]).toBeLessThanOrEqual(after.length);
          [last] = found;
        }
      }),
      { numRuns: 300 },
    );
  });
});
