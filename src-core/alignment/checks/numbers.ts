import type { SideName } from '#core/alignment/edits/state.ts';
import type { CheckedBead, CheckedText, Finding } from './finding.ts';
import { numbersOf, type Mention, type NumbersOf } from './mentions.ts';

/**
 * Numbers and dates of one side that the other does not have, compared by value: 1917 жыл and 1917, 5,6 and 5.6, 20 000 and 20,000,
 * 5 млн and five million, XX and 20th. Months count beside a number: 24 қазанда is 24 October.
 */
export function checkNumbers({ bead, source, target }: CheckedBead, languages: readonly [string, string]): Finding[] {
  const left = read(source, languages[0]);
  const right = read(target, languages[1]);
  return [...lacking(bead.id, 'source', left, saidIn(right)), ...lacking(bead.id, 'target', right, saidIn(left))];
}

interface Read {
  readonly text: CheckedText;
  readonly numbers: NumbersOf;
}

function read(texts: readonly CheckedText[], tag: string): Read[] {
  return texts.map((text) => ({ text, numbers: numbersOf(text.text, tag) }));
}

function saidIn(side: readonly Read[]): Set<string> {
  const said = new Set<string>();
  for (const { numbers } of side) for (const value of numbers.said) said.add(value);
  return said;
}

function lacking(bead: string, side: SideName, texts: readonly Read[], said: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  for (const { text, numbers } of texts) {
    const missing = numbers.mentions.filter((mention) => !isSaid(mention, said));
    for (const { start, end } of joined(text.text, missing)) {
      const value = text.text.slice(start, end);
      // The same number of the same text twice is one finding.
      if (found.some((one) => one.values.value === value && one.ranges[0]?.paragraph === text.id)) continue;
      found.push({
        check: 'numbers',
        bead,
        source: side === 'source' ? [text.id] : [],
        target: side === 'target' ? [text.id] : [],
        ranges: [{ side, paragraph: text.id, start, end }],
        text: side === 'source' ? 'numbers.missing' : 'numbers.added',
        values: { value },
        severity: 'warning',
        finding: `${side === 'source' ? 'missing' : 'added'}: ${value}`,
      });
    }
  }
  return found;
}

function isSaid({ readings, parts }: Mention, said: ReadonlySet<string>): boolean {
  const has = (value: string): boolean => said.has(value) || isYearOf(value, said) || value === '1';
  if (readings.some(has) || (parts.length > 0 && parts.every(has))) return true;
  const [hour, minutes, ...more] = parts.map(Number);
  // 17:30 is 5.30 pm, and 11:00 is 11.
  const isTime = hour !== undefined && minutes !== undefined && more.length === 0 && hour <= 24 && minutes < 60;
  return (
    isTime &&
    [hour, hour - 12, hour + 12].some((other) => has(String(other))) &&
    (minutes === 0 || has(String(minutes)))
  );
}

/** 18 in 1917–18 is 1918, and 1990 the nineties. */
function isYearOf(value: string, said: ReadonlySet<string>): boolean {
  if (/^(?:1[5-9]|20)\d\d$/u.test(value)) return said.has(value.slice(2)) || said.has(String(Number(value.slice(2))));
  if (!/^\d\d$/u.test(value)) return false;
  return ['15', '16', '17', '18', '19', '20'].some((century) => said.has(century + value));
}

/** Mentions that stand side by side are one: a day and its month. */
function joined(text: string, mentions: readonly Mention[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of mentions) {
    const last = found.at(-1);
    const isNext = last !== undefined && /^[\s\u00A0-]{1,2}$/u.test(text.slice(last.end, start));
    if (isNext) last.end = end;
    else found.push({ start, end });
  }
  return found;
}
