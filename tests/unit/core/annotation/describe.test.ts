import * as fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import { paragraph, targetOf } from './annotations.ts';

group('describing a range', () => {
  test('[D1] keeps the quote with 32 code units before and after', () => {
    const text = `${'а'.repeat(40)}Алаш${'б'.repeat(40)}`;
    expect(describe(paragraph('kk-1', text), 40, 44)).toEqual({
      edition: 'kk',
      paragraph: 'kk-1',
      start: 40,
      end: 44,
      quote: { exact: 'Алаш', prefix: 'а'.repeat(32), suffix: 'б'.repeat(32) },
    });
  });

  test('[D1] keeps what there is near the edges of the text', () => {
    expect(targetOf('kk-1', 'Бұл Алаш.', 'Алаш').quote).toEqual({ exact: 'Алаш', prefix: 'Бұл ', suffix: '.' });
  });

  test('[D2] widens a range that would split a surrogate pair', () => {
    expect(describe(paragraph('kk-1', 'а😀б'), 2, 3)).toMatchObject({ start: 1, end: 3, quote: { exact: '😀' } });
    expect(describe(paragraph('kk-1', 'а😀б'), 0, 2)).toMatchObject({ start: 0, end: 3, quote: { exact: 'а😀' } });
  });

  test('[D2] cuts the context short of half a pair', () => {
    const { quote } = describe(paragraph('kk-1', `😀${'а'.repeat(31)}б${'а'.repeat(31)}😀`), 33, 34);
    expect(quote.prefix).toBe('а'.repeat(31));
    expect(quote.suffix).toBe('а'.repeat(31));
  });

  test.each([
    [2, 2],
    [3, 2],
    [-1, 2],
    [0, 5],
    [0.5, 2],
    [Number.NaN, 2],
  ])('[D3] refuses %d to %d, naming numbers and paragraph', (start, end) => {
    expect(() => describe(paragraph('kk-7', 'Алаш'), start, end)).toThrow(
      new RangeError(`No range ${start} to ${end} in paragraph kk-7 of 4 code units`),
    );
  });

  test('then finding it again gives the range back, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const target = describe(paragraph('kk-1', text), start, end);
        expect(resolve(target, text)).toEqual({ start: target.start, end: target.end, how: 'exact' });
        expect(target.start).toBeLessThanOrEqual(start);
        expect(target.end).toBeGreaterThanOrEqual(end);
        const { prefix, suffix } = target.quote;
        // Only where the text itself is cut in halves can the context begin or end with one.
        expect(text.slice(0, target.start).endsWith(prefix)).toBe(true);
        expect(text.slice(target.end).startsWith(suffix)).toBe(true);
      }),
    );
  });
});
