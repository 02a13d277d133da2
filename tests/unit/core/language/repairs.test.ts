import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyRepairs, findRepairs } from '#core/language/repairs/find-repairs.ts';

const proposed = (text: string): [string, string, string][] =>
  findRepairs(text).map((repair) => [repair.kind, repair.found, repair.proposed]);

describe('[R1] Latin letters in Cyrillic words are found', () => {
  test.each([
    ['Қaзaқ', 'Қазақ'],
    ['тiл', 'тіл'],
    ['Kеңес', 'Кеңес'],
    ['Mемлекет', 'Мемлекет'],
    ['əдебиет', 'әдебиет'],
    ['жаӊа', 'жаңа'],
    ['Xалық', 'Халық'],
  ])('%s', (damaged, whole) => {
    expect(proposed(`Бұл ${damaged}!`)).toEqual([['lookalike', damaged, whole]]);
  });

  test.each(['USB-ның', 'iPhone-дар', 'VII съезд', 'Алаш', 'Microsoftтың', '2-ші', 'WhatsApp'])('not in %s', (word) => {
    expect(proposed(word)).toEqual([]);
  });
});

describe('[R2] Kazakh letters read in the wrong encoding are found', () => {
  const texts = [
    [
      'RK1048',
      'Ќазаќ халќыныѕ мјдени ґмірі, ўлт пен їкімет, єылым, ћјм',
      'Қазақ халқының мәдени өмірі, ұлт пен үкімет, ғылым, һәм',
    ],
    [
      'PT154',
      'Ќазаќ халќыныњ мєдени µмірі, ±лт пен ‰кімет, ѓылым',
      'Қазақ халқының мәдени өмірі, ұлт пен үкімет, ғылым',
    ],
  ] as const;
  test.each(texts)('%s', (_, damaged, whole) => {
    expect(applyRepairs(damaged, findRepairs(damaged))).toBe(whole);
    expect(new Set(findRepairs(damaged).map(({ kind }) => kind))).toEqual(new Set(['encoding']));
  });

  test('in a single word', () => {
    expect(proposed('Ќазаќ')).toEqual([['encoding', 'Ќазаќ', 'Қазақ']]);
  });

  test('signs that stand by themselves are left alone', () => {
    expect(proposed('5 ‰, ±2, 10 µm, ¤')).toEqual([]);
  });
});

test('[R3] a repaired text needs no more repairs, and nothing else is changed', () => {
  const pieces = fc.constantFrom('Қaзақ', 'Ќазаќ', 'тiл', 'Алаш', 'USB', ' ', '\n', '😀', '1917', ', ');
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join('');
      const repairs = findRepairs(text);
      for (const { start, end, found } of repairs) expect(text.slice(start, end)).toBe(found);
      expect(findRepairs(applyRepairs(text, repairs))).toEqual([]);
    }),
  );
});
