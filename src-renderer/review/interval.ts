import type { TFunction } from 'i18next';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long it is until a card comes again, as short as it can be said: `<1 min`, `10 min`, `3 d`, `2.5 mo`, `1.2 y`. */
export function intervalName(
  milliseconds: number,
  t: TFunction,
  number: (value: number, fraction?: number) => string,
): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 1) return t('review:interval.soon');
  if (minutes < 60) return t('review:interval.minutes', { formatted: number(minutes) });
  if (milliseconds < day) return t('review:interval.hours', { formatted: number(Math.round(minutes / 60)) });
  const days = Math.round(milliseconds / day);
  if (days < 30) return t('review:interval.days', { formatted: number(days) });
  if (days < 365) return t('review:interval.months', { formatted: number(days / 30.4, 1) });
  return t('review:interval.years', { formatted: number(days / 365.25, 1) });
}
