import type { TextRange } from '#core/text/range.ts';
import { arabic } from './arabic.ts';
import { bgnPcgn } from './bgn-pcgn.ts';
import { latin2021 } from './latin-2021.ts';
import type { Scheme, SchemeId } from './scheme.ts';

/** Every scheme, in the order in which a reader chooses. */
export const schemes: readonly Scheme[] = [latin2021, bgnPcgn, arabic];

/** A text in another script, with the way back to the offsets of its source. All offsets are UTF-16 code units. */
export interface Transliterated {
  readonly text: string;
  /**
   * The offset in the source that an offset of `text` stands for: inside what stands for one letter, the letter's start; where
   * letters that are not shown stand, behind them.
   */
  readonly toSource: (offset: number) => number;
  /** Where in `text` the letter at an offset of the source begins; at its end, the end. */
  readonly fromSource: (offset: number) => number;
  /**
   * The letters of the source that a range of `text` touches, whole; letters that are not shown go with the one before them.
   * An end is one of the source as well: what is drawn from 0 on begins at 0.
   */
  readonly sourceRange: (start: number, end: number) => TextRange;
}

/** Shows Kazakh in another script. What is not a Kazakh letter stays as it is. */
export function transliterate(source: string, id: SchemeId): Transliterated {
  const scheme = schemes.find((one) => one.id === id);
  if (scheme === undefined) throw new Error(`no script is called ${id}`);
  // Small letters of the same length: İ and the like, which have longer ones, are no Kazakh letters.
  const small = smallUnits(source);
  const starts = new Uint32Array(source.length + 1);
  let text = '';
  for (let at = 0; at < source.length; at++) {
    starts[at] = text.length;
    const letter = scheme.letter(small, at);
    if (letter === null) text += source.charAt(at);
    else text += small.charAt(at) === source.charAt(at) ? letter : capital(letter, source, at, scheme);
  }
  starts[source.length] = text.length;
  const toSource = (offset: number): number => lastAtMost(starts, offset);
  const fromSource = (offset: number): number => starts[Math.max(0, Math.min(offset, source.length))] ?? text.length;
  return {
    text,
    toSource,
    fromSource,
    sourceRange: (start, end) => {
      const first = toSource(start);
      const last = toSource(end);
      const whole = fromSource(last) < end ? toSource(fromSource(last + 1)) : last;
      return [fromSource(first) === 0 ? 0 : first, whole];
    },
  };
}

/**
 * A part of a text in another script, as it stands in the whole: what comes before and after decides on capitals and signs.
 *
 * @param before what stands before `part`, as much as is known
 */
export function transliteratePart(part: string, id: SchemeId, before = '', after = ''): string {
  const { text, fromSource } = transliterate(before + part + after, id);
  return text.slice(fromSource(before.length), fromSource(before.length + part.length));
}

function smallUnits(source: string): string {
  const small = source.toLowerCase();
  if (small.length === source.length) return small;
  return Array.from({ length: source.length }, (_, at) => {
    const unit = source.charAt(at).toLowerCase();
    return unit.length === 1 ? unit : source.charAt(at);
  }).join('');
}

/** ШҚО: SHQO; Шәкен: Shäken. */
function capital(letter: string, source: string, at: number, { capitals }: Scheme): string {
  if (capitals === null) return letter;
  const upper = (part: string): string => capitals.get(part) ?? part.toUpperCase();
  const next = source.charAt(at + 1);
  const beside = /\p{L}/u.test(next) ? next : source.charAt(at - 1);
  const wholly = /\p{Lu}/u.test(beside);
  return Array.from(letter, (part, index) => (index === 0 || wholly ? upper(part) : part)).join('');
}

/** The last index whose value is at most `value`; the values never fall. */
function lastAtMost(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
