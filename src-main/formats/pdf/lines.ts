import { bandsOf } from './columns.ts';
import { withDropCaps } from './drop-caps.ts';
import type { Line, PageItem, PageText } from './page-text.ts';
import { type Row, rowOf, rowsOf, textOf } from './rows.ts';

/** A picture with text over most of it is the scan that the text was read from. */
const mostOver = 8;

/**
 * The lines of a page in reading order: by the tags of the file where it has them, else column by column.
 *
 * @param page from 0
 */
export function linesOf(text: PageText, page: number, byTags: boolean): { lines: Line[]; hasColumns: boolean } {
  const items = withDropCaps(text.items);
  const bands = bandsOf(items, text.width);
  const parts = new Map(bands.flatMap(({ part, items: inside }) => inside.map((item) => [item, part] as const)));
  const inOrder = byTags ? elementsOf(items) : bands.flatMap(({ items: inside }) => rowsOf(inside));
  const rows = inOrder.map((row) => ({
    row: row[0]?.element?.role === 'row' ? tableRow(row) : rowOf(row),
    part: row[0] === undefined ? -1 : (parts.get(row[0]) ?? -1),
  }));
  const edges = new Map(
    [...Map.groupBy(rows, ({ part }) => part)].map(([part, some]) => [part, edgesOf(some.map(({ row }) => row))]),
  );
  const lines = rows.map(({ row, part }) => ({ ...row, page, part, column: edges.get(part) ?? ([0, 0] as const) }));
  return { lines: withPictures(lines, text, page), hasColumns: !byTags && bands.some(({ part }) => part >= 0) };
}

/** The lines of each element, in the order of the elements. What is in none stands where the file draws it. */
function elementsOf(items: PageText['items']): PageItem[][] {
  const groups = new Map<number, PageItem[]>();
  let last = -1;
  for (const item of items) {
    const id = item.element?.id ?? last;
    if (item.element !== null) last = id;
    groups.set(id, [...(groups.get(id) ?? []), item]);
  }
  return [...groups]
    .toSorted((a, b) => a[0] - b[0])
    .flatMap(([, group]) =>
      group[0]?.element?.role === 'row' ? [group] : inColumns(inTreeOrder(group)).flatMap((some) => rowsOf(some)),
    );
}

/** A row of a table whose cells the file names: what stands in each may have several lines. */
function tableRow(items: readonly PageItem[]): Row {
  const cells = [...Map.groupBy(items, ({ element }) => element?.cell ?? 0).values()].map((cell) =>
    rowsOf(cell).map(rowOf),
  );
  const runs = cells.flatMap((rows, cell) =>
    rows.flatMap((row, at) => {
      const between = at > 0 ? ' ' : cell > 0 ? '\t' : '';
      return row.runs.map((run, index) => (index === 0 ? { ...run, text: between + run.text } : run));
    }),
  );
  return { ...rowOf(items), runs, text: textOf(runs) };
}

/** A file may draw its letters in another order than they are read in. */
function inTreeOrder(items: readonly PageItem[]): PageItem[] {
  return items.toSorted((a, b) => (a.element?.at ?? 0) - (b.element?.at ?? 0));
}

/** An element may go on in the next column: there it begins above where it ended. */
function inColumns(items: readonly PageItem[]): PageItem[][] {
  const parts: PageItem[][] = [];
  let lowest = -Infinity;
  for (const item of items) {
    if (parts.length === 0 || (item.y < lowest - 4 * item.size && item.element?.role !== 'row')) {
      parts.push([]);
      lowest = -Infinity;
    }
    parts.at(-1)?.push(item);
    lowest = Math.max(lowest, item.y);
  }
  return parts;
}

function withPictures(lines: readonly Line[], { pictures }: PageText, page: number): Line[] {
  const all = [...lines];
  for (const { x, end, y, height } of pictures) {
    const over = lines.filter((line) => line.y < y && line.y > y - height && line.x < end && line.end > x);
    if (over.length > mostOver) continue;
    const at = all.findIndex((line) => line.y > y && line.x < end && line.end > x);
    const near = all[at] ?? all.at(-1);
    const made: Line = {
      runs: [{ text: '[▫]', bold: false, italic: false, shift: null, href: null }],
      text: '[▫]',
      page,
      part: near?.part ?? -1,
      x,
      y,
      end,
      size: near?.size ?? 10,
      firstWord: 0,
      cells: [],
      hasEvenGaps: false,
      column: near?.column ?? [x, end],
      element: null,
      isPicture: true,
    };
    all.splice(at < 0 ? all.length : at, 0, made);
  }
  return all;
}

/** Where the lines of a column begin and end, but for a few. */
function edgesOf(rows: readonly { readonly x: number; readonly end: number }[]): readonly [number, number] {
  const usual = (values: number[]): number => {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 10)] ?? 0;
  };
  return [usual(rows.map(({ x }) => x)), -usual(rows.map(({ end }) => -end))];
}
