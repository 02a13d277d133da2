import type { PageItem } from './page-text.ts';

/** A letter so much larger than the text beside it, that goes down beside so many lines at least, begins a chapter. */
const larger = 1.7;
const leastLines = 2;

/**
 * Items with large first letters of chapters put where they are read: at the beginning of the first of the lines that stand beside
 * them, in the size of the text.
 */
export function withDropCaps(items: readonly PageItem[]): PageItem[] {
  const caps = items.filter(({ text }) => /^[\p{Ps}\p{Pi}"]?\p{Lu}$/u.test(text.trim()));
  if (caps.length === 0) return [...items];
  const moved = new Map<PageItem, PageItem>();
  const shifted = new Map<PageItem, PageItem>();
  for (const cap of caps) {
    const end = cap.x + cap.width;
    const beside = items.filter(
      (item) =>
        item !== cap &&
        item.size * larger < cap.size &&
        item.x >= end - 1 &&
        item.x < end + item.size &&
        item.y > cap.y - cap.size * 0.85 &&
        item.y < cap.y + item.size * 0.35,
    );
    const heights = [...new Set(beside.map(({ y }) => Math.round(y)))].toSorted((a, b) => a - b);
    if (heights.length < leastLines) continue;
    const first = beside.find(({ y }) => Math.round(y) === heights[0]);
    if (first === undefined) continue;
    // Without a gap: the rest of the word follows.
    moved.set(cap, {
      ...cap,
      size: first.size,
      y: first.y,
      x: cap.x,
      width: Math.max(first.x - cap.x, 1),
      bold: first.bold,
    });
    // The lines below begin where the letter does, or they would look like paragraphs of their own.
    for (const item of beside) {
      if (Math.round(item.y) !== heights[0]) {
        shifted.set(item, { ...item, x: cap.x, width: item.x + item.width - cap.x });
      }
    }
  }
  return items.map((item) => moved.get(item) ?? shifted.get(item) ?? item);
}
