import { language, type Language } from '#core/language/language.ts';
import type { TextRange } from '#core/text/range.ts';
import { monthWord, numberWord } from './number-words.ts';

/** A number in digits, or a month beside one. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** What it may say; one of these is enough. */
  readonly readings: readonly string[];
  /** What all together say the same: the day, month and year of a date in digits, the hour and minutes of a time. */
  readonly parts: readonly string[];
}

/** What a text says in numbers. */
export interface NumbersOf {
  /** Numbers in digits, and months that stand beside them: what the other text must have. */
  readonly mentions: readonly Mention[];
  /** Everything that counts as a mention of a number: also in words, in Roman numerals, times its unit. */
  readonly said: ReadonlySet<string>;
}

/** Digits, with thousands parted by spaces, apostrophes, periods or commas. A month is called `m1` to `m12`. */
const numeral =
  /(?<!\p{Nd})(?:\p{Nd}{1,3}(?:[ \u00A0\u202F\u2009'’]\p{Nd}{3})+(?!\p{Nd})(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,:]\p{Nd}+)*)/gu;
const roman = /^(?=[IVXLCDMІХМС]+$)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;

export function numbersOf(text: string, tag: string): NumbersOf {
  const spoken = language(tag);
  const words = spoken.words(text).flatMap((range) => partsOf(text, range, spoken));
  const said = new Set<string>();
  const mentions = [...text.matchAll(numeral)].map(({ index, 0: digits }) => {
    const read = readNumeral(digits);
    const scale = scaleAfter(text, index + digits.length, words, tag);
    const readings = [...read.readings, ...read.readings.flatMap((value) => scaled(value, scale))];
    return { start: index, end: index + digits.length, readings, parts: read.parts };
  });
  const months = monthsIn(text, words, tag);
  for (const { readings, parts } of mentions) for (const value of [...readings, ...parts]) said.add(value);
  for (const { value } of months) said.add(value);
  for (const value of wordValues(text, words, tag)) said.add(value);
  for (const { range } of words) {
    const value = romanValue(text.slice(...range));
    if (value !== null) said.add(value);
  }
  const dated = months.filter(({ start, end }) => mentions.some((one) => isBeside(text, one, start, end)));
  const named = dated.map(({ start, end, value }): Mention => ({ start, end, readings: [value], parts: [] }));
  return { mentions: [...mentions, ...named].toSorted((a, b) => a.start - b.start), said };
}

interface Word {
  readonly range: TextRange;
  readonly form: string;
}

/** The parts of a word about its hyphens: 28-наурызында, twenty-five. */
function partsOf(text: string, [start, end]: TextRange, spoken: Language): Word[] {
  const word = text.slice(start, end);
  return [...word.matchAll(/[^-‐‑]+/gu)].map(({ index, 0: part }): Word => ({
    range: [start + index, start + index + part.length],
    form: spoken.lower(part),
  }));
}

function readNumeral(digits: string): { readings: string[]; parts: string[] } {
  const plain = [...digits].map((digit) => (/\p{Nd}/u.test(digit) ? westernDigit(digit) : digit)).join('');
  const groups = plain.split(/[ \u00A0\u202F\u2009'’]/u);
  if (groups.length > 1) return { readings: [trimmed(groups.join(''))], parts: groups.map(trimmed) };
  const pieces = plain.split(/[.,:]/u);
  if (pieces.length === 1) return { readings: [trimmed(plain)], parts: [] };
  const readings: string[] = [];
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(plain)) readings.push(trimmed(pieces.join('')));
  if (pieces.length === 2 && !plain.includes(':')) readings.push(trimmed(pieces.join('.')));
  const [day = '', month = '', year = ''] = pieces;
  const isDate =
    pieces.length === 3 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12 && year.length >= 2;
  if (isDate) return { readings, parts: [trimmed(day), `m${Number(month)}`, trimmed(year)] };
  return { readings, parts: pieces.map(trimmed) };
}

/** The digit with the same value: digits of every script stand in tens. */
function westernDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let zero = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
    value += 1;
  }
  return String(value);
}

/** Without zeros that say nothing: 05, 2.50. */
function trimmed(number: string): string {
  const value = Number(number);
  return Number.isFinite(value) && number.length <= 15 ? String(value) : number;
}

/** Thousand, million: 5,69 миллион is also 5690000. */
function scaleAfter(text: string, end: number, words: readonly Word[], tag: string): number | null {
  const next = words.find(({ range }) => range[0] >= end);
  if (next === undefined || !/^[\s\u00A0-]*$/u.test(text.slice(end, next.range[0]))) return null;
  const value = numberWord(next.form, tag);
  return value !== null && value >= 1000 ? value : null;
}

function scaled(value: string, scale: number | null): string[] {
  const number = Number(value);
  return scale === null || !Number.isFinite(number) ? [] : [String(Math.round(number * scale * 1000) / 1000)];
}

interface Month {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

function monthsIn(text: string, words: readonly Word[], tag: string): Month[] {
  return words.flatMap(({ range: [start, end], form }): Month[] => {
    const month = monthWord(form, tag);
    // May and March are words too.
    const isName = !tag.startsWith('en') || /^\p{Lu}/u.test(text.slice(start, end));
    return month === null || !isName ? [] : [{ start, end, value: `m${month}` }];
  });
}

/** Does the number stand right before the month, or right after it? */
function isBeside(text: string, number: Mention, start: number, end: number): boolean {
  if (!number.readings.some((value) => isDayOrYear(Number(value)))) return false;
  const between = number.end <= start ? text.slice(number.end, start) : text.slice(end, number.start);
  return (
    between.length <= 8 &&
    /^[\s\u00A0,.-]*(?:(?:-?(?:шы|ші|го|е|st|nd|rd|th|of|the|ж\.?|жылы|жылғы)|of the)[\s\u00A0]+)?$/u.test(between)
  );
}

function isDayOrYear(value: number): boolean {
  return (value >= 1 && value <= 31) || (value >= 1000 && value <= 2100);
}

/** The numbers that words say: each by itself, and neighbours together (жиырма бес, two hundred and five). */
function wordValues(text: string, words: readonly Word[], tag: string): string[] {
  const found: string[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 0) found.push(...run.map(String), String(together(run)));
    run = [];
  };
  words.forEach(({ range, form }, at) => {
    const value = numberWord(form, tag);
    const before = words[at - 1]?.range[1] ?? 0;
    if (!/^[\s\u00A0‐‑-]*$/u.test(text.slice(before, range[0]))) close();
    if (value !== null) run.push(value);
    else if (!/^(?:and|и)$/u.test(form)) close();
  });
  close();
  return found;
}

function together(values: readonly number[]): number {
  let sum = 0;
  let current = 0;
  for (const value of values) {
    if (value === 100) current = Math.max(1, current) * 100;
    else if (value >= 1000) {
      sum += Math.max(1, current) * value;
      current = 0;
    } else current += value;
  }
  return sum + current;
}

function romanValue(word: string): string | null {
  const bare = word.split(/[-‐‑]/u, 1)[0] ?? '';
  const latin = bare.replaceAll('І', 'I').replaceAll('Х', 'X').replaceAll('М', 'M').replaceAll('С', 'C');
  if (latin.length === 0 || !roman.test(latin)) return null;
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
  const digits = [...latin].map((letter) => values[letter] ?? 0);
  return String(digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0));
}
