/** No word is longer, in code units. */
const longestWord = 200;

/** A line of a plain text: its words, and how far from the left it begins. */
export interface Line {
  readonly text: string;
  /** Columns before the first letter; a tab is four. */
  readonly indent: number;
}

/** Shorter texts do not tell how they were broken. */
const fewestLines = 6;
/** Widths at which programs break lines. */
const narrowest = 45;
const widest = 130;

function lengthOf({ text, indent }: Line): number {
  return text.length + indent;
}

/** Whether a line was ended because the first word of the next would not have stood on it. */
function isFull(line: Line, next: Line, width: number): boolean {
  if (isDivided(line.text, next.text)) return true;
  return lengthOf(line) + 1 + (next.text.split(' ', 1)[0] ?? '').length > width - 2;
}

/** Whether a line ends within a word that the next one goes on with. */
function isDivided(line: string, next: string): boolean {
  return /\p{L}[-\u00AD\u2010]$/u.test(line) && /^\p{Ll}/u.test(next);
}

/**
 * The width at which the lines of a text were broken, in columns; `null` where each line stands for itself, as in verse or where a
 * line is a paragraph.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  if (lines.length < fewestLines) return null;
  const lengths = lines.map(lengthOf).toSorted((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const width = lengths.findLast((length) => length <= usual * 1.15) ?? 0;
  if (width < narrowest || width > widest || (lengths.at(-1) ?? 0) > width * 2) return null;
  let full = 0;
  let goingOn = 0;
  lines.slice(0, -1).forEach((line, at) => {
    const next = lines[at + 1];
    if (next === undefined || !isFull(line, next, width)) return;
    full += 1;
    // Lines of verse begin with capitals.
    if (!/^\p{Lu}/u.test(next.text)) goingOn += 1;
  });
  return full * 4 >= lines.length && goingOn * 2 >= full ? width : null;
}

/**
 * Whether lines between two empty lines are several paragraphs: those that end early end like sentences, and what follows begins
 * like one, or indents tell them apart. Lines that someone broke by hand end anywhere.
 */
export function hasOwnParagraphs(lines: readonly Line[], width: number): boolean {
  const rest = indentOfRest(lines, width);
  if (rest !== null && lines.some(({ indent }, at) => at > 0 && indent !== rest)) return true;
  let early = 0;
  let sentences = 0;
  let full = 0;
  lines.slice(0, -1).forEach((line, at) => {
    const next = lines[at + 1];
    if (next === undefined) return;
    if (isFull(line, next, width)) {
      full += 1;
      return;
    }
    early += 1;
    if (/[.!?…:»”"]$/u.test(line.text) && !/^\p{Ll}/u.test(next.text)) sentences += 1;
  });
  return full > 0 && early > 0 && sentences >= early * 0.7;
}

/**
 * The paragraphs of lines that were broken at a width and between which no empty lines stand: one ends with a line on which the
 * next word would have found room, and begins where a line begins farther in (or farther out, where all others are farther in).
 */
export function unwrapped(lines: readonly Line[], width: number): Line[][] {
  const rest = indentOfRest(lines, width);
  const paragraphs: Line[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const current = paragraphs.at(-1);
    if (before === undefined || current === undefined || begins(line, before, rest, width)) paragraphs.push([line]);
    else current.push(line);
  });
  return paragraphs;
}

function begins(line: Line, before: Line, rest: number | null, width: number): boolean {
  if (isDivided(before.text, line.text)) return false;
  return !isFull(before, line, width) || (rest !== null && line.indent !== rest);
}

/** The indent of the lines that go on, where those that begin a paragraph have another; `null` where indents tell nothing. */
function indentOfRest(lines: readonly Line[], width: number): number | null {
  const starts = new Map<number, number>();
  const rests = new Map<number, number>();
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isRest = before !== undefined && isFull(before, line, width);
    if (isRest && !/^\p{Ll}/u.test(line.text)) return;
    const counts = isRest ? rests : starts;
    counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  });
  const rest = mostFrequent(rests);
  const start = mostFrequent(starts);
  return rest === null || rest === start ? null : rest;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | null {
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/**
 * Lines as one paragraph. A word that is divided at the end of a line is put together: without its hyphen, unless the text has it
 * with one elsewhere, or both halves are words of the text.
 *
 * @param words the words of the text, in small letters
 * @param joined told of each hyphen that was left out
 */
export function joinedLines(lines: readonly string[], words: ReadonlySet<string>, joined: () => void): string {
  const parts: string[] = [];
  // Only the end of what there is is looked at, so that a paragraph of very many lines takes no more time for each.
  let end = '';
  for (const line of lines) {
    if (end === '' || !isDivided(end, line)) {
      parts.push(end === '' ? line : ` ${line}`);
      end = line.slice(-longestWord);
      continue;
    }
    const first = /[\p{L}\p{M}]+(?=.$)/u.exec(end)?.[0].toLowerCase() ?? '';
    const second = /^[\p{L}\p{M}]+/u.exec(line)?.[0].toLowerCase() ?? '';
    const isWhole = words.has(`${first}${second}`);
    const isKept = !isWhole && (words.has(`${first}-${second}`) || (words.has(first) && words.has(second)));
    if (!isKept) {
      joined();
      parts.push((parts.pop() ?? '').slice(0, -1));
      end = end.slice(0, -1);
    }
    parts.push(line);
    end = `${end}${line.slice(-longestWord)}`.slice(-longestWord);
  }
  return parts.join('').replace(/ {2,}/gu, ' ');
}

/** The words of lines, but those that are divided at their ends; words with hyphens as a whole as well. */
export function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  lines.forEach(({ text }, at) => {
    const before = lines[at - 1]?.text ?? '';
    const all = text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*-?/gu) ?? [];
    const whole = isDivided(before, text) ? all.slice(1) : all;
    for (const word of whole) {
      if (word.endsWith('-')) continue;
      words.add(word);
      for (const part of word.split('-')) words.add(part);
    }
  });
  return words;
}
