import type { Element, PageItem, Run } from './page-text.ts';

/** Runs whose base lines differ by less than this share of their size stand in one line. */
const sameLine = 0.45;
/** A gap from this share of the size on is a space; a wider one parts the cells of a table. */
const space = 0.18;
const cellGap = 0.95;
/** The narrowest space of a line that is drawn out to both edges, as a share of the widest. */
const evenGap = 0.7;
/** Letters so much smaller than their line, whose base line is so much off, are raised or lowered. */
const smaller = 0.86;
const off = 0.1;

/** A line of a page or of a column, before it is known where its column ends. */
export interface Row {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly firstWord: number;
  readonly cells: readonly number[];
  readonly hasEvenGaps: boolean;
  readonly element: Element | null;
  readonly isPicture?: true;
}

/** Items that stand in a line, from above. */
export function rowsOf(items: readonly PageItem[]): PageItem[][] {
  const rows: { y: number; size: number; items: PageItem[] }[] = [];
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row === undefined || Math.abs(item.y - row.y) >= sameLine * Math.max(item.size, row.size)) {
      rows.push({ y: item.y, size: item.size, items: [item] });
      continue;
    }
    row.items.push(item);
    // The largest letters decide where the line is.
    if (item.size > row.size) [row.y, row.size] = [item.y, item.size];
  }
  return rows.map((row) => row.items.toSorted((a, b) => a.x - b.x));
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The items of a line, from the left, as text. */
export function rowOf(items: readonly PageItem[]): Row {
  const letters = new Map<number, number>();
  for (const { size, text } of items) letters.set(size, (letters.get(size) ?? 0) + text.trim().length);
  const size = [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [10, -1] as const)[0];
  const y = items.find((item) => item.size === size)?.y ?? 0;
  const isTurned = items.filter(({ text }) => rightToLeft.test(text)).length * 2 > items.length;
  const runs: Run[] = [];
  const cells: number[] = [];
  const gaps: number[] = [];
  let before: PageItem | null = null;
  for (const item of isTurned ? turned(items) : items) {
    const gap = before === null ? 0 : isTurned ? before.x - (item.x + item.width) : item.x - (before.x + before.width);
    const isCell = before !== null && gap > cellGap * size;
    if (isCell) cells.push(item.x);
    if (gap > space * size) gaps.push(gap);
    const isApart =
      before !== null && (gap > space * Math.min(item.size, size) || (item.spaced && gap > -space * size));
    const joint = isApart && !item.text.startsWith(' ') && runs.at(-1)?.text.endsWith(' ') === false ? ' ' : '';
    const between = isCell ? '\t' : joint;
    const { bold, italic, href } = item;
    const shift = item.size < smaller * size && Math.abs(item.y - y) > off * size ? (item.y < y ? 'up' : 'down') : null;
    const last = runs.at(-1);
    if (last?.bold === bold && last.italic === italic && last.href === href && last.shift === shift) {
      runs[runs.length - 1] = { ...last, text: last.text + between + item.text };
    } else runs.push({ text: between + item.text, bold, italic, href, shift });
    before = item;
  }
  const first = isTurned ? items.at(-1) : items[0];
  return {
    runs,
    text: textOf(runs),
    x: items[0]?.x ?? 0,
    y,
    end: Math.max(...items.map(({ x, width }) => x + width)),
    size,
    firstWord: first === undefined ? 0 : widthOfFirstWord(items, isTurned),
    // Spaces that are all wide alike are those of a line that was drawn out to the edge.
    cells,
    hasEvenGaps: gaps.length > 1 && Math.min(...gaps) > evenGap * Math.max(...gaps),
    element: (isTurned ? items.at(-1) : items[0])?.element ?? null,
  };
}

/** The text of runs. */
export function textOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** A line from right to left: numbers and words of other scripts in it keep their order. */
function turned(items: readonly PageItem[]): PageItem[] {
  const order: PageItem[] = [];
  let waiting: PageItem[] = [];
  for (const item of items.toReversed()) {
    if (/[\p{L}\p{N}]/u.test(item.text) && !rightToLeft.test(item.text)) {
      waiting.unshift(item);
      continue;
    }
    order.push(...waiting, item);
    waiting = [];
  }
  return [...order, ...waiting];
}

function widthOfFirstWord(items: readonly PageItem[], isTurned: boolean): number {
  let width = 0;
  let before: PageItem | null = null;
  for (const item of isTurned ? items.toReversed() : items) {
    const gap = before === null ? 0 : isTurned ? before.x - item.x - item.width : item.x - before.x - before.width;
    if (before !== null && (gap > space * item.size || item.spaced)) break;
    const text = item.text.trimStart();
    const end = /\s/u.exec(text)?.index;
    width += end === undefined ? item.width : (item.width * end) / Math.max(text.length, 1);
    if (end !== undefined) break;
    before = item;
  }
  return width;
}
