import type { Line } from './page-text.ts';

/** What most of a text looks like. Lengths are points. */
export interface Measures {
  /** The size that most of it is in. */
  readonly body: number;
  /** From line to line. */
  readonly leading: number;
  /** By which first lines of paragraphs are indented; `null` where paragraphs are parted by space. */
  readonly indent: number | null;
}

/** So many paragraphs at least are indented alike where a text is set so, and this share of its lines. */
const leastIndented = 3;
const leastShare = 0.02;

export function measuresOf(lines: readonly Line[]): Measures {
  const body = usualSize(lines);
  return { body, leading: usualLeading(lines, body), indent: usualIndent(lines, body) };
}

function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 4) / 4;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [10, -1] as const)[0];
}

function usualLeading(lines: readonly Line[], body: number): number {
  const counts = new Map<number, number>();
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before?.page !== line.page || Math.abs(line.size - body) > 0.6 || Math.abs(before.size - body) > 0.6) return;
    const distance = Math.round((line.y - before.y) * 2) / 2;
    if (distance > body * 0.8 && distance < body * 3) counts.set(distance, (counts.get(distance) ?? 0) + 1);
  });
  // The shortest of those that are common: where paragraphs have one line each, most distances are those between them.
  const most = Math.max(0, ...counts.values());
  const common = [...counts].filter(([, count]) => count >= most * 0.4).map(([distance]) => distance);
  return common.length === 0 ? body * 1.2 : Math.min(...common);
}

function usualIndent(lines: readonly Line[], body: number): number | null {
  const counts = new Map<number, number>();
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (next?.page !== line.page || next.part !== line.part || Math.abs(line.size - body) > 0.6) return;
    const by = line.x - line.column[0];
    if (by < 0.6 * body || by > 5 * body || next.x - next.column[0] > 0.4 * body) return;
    const rounded = Math.round(by);
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  });
  const [indent, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return count >= Math.max(leastIndented, lines.length * leastShare) ? indent : null;
}

/** Whether a line begins to the right of its column's edge. */
export function isIndented({ x, column, size }: Line): boolean {
  return x > column[0] + 0.6 * size;
}

/** Whether the first word of the next line would have had room in a line: it ends a paragraph, or is a line of verse. */
export function endsEarly(line: Line, next: Line, right: number): boolean {
  if (/\p{L}[-\u00AD\u2010]$/u.test(line.text)) return false;
  return right - line.end - 0.25 * line.size > next.firstWord + 0.5 * line.size;
}
