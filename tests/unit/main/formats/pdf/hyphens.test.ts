import { describe, expect, test } from 'vitest';
import { jointOf, Vocabulary } from '#main/formats/pdf/hyphens.ts';

const words = new Vocabulary([
  'осы бала-шаға мен мәселе шешілді, сол мәселе шешілді, қара ақ қара ақ қара',
  'он well-known men came, and something was said by a man',
]);

describe('a word at the end of a line', () => {
  test.each([
    ['аграрлық мәсе-', 'лесін шешті', 'hyphen'],
    ['ол бала-', 'шағасымен келді', 'close'],
    ['the well-', 'known man', 'close'],
    ['some-', 'thing else', 'hyphen'],
    ['қызыл-', 'жасыл гүл', 'close'],
    ['ол қара-', 'ақ дейді', 'close'],
    ['1917-', 'жылы келді', 'close'],
    ['1917-', '1920 жылдар', 'close'],
    ['АҚШ-', 'тан келді', 'close'],
    ['Нью-', 'Йоркте', 'close'],
    ['кое-', 'кто', 'close'],
    ['мұнда\u00AD', 'ғы', 'hyphen'],
    ['жай сөз', 'тағы сөз', 'space'],
    ['деді —', 'ол', 'space'],
  ] as const)('%j before %j: %s', (line, next, joint) => {
    expect(jointOf(line, next, words)).toBe(joint);
  });
});
