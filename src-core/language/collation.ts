import type { LanguageData } from './data.ts';

/** Kazakh letters in their order; Russian ones are among them. */
const cyrillic = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

/** Weights of what is not a letter of a known alphabet; digits and letters follow. */
const weight = { space: 1, dash: 2, sign: 3, digits: 10, own: 100, other: 200, unknown: 1000 } as const;

/** Sort keys kept at once: those of a long glossary, so that sorting it makes each key once. */
const mostKeys = 20_000;

/** Compares as a dictionary of the language does; see `Language.compare`. */
export function collation(data: LanguageData): (a: string, b: string) => number {
  const letters = new Map<string, number>();
  const [own, other] = data.script === 'cyrillic' ? [cyrillic, latin] : [latin, cyrillic];
  Array.from(own).forEach((letter, at) => letters.set(letter, weight.own + at));
  Array.from(other).forEach((letter, at) => letters.set(letter, weight.other + at));
  for (const [letter, base] of Object.entries(data.variants)) letters.set(letter, letters.get(base) ?? weight.unknown);
  const keys = new Map<string, SortKey>();
  const keyOf = (text: string): SortKey => {
    let key = keys.get(text);
    if (key === undefined) {
      if (keys.size >= mostKeys) keys.clear();
      keys.set(text, (key = sortKey(text, letters)));
    }
    return key;
  };
  return (a, b) => {
    if (a === b) return 0;
    const left = keyOf(a);
    const right = keyOf(b);
    return compareLists(left.base, right.base) || compareLists(left.variant, right.variant) || (a < b ? -1 : 1);
  };
}

interface SortKey {
  /** The letters, whatever their case and accents. */
  base: number[];
  /** What tells letters with the same base apart: accents, then case. */
  variant: number[];
}

function sortKey(text: string, letters: ReadonlyMap<string, number>): SortKey {
  const base: number[] = [];
  const variant: number[] = [];
  const add = (value: number, detail: number): void => {
    base.push(value);
    variant.push(detail);
  };
  for (const [part] of text.normalize('NFC').matchAll(/\p{Nd}+|./gsu)) {
    if (/^\p{Nd}/u.test(part)) addNumber(part, add);
    else if (/^\s/u.test(part)) add(weight.space, 0);
    else if (/^[-‐‑–—]/u.test(part)) add(weight.dash, 0);
    else if (/^[\p{L}\p{M}]/u.test(part)) addLetter(part, letters, add);
    else if (!/^[\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'\u00AD]/u.test(part)) add(weight.sign, codePoint(part));
  }
  return { base, variant };
}

/** A run of digits sorts by its value: first by how many digits it has, then by them. */
function addNumber(digits: string, add: (value: number, detail: number) => void): void {
  const significant = digits.replace(/^0+(?=.)/u, '');
  add(weight.digits + Math.min(significant.length, weight.own - weight.digits - 1), digits.length - significant.length);
  for (const digit of significant) add(weight.digits + codePoint(digit), 0);
}

function addLetter(
  letter: string,
  letters: ReadonlyMap<string, number>,
  add: (value: number, detail: number) => void,
): void {
  const small = letter.toLowerCase();
  const capital = small === letter ? 0 : 1;
  const plain = String.fromCodePoint(codePoint(small.normalize('NFD')));
  const value = letters.get(small) ?? letters.get(plain) ?? weight.unknown + codePoint(plain);
  add(value, codePoint(small) * 2 + capital);
}

function codePoint(text: string): number {
  return text.codePointAt(0) ?? 0;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
