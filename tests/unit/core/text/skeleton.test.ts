import { describe, expect, test } from 'vitest';
import { skeleton } from '#core/text/skeleton.ts';

describe('the skeleton of a word', () => {
  test.each([
    ['Ленин', 'Lenin'],
    ['Перовск', 'Perovsk'],
    ['Петроград', 'Petrograd'],
    ['Досмұхамедов', 'Dosmukhamedov'],
    ['Ташкент', 'Tashkent'],
    ['Маңғыстау', 'Mangystau'],
    ['большевик', 'Bolshevik'],
    ['Жаһанша', 'Zhahansha'],
  ])('is the same for %s and %s', (kk, en) => {
    expect(skeleton(kk)).toBe(skeleton(en));
    expect(skeleton(kk)).not.toBe('');
  });

  test('tells different words apart', () => {
    expect(skeleton('кеңес')).not.toBe(skeleton('Soviet'));
  });

  test('of vowels or of another script is empty', () => {
    expect([skeleton('ауа'), skeleton('الاش'), skeleton('')]).toEqual(['', '', '']);
  });
});
