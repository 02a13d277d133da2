import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { language } from '#core/language/language.ts';
import {
  byWord,
  extentOf,
  snapped,
  targetsOf,
  withEnd,
  type EditionText,
  type Extent,
} from '#renderer/annotations/extent/extent.ts';
import { made, paragraph, target } from './made.ts';

const texts = ['Бірінші сөйлем осы.', '', 'Екінші абзац, екі сөйлем.'].map((text, at) =>
  paragraph(`kk-${String(at)}`, text),
);
const text: EditionText = {
  paragraphs: texts.map(({ id }) => id),
  placeOf: (id) => {
    const at = texts.findIndex((one) => one.id === id);
    return at < 0 ? null : at;
  },
  textOf: (id) => texts.find((one) => one.id === id) ?? null,
  wordsOf: (one) => language('kk').words(one),
};

function extent(from: [number, number], to: [number, number]): Extent {
  return {
    start: { paragraph: `kk-${String(from[0])}`, offset: from[1] },
    end: { paragraph: `kk-${String(to[0])}`, offset: to[1] },
  };
}

describe('the extent of an annotation', () => {
  it('goes from its first target to its last, over the side it was made on', () => {
    const annotation = made('a', [
      target('kk-2', 0, 6, 'Екінші'),
      target('kk-0', 8, 19, 'сөйлем осы.'),
      target('en-0', 0, 3, 'The'),
    ]);
    expect(extentOf(annotation, text)).toEqual(extent([0, 8], [2, 6]));
  });

  it('is where its words are found, not where its offsets say', () => {
    expect(extentOf(made('a', [target('kk-0', 3, 10, 'Бірінші')]), text)).toBeNull();
    const known = made('a', [
      { ...target('kk-0', 5, 11, 'сөйлем'), quote: { exact: 'сөйлем', prefix: 'Бірінші ', suffix: ' осы' } },
    ]);
    expect(extentOf(known, text)).toEqual(extent([0, 8], [0, 14]));
  });

  it('has a target in every paragraph that holds text', () => {
    const found = targetsOf(extent([0, 15], [2, 6]), text);
    expect(found?.map(({ paragraph: id, start, end, quote }) => [id, start, end, quote.exact])).toEqual([
      ['kk-0', 15, 19, 'осы.'],
      ['kk-2', 0, 6, 'Екінші'],
    ]);
  });

  it('has none when it is empty, reversed or its text is not here', () => {
    expect(targetsOf(extent([0, 4], [0, 4]), text)).toBeNull();
    expect(targetsOf(extent([2, 0], [0, 4]), text)).toBeNull();
    expect(targetsOf(extent([0, 0], [2, 3]), { ...text, textOf: () => null })).toBeNull();
  });
});

describe('moving an end', () => {
  it.each([
    ['the end to the next word', 'end', 1, extent([0, 0], [0, 7]), extent([0, 0], [0, 14])],
    ['the end to the word before', 'end', -1, extent([0, 0], [0, 14]), extent([0, 0], [0, 7])],
    ['the start to the next word', 'start', 1, extent([0, 0], [0, 14]), extent([0, 8], [0, 14])],
    ['the start to the word before', 'start', -1, extent([0, 8], [0, 14]), extent([0, 0], [0, 14])],
    ['from inside a word to its edge', 'end', 1, extent([0, 0], [0, 3]), extent([0, 0], [0, 7])],
    ['over an empty paragraph', 'end', 1, extent([0, 8], [0, 18]), extent([0, 8], [2, 6])],
    ['back over an empty paragraph', 'start', -1, extent([2, 0], [2, 6]), extent([0, 15], [2, 6])],
  ] as const)('%s', (_, end, direction, from, expected) => {
    expect(byWord(from, end, direction, text)).toEqual(expected);
  });

  it('stops where nothing would be left', () => {
    expect(byWord(extent([0, 0], [0, 7]), 'end', -1, text)).toBeNull();
    expect(byWord(extent([0, 0], [0, 7]), 'start', 1, text)).toBeNull();
  });

  it('stops at the ends of the text', () => {
    expect(byWord(extent([0, 0], [0, 7]), 'start', -1, text)).toBeNull();
    expect(byWord(extent([0, 0], [2, 24]), 'end', 1, text)).toBeNull();
  });

  it.each([
    ['to the nearer edge of the word it is in', 2, 0],
    ['to its end from the second half', 5, 7],
    ['nowhere between words', 7, 7],
  ])('by dragging snaps %s', (_, offset, expected) => {
    expect(snapped({ paragraph: 'kk-0', offset }, text)).toEqual({ paragraph: 'kk-0', offset: expected });
  });

  it('past the other end exchanges the two', () => {
    const point = { paragraph: 'kk-2', offset: 6 };
    expect(withEnd(extent([0, 0], [0, 7]), 'start', point, text)).toEqual(extent([0, 7], [2, 6]));
    expect(withEnd(extent([2, 0], [2, 6]), 'end', { paragraph: 'kk-0', offset: 8 }, text)).toEqual(
      extent([0, 8], [2, 0]),
    );
  });

  it('never gives an extent that is empty or reversed', () => {
    const place = fc.constantFrom<[number, number]>([0, 0], [0, 7], [0, 8], [0, 19], [2, 0], [2, 12], [2, 25]);
    fc.assert(
      fc.property(place, place, fc.constantFrom('start', 'end'), fc.constantFrom(1, -1), (from, to, end, direction) => {
        const before = extent(from, to);
        const after = targetsOf(before, text) === null ? null : byWord(before, end, direction, text);
        expect(after === null || targetsOf(after, text) !== null).toBe(true);
      }),
    );
  });
});
