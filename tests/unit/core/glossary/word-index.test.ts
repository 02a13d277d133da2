import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, knownShare } from '#core/glossary/coverage.ts';
import { runningWords } from '#core/glossary/running-words.ts';
import { wordIndex, type WordIndex } from '#core/glossary/word-index.ts';
import { language } from '#core/language/language.ts';
import { termLevels, type Term, type TermLevel } from '#core/records/term.ts';
import { term } from './terms.ts';

const kk = language('kk');
const leveled = (headword: string, level?: TermLevel): Term =>
  level === undefined ? term(headword) : { ...term(headword), level };
const list = (index: WordIndex, ...part: number[]) =>
  index.headwords(part).map(({ headword, knowledge, count }) => `${headword} ${knowledge} ${count}`);

describe('running words', () => {
  test('[V1] begin with a letter; numbers are none, whatever suffix they have', () => {
    const text = '1917 жылы 21-інде, В.И.Лениннің «РКФСР-дің» 5-шісі: 1,5 — т.б.';
    const words = runningWords(text, kk).map((range) => text.slice(...range));
    expect(words).toEqual(['жылы', 'Лениннің', 'РКФСР-дің']);
  });

  test.each([
    ['kk', '1917 ж. қазан, XX ғ. басы, б.з.б. және т.б. мал', ['қазан', 'XX', 'басы', 'және', 'мал']],
    ['kk', 'В. И. Ленин 5 млн. адамға, Ақмола обл. халқына', ['Ленин', 'адамға', 'Ақмола', 'халқына']],
    ['kk', 'ж деген әріп; сондықтан да.', ['ж', 'деген', 'әріп', 'сондықтан', 'да']],
    ['ru', 'В 1917 г. и в XX в. это был я.', ['В', 'и', 'в', 'XX', 'это', 'был', 'я']],
    ['en', 'Mr. Smith, b. 1900, e.g. a poet. So am I.', ['Smith', 'a', 'poet', 'So', 'am', 'I']],
  ])('[V1] are not abbreviated: %s “%s”', (tag, text, expected) => {
    expect(runningWords(text, language(tag)).map((range) => text.slice(...range))).toEqual(expected);
  });

  test('[V1] may begin with a letter of any script', () => {
    const text = 'قازاق 𐓏𐓘 漢 ½';
    expect(runningWords(text, kk)).toHaveLength(3);
  });
});

describe('headwords of a text', () => {
  const paragraphs = ['Уақытша үкіметке үкімет 1917', 'Уақытша үкімет халық үшін', 'халыққа халықтың үкіметінің'];

  test('[V3] words in no term are put together by the headword that the text suggests', () => {
    const index = wordIndex(['үкіметке сенді. үкіметінің ісі. Кеңеске, кеңестің'], [], kk);
    const found = index.headwords([0]);
    expect(found.filter(({ headword }) => headword.toLowerCase().startsWith('үкімет'))).toMatchObject([
      { count: 2, term: null, knowledge: 'unknown', first: { paragraph: 0, word: 0 } },
    ]);
    expect(found.filter(({ headword }) => headword.toLowerCase().startsWith('кеңес'))).toMatchObject([{ count: 2 }]);
  });

  test('[V2] a running word belongs to the longest match that it stands in', () => {
    const terms = [leveled('үкімет', 'known'), leveled('Уақытша үкімет', '2'), leveled('халық')];
    const index = wordIndex(paragraphs, terms, kk);
    expect(list(index, 0, 1, 2)).toEqual(['Уақытша үкімет 2 4', 'үкімет known 2', 'халық new 3', 'үшін unknown 1']);
    expect(list(index, 2)).toEqual(['халық new 2', 'үкімет known 1']);
    expect(index.headwords([1, 2]).map(({ first }) => first)).toEqual([
      { paragraph: 1, word: 0 },
      { paragraph: 1, word: 2 },
      { paragraph: 1, word: 3 },
      { paragraph: 2, word: 2 },
    ]);
    expect(index.wordAt({ paragraph: 1, word: 2 })).toEqual({ form: 'халық', start: 15, end: 20 });
    expect(() => index.wordAt({ paragraph: 1, word: 9 })).toThrow('9');
  });

  test('[V2] of homographs the first that has a level decides', () => {
    const second = { ...leveled('халық', 'known'), id: 'second' };
    const index = wordIndex(['халық'], [leveled('халық'), second], kk);
    expect(index.headwords([0])).toMatchObject([{ term: 'second', knowledge: 'known' }]);
  });

  test('counts matches by term', () => {
    const index = wordIndex(paragraphs, [leveled('үкімет'), leveled('Уақытша үкімет')], kk);
    expect(index.termCounts([0, 1, 2])).toEqual(
      new Map([
        ['Уақытша үкімет', 2],
        ['үкімет', 2],
      ]),
    );
    expect(index.termCounts([2])).toEqual(new Map([['үкімет', 1]]));
  });

  test('[V7] a level changes what is known at once', () => {
    const index = wordIndex(paragraphs, [leveled('халық', 'new')], kk);
    const before = knownShare(coverageOf(index.headwords([0, 1, 2])).words) ?? 0;
    index.update({ removed: [leveled('халық', 'new')], added: [leveled('халық', 'known')] });
    const after = knownShare(coverageOf(index.headwords([0, 1, 2])).words) ?? 0;
    expect([before, after]).toEqual([0, 3 / 10]);
  });

  test('[V3] what is guessed does not depend on terms', () => {
    const index = wordIndex(paragraphs, [], kk);
    const before = list(index, 0, 1, 2);
    index.update({ added: [leveled('халық', '1')] });
    const rest = list(index, 0, 1, 2).filter((one) => !one.startsWith('халық'));
    expect(rest).toEqual(before.filter((one) => !one.startsWith('халық')));
  });

  test('guesses step by step what is asked later', () => {
    const [one, other] = [wordIndex(paragraphs, [], kk), wordIndex(paragraphs, [], kk)];
    const shares = [...one.guesses()];
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(one.headwords([0, 1, 2])).toEqual(other.headwords([0, 1, 2]));
  });

  test('[V7] whatever the changes, the words are those found at once', () => {
    const headword = fc.constantFrom('үкімет', 'халық', 'Уақытша үкімет', 'кеңес');
    const word = fc.constantFrom('үкіметтің', 'халыққа', 'Уақытша', 'кеңес', 'мен', '1917', 'кеңестен', 'жолда');
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const step = fc.oneof(
      fc.record({ headword, level: fc.option(fc.constantFrom(...termLevels), { nil: undefined }) }),
      fc.record({ at: fc.nat(2), text }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 3, maxLength: 3 }), fc.array(step, { maxLength: 8 }), (texts, steps) => {
        const index = wordIndex(texts, [], kk);
        const now = [...texts];
        const there = new Map<string, Term>();
        for (const one of steps) {
          if ('at' in one) {
            now[one.at] = one.text;
            index.update({ texts: new Map([[one.at, one.text]]) });
            continue;
          }
          const before = there.get(one.headword);
          const after = leveled(one.headword, one.level);
          index.update({ removed: before === undefined ? [] : [before], added: [after] });
          there.set(one.headword, after);
          index.headwords([0]);
        }
        const whole = wordIndex(now, [...there.values()], kk);
        expect(index.headwords([0, 1, 2])).toEqual(whole.headwords([0, 1, 2]));
        expect(index.termCounts([0, 1, 2])).toEqual(whole.termCounts([0, 1, 2]));
      }),
    );
  });
});
