import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatNumber, formatPercent, formatTime, formatWhen } from '#renderer/i18n/format.ts';

const now = new Date(2026, 2, 10, 15, 30);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a moment', () => {
  it.each([
    [new Date(2026, 2, 10, 12, 3), '12:03', '12:03', '12:03'],
    [new Date(2026, 2, 9, 23, 59), 'кеше 23:59', 'yesterday 23:59', 'вчера 23:59'],
    [new Date(2026, 0, 5, 9, 5), '5 қаңтар 09:05', '5 January 09:05', '5 января 09:05'],
    [new Date(2025, 11, 31, 9, 5), '2025 ж. 31 желтоқсан', '31 December 2025', '31 декабря 2025 г.'],
    [new Date(2027, 4, 1, 0, 0), '2027 ж. 1 мамыр', '1 May 2027', '1 мая 2027 г.'],
  ])('%s is written as in the language', (at, kk, en, ru) => {
    expect(plain(formatWhen(at, 'kk', now))).toBe(kk);
    expect(plain(formatWhen(at, 'en', now))).toBe(en);
    expect(plain(formatWhen(at, 'ru', now))).toBe(ru);
  });

  it('of yesterday is yesterday’s even if the year changed over night', () => {
    expect(formatWhen(new Date(2025, 11, 31, 22, 0), 'en', new Date(2026, 0, 1, 8, 0))).toBe('yesterday 22:00');
  });

  it('is read from ISO 8601', () => {
    expect(formatTime(new Date(2026, 2, 10, 7, 4).toISOString())).toBe('07:04');
  });
});

describe('a day', () => {
  it('is named when it is near', () => {
    expect(formatDay(new Date(2026, 2, 10, 0, 0), 'kk', now)).toBe('бүгін');
    expect(formatDay(new Date(2026, 2, 9, 0, 0), 'ru', now)).toBe('вчера');
  });
});

describe('a number', () => {
  it.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1234567, '1 234 567', '1,234,567'],
    [-1234, '−1 234', '−1,234'],
  ])('%d has its thousands apart', (value, kk, en) => {
    expect(plain(formatNumber(value, 'kk'))).toBe(kk);
    expect(plain(formatNumber(value, 'ru'))).toBe(kk);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  it('has as many digits after the point as asked, without idle zeros', () => {
    expect(formatNumber(1.72, 'kk', 2)).toBe('1,72');
    expect(formatNumber(1.7, 'en', 2)).toBe('1.7');
    expect(formatNumber(-0.001, 'en', 2)).toBe('0');
  });

  it('keeps its digits, whatever it is', () => {
    assert(
      property(integer(), (value) => {
        expect(Number(formatNumber(value, 'en').replaceAll(',', '').replace('−', '-')) + 0).toBe(value + 0);
      }),
    );
  });

  it('of a hundred has its sign as the language sets it', () => {
    expect(formatPercent(0.614, 'kk')).toBe('61%');
    expect(plain(formatPercent(0.614, 'ru'))).toBe('61 %');
  });
});
