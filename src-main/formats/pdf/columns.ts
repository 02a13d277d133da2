import type { PageItem } from './page-text.ts';
import { rowsOf } from './rows.ts';

/** The gap between columns is at least so wide, as a share of the size; printed columns stand 10 points apart and less. */
const leastGap = 0.55;
/** So many rows at least have text on both sides of it, and of all at most this share crosses it: titles, figures. */
const leastRows = 4;
const mostCrossing = 0.45;
/** Each column is at least so wide, as a share of the page; and so full in the middle of its lines: those of tables are not. */
const leastWidth = 0.14;
const leastFull = 0.55;
/** Columns of a page that are told apart: twice two. */
const mostDepth = 2;
/** Places of a gap that are tried. */
const mostCandidates = 8;

/** What stands in one column between two lines that go across, or such a line; in reading order. */
export interface Band {
  /** The number of the column, -1 across. */
  readonly part: number;
  readonly items: readonly PageItem[];
}

/** The items of a page in reading order, column by column. One band is a page without columns. */
export function bandsOf(items: readonly PageItem[], width: number): Band[] {
  return split(items, [0, width], 0, { next: 0 });
}

function split(
  items: readonly PageItem[],
  range: readonly [number, number],
  depth: number,
  counter: { next: number },
): Band[] {
  const rows = rowsOf(items);
  const gap = depth < mostDepth ? gutter(rows, range) : null;
  if (gap === null) return [{ part: depth === 0 ? -1 : counter.next++, items }];
  const bands: Band[] = [];
  let sides: [PageItem[], PageItem[]] = [[], []];
  let across: PageItem[] = [];
  const flush = (): void => {
    for (const [at, side] of sides.entries()) {
      if (side.length === 0) continue;
      bands.push(...split(side, at === 0 ? [range[0], gap] : [gap, range[1]], depth + 1, counter));
    }
    sides = [[], []];
  };
  const flushAcross = (): void => {
    if (across.length > 0) bands.push({ part: -1, items: across });
    across = [];
  };
  for (const row of rows) {
    if (isParted(row, gap)) {
      flushAcross();
      for (const item of row) sides[item.x + item.width / 2 < gap ? 0 : 1].push(item);
    } else {
      flush();
      across.push(...row);
    }
  }
  flush();
  flushAcross();
  return bands;
}

/** Whether nothing of a row stands at the gap or right beside it on both sides. */
function isParted(row: readonly PageItem[], gap: number): boolean {
  const left = row.filter(({ x, width }) => x + width / 2 < gap);
  const right = row.filter(({ x, width }) => x + width / 2 >= gap);
  const size = Math.max(...row.map((item) => item.size));
  const end = Math.max(-Infinity, ...left.map(({ x, width }) => x + width));
  const start = Math.min(Infinity, ...right.map(({ x }) => x));
  return end <= gap + 1 && start >= gap - 1 && start - end > leastGap * size;
}

/** Where the gap between two columns is, from the left edge; `null` for a page of one. */
function gutter(rows: readonly (readonly PageItem[])[], [from, to]: readonly [number, number]): number | null {
  if (rows.length < leastRows) return null;
  const width = to - from;
  const votes = new Map<number, number>();
  for (const row of rows) {
    let end = -Infinity;
    for (const { x, width: wide, size } of row) {
      const middle = Math.round((x - 2) / 2) * 2;
      if (end > -Infinity && x - end > leastGap * size && x > from + width * 0.2 && x < from + width * 0.8) {
        votes.set(middle, (votes.get(middle) ?? 0) + 1);
      }
      end = Math.max(end, x + wide);
    }
  }
  const common = [...votes].filter(([, count]) => count >= 2).toSorted((a, b) => b[1] - a[1]);
  const candidates = new Set(common.slice(0, mostCandidates).map(([gap]) => gap));
  // Columns whose lines are not at the same heights.
  const starts = Map.groupBy(rows, (row) => Math.round(((row[0]?.x ?? 0) - 2) / 2) * 2);
  for (const [gap, { length }] of starts) {
    if (length >= leastRows && gap > from + width * 0.2 && gap < from + width * 0.8) candidates.add(gap);
  }
  let best: { gap: number; crossing: number } | null = null;
  for (const gap of [...candidates].slice(0, 2 * mostCandidates)) {
    const crossing = crossings(rows, gap, width);
    if (crossing !== null && (best === null || crossing < best.crossing)) best = { gap, crossing };
  }
  return best?.gap ?? null;
}

/** How many rows a gap between columns crosses; `null` where it is none. */
function crossings(rows: readonly (readonly PageItem[])[], gap: number, width: number): number | null {
  let crossing = 0;
  const lefts: Extent[] = [];
  const rights: Extent[] = [];
  for (const row of rows) {
    if (!isParted(row, gap)) {
      crossing += 1;
      continue;
    }
    const left = row.filter(({ x }) => x < gap);
    const right = row.filter(({ x }) => x >= gap - 1);
    if (left[0] !== undefined) lefts.push(extentOf(left, left[0]));
    if (right[0] !== undefined) rights.push(extentOf(right, right[0]));
  }
  if (Math.min(lefts.length, rights.length) < leastRows || crossing > rows.length * mostCrossing) return null;
  // Columns stand beside each other; indented lines under others do not.
  // Their lines need not be at the same heights.
  const both = lefts.filter(({ y, size }) => rights.some((other) => Math.abs(other.y - y) < 1.2 * size)).length;
  if (both < Math.min(lefts.length, rights.length) * 0.4) return null;
  return [lefts, rights].every((side) => isFull(side, width)) ? crossing : null;
}

/** From where to where a line goes. */
interface Extent {
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

function extentOf(items: readonly PageItem[], { x, y, size }: PageItem): Extent {
  return { x, y, size, end: Math.max(...items.map((item) => item.x + item.width)) };
}

/** Whether most lines of a column go as far as a column's do. */
function isFull(lines: readonly Extent[], width: number): boolean {
  const left = Math.min(...lines.map(({ x }) => x));
  const ends = lines.map(({ end }) => end).toSorted((a, b) => a - b);
  const right = ends[Math.floor(ends.length * 0.9)] ?? left;
  const filled = lines.map(({ x, end }) => (end - x) / Math.max(right - left, 1)).toSorted((a, b) => a - b);
  return right - left > leastWidth * width && (filled[Math.floor(filled.length / 2)] ?? 0) > leastFull;
}
