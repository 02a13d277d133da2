import type { Reading } from '#core/records/preference.ts';
import type { Arrangement } from './arrangement.ts';
import type { Column } from './column.ts';
import type { Columns } from './columns.ts';

/**
 * Where the text is read: the paragraph at the top of the view and how far it is scrolled past. `above` is kept beside
 * them for what a fraction cannot say: how many CSS pixels the paragraph begins below the top.
 */
export type Position = NonNullable<Reading['position']>;

/** The position shown now, `top` being the upper edge of the view in the window; `null` while no text is there. */
export function readPosition(columns: Iterable<Column>, top: number): Position | null {
  let below: { element: HTMLElement; top: number } | null = null;
  const ordered = [...columns].toSorted((a, b) => (a.side === b.side ? 0 : a.side === 'source' ? -1 : 1));
  for (const column of ordered) {
    const box = column.dom.getBoundingClientRect();
    if (box.bottom <= top) continue;
    const element = firstEndingBelow(column, top);
    if (element === null) continue;
    const place = element.getBoundingClientRect();
    if (place.top <= top) {
      return { paragraph: paragraphOf(element), fraction: (top - place.top) / Math.max(1, place.height) };
    }
    if (below === null || place.top < below.top - 1) below = { element, top: place.top };
  }
  if (below === null) return null;
  return { paragraph: paragraphOf(below.element), fraction: 0, above: Math.round((below.top - top) * 100) / 100 };
}

function paragraphOf(element: HTMLElement): string {
  return element.dataset.paragraph ?? '';
}

/** The first paragraph of a column whose end lies below `top`; their ends follow each other, so by halving. */
function firstEndingBelow(column: Column, top: number): HTMLElement | null {
  const { children } = column.dom;
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.getBoundingClientRect().bottom ?? Infinity) > top) high = middle;
    else low = middle + 1;
  }
  const found = children[low];
  return found instanceof HTMLElement ? found : null;
}

/** How far to scroll on so that `position` is shown; `null` when its paragraph is not mounted. */
export function distanceTo(position: Position, columns: Columns, top: number): number | null {
  const element = columns.element(position.paragraph);
  if (element === null) return null;
  const place = element.getBoundingClientRect();
  const above = typeof position.above === 'number' ? position.above : 0;
  return place.top + place.height * position.fraction - above - top;
}

/**
 * The position in an arrangement that may not have the position's edition: the paragraph itself, or the one aligned with
 * it, or the one at the same place in its edition; `null` in an arrangement without text.
 */
export function positionIn(
  arrangement: Arrangement,
  position: Position,
  before: Arrangement | null,
  placeOf: (paragraph: string) => { index: number; of: number } | null,
): Position | null {
  if (arrangement.index.has(position.paragraph)) return position;
  const link = before?.index.get(position.paragraph)?.link;
  const aligned = [...(link?.source ?? []), ...(link?.target ?? [])].find((id) => arrangement.index.has(id));
  if (aligned !== undefined) return { ...position, paragraph: aligned };
  const place = placeOf(position.paragraph);
  const at = Math.floor(((place?.index ?? 0) / Math.max(1, place?.of ?? 1)) * arrangement.links.length);
  const near = arrangement.links[at] ?? arrangement.links[0];
  const first = near?.source[0] ?? near?.target[0];
  return first === undefined ? null : { paragraph: first, fraction: 0 };
}
