import type { ImportedBlock } from '#core/formats/imported.ts';
import type { Line } from './page-text.ts';

/** A font so much larger than that of the text is a heading's; so much smaller at the foot of a page, a note's. */
const headingSize = 1.15;
const noteSize = 0.88;
/** Characters of the longest heading. */
const longestHeading = 200;
/** Distances of lines, and indents, by which a paragraph begins: shares of the usual distance, and of the size. */
const wideGap = 1.4;
const indent = 0.8;
/** A line that ends so far before the edge of its column, as a share of its width, is a paragraph's last. */
const short = 0.12;

/** What paragraphs were made of lines. */
export interface Paragraphs {
  readonly blocks: ImportedBlock[];
  /** Lines that were joined to the one before, and words that were divided between two. */
  readonly joined: number;
  readonly hyphens: number;
}

interface Made {
  type: ImportedBlock['type'];
  size: number;
  text: string;
  lines: Line[];
  page: number;
}

/** The paragraphs of lines in reading order, by their indents, distances, ends and sizes. @param heights of the pages */
export function paragraphsOf(pages: readonly (readonly Line[])[], heights: readonly number[]): Paragraphs {
  const all = pages.flat();
  const body = usualSize(all);
  const leading = usualLeading(all, body);
  const counts = { joined: 0, hyphens: 0 };
  const made: Made[] = [];
  const notes: Made[] = [];
  for (const line of all) {
    const type = typeOf(line, body, heights[line.page] ?? 0);
    const list = type === 'note' ? notes : made;
    const last = list.at(-1);
    const before = last?.lines.at(-1);
    if (last === undefined || before === undefined || last.type !== type || begins(before, line, leading, type)) {
      list.push({ type, size: line.size, text: line.text, lines: [line], page: line.page });
      continue;
    }
    last.lines.push(line);
    last.text = joinLines(last.text, line.text, counts);
    counts.joined += 1;
  }
  return { blocks: inOrder(made, notes).map(levels(made)), ...counts };
}

function typeOf({ size, text, y, page: _page }: Line, body: number, height: number): ImportedBlock['type'] {
  if (size > body * headingSize && text.length <= longestHeading) return 'heading';
  return size < body * noteSize && y > height * 0.55 ? 'note' : 'text';
}

function begins(before: Line, line: Line, leading: number, type: ImportedBlock['type']): boolean {
  const follows = before.page === line.page && line.y > before.y;
  if (follows && line.y - before.y > wideGap * Math.max(leading, line.size * 1.1)) return true;
  if (type === 'heading') return Math.abs(before.size - line.size) > 0.5 || !follows;
  if (type === 'note') return /^(?:\d{1,3}|[*†])[\s.)]?\S/u.test(line.text);
  const [left, right] = before.column;
  const endsShort = before.end < right - short * (right - left);
  const endsSentence = /[.!?…:;]["»”’)\]]*$/u.test(before.text);
  const isIndented = line.x > line.column[0] + indent * line.size;
  const wasIndented = before.x > left + indent * before.size;
  if (isIndented && (!wasIndented || !follows)) return true;
  if (isIndented && wasIndented && Math.abs(line.x - before.x) < 1 && endsShort) return true;
  return endsShort && endsSentence;
}

function joinLines(text: string, next: string, counts: { hyphens: number }): string {
  if (/\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) {
    counts.hyphens += 1;
    return text.slice(0, -1) + next;
  }
  return `${text} ${next}`;
}

/** Notes after the last paragraph that begins on their page, so that none is cut by them. */
function inOrder(made: readonly Made[], notes: readonly Made[]): Made[] {
  const waiting = [...notes];
  const all: Made[] = [];
  made.forEach((one, at) => {
    all.push(one);
    const next = made[at + 1]?.page ?? Infinity;
    while (waiting[0] !== undefined && waiting[0].page < next) {
      const note = waiting.shift();
      if (note !== undefined) all.push(note);
    }
  });
  return [...all, ...waiting];
}

/** Headings by their sizes: the largest is of the first level. */
function levels(made: readonly Made[]): (one: Made) => ImportedBlock {
  const sizes = [...new Set(made.filter(({ type }) => type === 'heading').map(({ size }) => Math.round(size)))];
  const ranked = sizes.toSorted((a, b) => b - a);
  return ({ type, size, text }) => ({
    type,
    text: text.replace(/\s+/gu, ' ').trim(),
    marks: [],
    ...(type === 'heading' ? { level: Math.min(ranked.indexOf(Math.round(size)) + 1, 6) } : {}),
  });
}

/** The size that most of the text is in. */
function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The distance from line to line that is most common in the text. */
function usualLeading(lines: readonly Line[], body: number): number {
  const distances = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const distance = before === undefined || before.page !== line.page ? 0 : line.y - before.y;
    return distance > body * 0.8 && distance < body * 3 ? [distance] : [];
  });
  const sorted = distances.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.4)] ?? body * 1.2;
}
