import { describe, expect, it } from 'vitest';
import { phraseOf, pressed, replaceSense } from '#renderer/glossary/picking.ts';

describe('taking words of a sentence', () => {
  it.each([
    ['the first word is taken alone', null, 3, { first: 3, last: 3 }],
    ['a neighbour on the right is added', { first: 3, last: 3 }, 4, { first: 3, last: 4 }],
    ['a neighbour on the left is added', { first: 3, last: 4 }, 2, { first: 2, last: 4 }],
    ['a word elsewhere is taken instead', { first: 3, last: 4 }, 8, { first: 8, last: 8 }],
    ['the last word is given back', { first: 3, last: 4 }, 4, { first: 3, last: 3 }],
    ['the first word is given back', { first: 3, last: 4 }, 3, { first: 4, last: 4 }],
    ['the only word is given back', { first: 3, last: 3 }, 3, null],
    ['a word in the middle is taken alone', { first: 3, last: 6 }, 4, { first: 4, last: 4 }],
  ])('%s', (_, taken, at, expected) => {
    expect(pressed(taken, at)).toEqual(expected);
  });

  it('extends up to a word elsewhere when asked', () => {
    expect(pressed({ first: 3, last: 4 }, 8, true)).toEqual({ first: 3, last: 8 });
    expect(pressed({ first: 3, last: 4 }, 0, true)).toEqual({ first: 0, last: 4 });
  });
});

describe('a gloss taken from the sentence', () => {
  it('stands after what was typed', () => {
    expect(replaceSense('council', null, 'Soviet')).toBe('council; Soviet');
  });

  it('takes the place of what was taken before', () => {
    expect(replaceSense('Soviet; council', 'Soviet', 'Soviet power')).toBe('Soviet power; council');
  });

  it('is given back without touching what was typed', () => {
    expect(replaceSense('council; Soviet', 'Soviet', null)).toBe('council');
  });

  it('is not doubled', () => {
    expect(replaceSense('council; Soviet', 'Soviet', 'council')).toBe('council');
  });
});

it('leaves out the English possessive', () => {
  expect(phraseOf('Provisional Government’s', 'en')).toBe('Provisional Government');
  expect(phraseOf("workers'", 'en-GB')).toBe('workers');
  expect(phraseOf("Ана's", 'kk')).toBe("Ана's");
});
