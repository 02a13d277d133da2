import type { PageItem } from './page-text.ts';

/** An item with the transformation that places it, from the upper left corner of the page. */
type Placed = PageItem & { readonly matrix: readonly number[] };

/** Sine of the largest angle at which text still stands in lines. */
const mostTilt = 0.1;
/** The same letters drawn again so near, as a share of their size, are a way to make them bold. */
const twice = 0.12;

/**
 * The items of a page in the direction that most of its letters have: a table may stand across the page. What is turned another
 * way is a stamp or a note at the margin, and left out. Letters that are drawn twice to be bold are there once, and bold.
 */
export function uprightItems(
  items: readonly Placed[],
  { width, height }: { readonly width: number; readonly height: number },
): { items: PageItem[]; width: number; height: number } {
  const letters = [0, 0, 0, 0];
  for (const item of items) {
    const turn = turnOf(item.matrix);
    if (turn !== null) letters[turn] = (letters[turn] ?? 0) + item.text.length;
  }
  const turn = letters.indexOf(Math.max(...letters));
  const upright: PageItem[] = [];
  for (const { matrix, ...item } of items) {
    if (turnOf(matrix) !== turn) continue;
    const [, , , , e = 0, f = 0] = matrix;
    const [x, y] =
      turn === 0 ? [e, f] : turn === 1 ? [f, width - e] : turn === 2 ? [width - e, height - f] : [height - f, e];
    addOnce(upright, { ...item, x, y });
  }
  return { items: upright, width: turn % 2 === 0 ? width : height, height: turn % 2 === 0 ? height : width };
}

/** Quarters of a turn, clockwise; `null` for what stands askew. */
function turnOf([a = 0, b = 0]: readonly number[]): number | null {
  const length = Math.hypot(a, b);
  if (length === 0) return null;
  if (Math.abs(b) < mostTilt * length) return a > 0 ? 0 : 2;
  if (Math.abs(a) < mostTilt * length) return b > 0 ? 1 : 3;
  return null;
}

function addOnce(items: PageItem[], item: PageItem): void {
  // It follows the first at once, or after the rest of its line.
  for (let at = items.length - 1; at >= Math.max(0, items.length - 6); at -= 1) {
    const other = items[at];
    if (other?.text !== item.text) continue;
    const near = twice * item.size;
    if (Math.abs(other.x - item.x) > near || Math.abs(other.y - item.y) > near) continue;
    items[at] = { ...other, bold: true };
    return;
  }
  items.push(item);
}
