import { childrenOf, type XmlElement } from '#core/xml/tree.ts';
import { valueOf } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.` */
  readonly pattern: string;
}

const mostLevels = 9;

/** Counts the numbered paragraphs of a Word document, and says what stands before each (ECMA-376 part 1 §17.9). */
export class Numbering {
  readonly #levels = new Map<string, Level[]>();
  readonly #lists = new Map<string, { abstract: string; starts: ReadonlyMap<number, number> }>();
  readonly #counts = new Map<string, (number | null)[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | null) {
    if (root === null) return;
    for (const abstract of childrenOf(root, 'abstractNum')) {
      this.#levels.set(abstract.attributes.get('abstractNumId') ?? '', childrenOf(abstract, 'lvl').map(levelOf));
    }
    for (const list of childrenOf(root, 'num')) {
      const starts = childrenOf(list, 'lvlOverride').flatMap((one): [number, number][] => {
        const start = valueOf(one, 'startOverride');
        return start === null ? [] : [[Number(one.attributes.get('ilvl')), Number(start)]];
      });
      const abstract = valueOf(list, 'abstractNumId') ?? '';
      this.#lists.set(list.attributes.get('numId') ?? '', { abstract, starts: new Map(starts) });
    }
  }

  /** What stands before the next paragraph of a list: `2.1`, `•`; empty where nothing does. */
  label(list: string, level: number): string {
    const found = this.#lists.get(list);
    const levels = found === undefined ? undefined : this.#levels.get(found.abstract);
    const own = levels?.[level];
    if (found === undefined || levels === undefined || own === undefined) return '';
    if (own.format === 'bullet') return own.pattern.trim() === '' ? '' : '•';
    const counts = this.#counts.get(found.abstract) ?? Array.from({ length: mostLevels }, () => null);
    this.#counts.set(found.abstract, counts);
    const key = `${list} ${String(level)}`;
    const start = this.#begun.has(key) ? undefined : found.starts.get(level);
    this.#begun.add(key);
    const before = counts[level] ?? null;
    counts[level] = start ?? (before === null ? own.start : before + 1);
    counts.fill(null, level + 1);
    return own.pattern
      .replace(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const count = counts[at] ?? levels[at]?.start ?? 1;
        return formatted(count, levels[at]?.format ?? 'decimal');
      })
      .trim();
  }
}

function levelOf(level: XmlElement): Level {
  const start = Number(valueOf(level, 'start') ?? '1');
  return {
    start: Number.isSafeInteger(start) ? start : 1,
    format: valueOf(level, 'numFmt') ?? 'decimal',
    pattern: (valueOf(level, 'lvlText') ?? '').slice(0, 80),
  };
}

const romans: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function formatted(count: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'lowerRoman') return roman(count);
  if (format === 'upperRoman') return roman(count).toUpperCase();
  if (format === 'lowerLetter') return letter(count, 'abcdefghijklmnopqrstuvwxyz');
  if (format === 'upperLetter') return letter(count, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  if (format === 'russianLower') return letter(count, 'абвгдежзиклмнопрстуфхцчшщэюя');
  if (format === 'russianUpper') return letter(count, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ');
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count);
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = '';
  for (const [value, sign] of romans) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}

/** After the last letter they are doubled: `aa`, `bb`. */
function letter(count: number, letters: string): string {
  if (count < 1 || count > letters.length * 4) return String(count);
  return (letters[(count - 1) % letters.length] ?? '').repeat(Math.ceil(count / letters.length));
}
