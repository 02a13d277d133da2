import type { Line } from './page-text.ts';

/** Cells of two rows begin at the same place but for so much, as a share of the size. */
const near = 1.5;

/** Rows of two cells are a table from so many on: a wide space may stand above another by chance. */
const leastRows = 3;

/** The lines that are rows of tables: some under each other, parted at the same places; or by the tags of the file. */
export function tableRows(lines: readonly Line[]): ReadonlySet<Line> {
  const rows = new Set(lines.filter(({ element }) => element?.role === 'row'));
  let group: Line[] = [];
  const close = (): void => {
    const [first] = group;
    if (first !== undefined && group.length >= (first.cells.length > 1 ? 2 : leastRows)) {
      for (const row of group) rows.add(row);
    }
    group = [];
  };
  for (const [at, line] of lines.entries()) {
    const before = group.at(-1);
    if (line.element !== null || line.cells.length === 0 || isDrawnOut(line, lines[at - 1], lines[at + 1])) {
      close();
      continue;
    }
    if (before !== undefined && (before.page !== line.page || !areRows(before, line))) close();
    group.push(line);
  }
  close();
  return rows;
}

/** A line of text that goes to both edges with wide spaces: to those of its column, or of a block that stands apart in it. */
function isDrawnOut(line: Line, before: Line | undefined, next: Line | undefined): boolean {
  const { hasEvenGaps, end, column, size } = line;
  if (end > column[1] - (hasEvenGaps ? 1 : 0.1) * size) return true;
  return hasEvenGaps && [before, next].some((other) => other !== undefined && Math.abs(other.end - end) < 0.1 * size);
}

function areRows(a: Line, b: Line): boolean {
  if (a.cells.length !== b.cells.length) return false;
  if (b.y <= a.y || b.y - a.y > 4 * b.size) return false;
  const alike = a.cells.filter((x, at) => Math.abs(x - (b.cells[at] ?? Infinity)) < near * b.size).length;
  // Two cells that begin at the same place, or three with one that is set to the other side.
  return alike === a.cells.length || (a.cells.length > 1 && alike > 0);
}
