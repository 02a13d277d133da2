import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from './language.ts';

// Chromium's Intl has neither Kazakh dates nor Kazakh numbers, so all three languages are written from tables of our own.
const months: Record<Language, readonly string[]> = {
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
};
const days: Record<Language, { today: string; yesterday: string }> = {
  kk: { today: 'бүгін', yesterday: 'кеше' },
  en: { today: 'today', yesterday: 'yesterday' },
  ru: { today: 'сегодня', yesterday: 'вчера' },
};
const noBreak = '\u00a0';
const group: Record<Language, string> = { kk: noBreak, en: ',', ru: noBreak };
const decimal: Record<Language, string> = { kk: ',', en: '.', ru: ',' };

/** Hours and minutes of the day here: `12:03`. */
export function formatTime(at: string | Date): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** A day: `today`, `yesterday`, `5 March`, `5 March 2024`. */
export function formatDay(at: string | Date, language: Language, now: Date = new Date()): string {
  const date = new Date(at);
  const ago = daysBetween(date, now);
  if (ago === 0) return days[language].today;
  if (ago === 1) return days[language].yesterday;
  const day = String(date.getDate());
  const month = months[language][date.getMonth()] ?? '';
  const year = String(date.getFullYear());
  if (date.getFullYear() === now.getFullYear()) return `${day}${noBreak}${month}`;
  if (language === 'kk') return `${year}${noBreak}ж. ${day}${noBreak}${month}`;
  if (language === 'ru') return `${day}${noBreak}${month} ${year}${noBreak}г.`;
  return `${day}${noBreak}${month} ${year}`;
}

/** A moment, as exact as it is of use: `12:03` today, `yesterday 12:03`, `5 March 12:03` this year, `5 March 2024` before. */
export function formatWhen(at: string | Date, language: Language, now: Date = new Date()): string {
  const date = new Date(at);
  if (daysBetween(date, now) === 0) return formatTime(date);
  const day = formatDay(date, language, now);
  return date.getFullYear() === now.getFullYear() || daysBetween(date, now) === 1 ? `${day} ${formatTime(date)}` : day;
}

/** A number with its thousands apart and at most `fraction` digits after the point: `12,345.6`, `12 345,6`. */
export function formatNumber(value: number, language: Language, fraction = 0): string {
  const [whole = '', part = ''] = Math.abs(value).toFixed(fraction).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group[language]);
  const rest = part.replace(/0+$/, '');
  const negative = value < 0 && /[1-9]/.test(whole + part);
  return `${negative ? '−' : ''}${grouped}${rest === '' ? '' : decimal[language] + rest}`;
}

/** A share of one in hundredths: `61%`, in Russian `61 %`. */
export function formatPercent(share: number, language: Language): string {
  return `${formatNumber(share * 100, language)}${language === 'ru' ? noBreak : ''}%`;
}

/** Whole days from one date to another by the calendar here; negative when `to` is earlier. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

export interface Format {
  language: Language;
  time: (at: string | Date) => string;
  day: (at: string | Date) => string;
  when: (at: string | Date) => string;
  number: (value: number, fraction?: number) => string;
  percent: (share: number) => string;
}

/** How dates and numbers are written in the interface's language now. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = languages.find((one) => one === i18n.language) ?? 'en';
  return useMemo(
    () => ({
      language,
      time: formatTime,
      day: (at) => formatDay(at, language),
      when: (at) => formatWhen(at, language),
      number: (value, fraction) => formatNumber(value, language, fraction),
      percent: (share) => formatPercent(share, language),
    }),
    [language],
  );
}
