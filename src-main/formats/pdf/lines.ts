import type { Line, PageItem, PageText } from './page-text.ts';

/** Runs whose base lines differ by less than this share of their size stand in one line. */
const sameLine = 0.45;
/** A gap wider than so many times the size parts columns; a narrower one, from this share on, is a space. */
const columnGap = 1.6;
const space = 0.18;
/** Of the lines of a page so many may cross the gap between two columns: titles, figures. */
const mostCrossing = 0.2;
/** Each column has at least so many lines. */
const leastLines = 4;

/** Part of a line without a wide gap. */
interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** The lines of a page in reading order: column by column, where it has two. */
export function linesOf({ items, width }: PageText, page: number): { lines: Line[]; hasColumns: boolean } {
  const fragments = fragmentsOf(items);
  const gap = gutter(fragments, width);
  if (gap === null) {
    const whole = joinFragments(fragments);
    const edges = edgesOf(whole);
    return { lines: whole.map((line) => ({ ...line, page, column: edges })), hasColumns: false };
  }
  const sideOf = ({ x, end }: Fragment): 'left' | 'right' | 'both' =>
    end <= gap ? 'left' : x >= gap ? 'right' : 'both';
  const sides = Map.groupBy(fragments, sideOf);
  const edges = {
    left: edgesOf(sides.get('left') ?? []),
    right: edgesOf(sides.get('right') ?? []),
    both: edgesOf(fragments),
  };
  const lines: Line[] = [];
  let waiting: Record<'left' | 'right', Fragment[]> = { left: [], right: [] };
  const flush = (): void => {
    for (const side of ['left', 'right'] as const) {
      lines.push(...joinFragments(waiting[side]).map((line) => ({ ...line, page, column: edges[side] })));
    }
    waiting = { left: [], right: [] };
  };
  for (const fragment of fragments) {
    const side = sideOf(fragment);
    if (side !== 'both') {
      waiting[side].push(fragment);
      continue;
    }
    flush();
    lines.push({ ...fragment, page, column: edges.both });
  }
  flush();
  return { lines, hasColumns: true };
}

/** Runs put together where no wide gap parts them; from above, and in a line from the left. */
function fragmentsOf(items: readonly PageItem[]): Fragment[] {
  const rows: PageItem[][] = [];
  for (const item of items.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSame = first !== undefined && Math.abs(item.y - first.y) < sameLine * Math.max(item.size, first.size);
    if (isSame) row?.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    const parts: PageItem[][] = [];
    for (const item of row.toSorted((a, b) => a.x - b.x)) {
      const before = parts.at(-1)?.at(-1);
      if (before !== undefined && item.x - (before.x + before.width) < columnGap * item.size) parts.at(-1)?.push(item);
      else parts.push([item]);
    }
    return parts.map(fragmentOf);
  });
}

function fragmentOf(items: readonly PageItem[]): Fragment {
  let text = '';
  let end: number | null = null;
  for (const item of items) {
    const isApart = end !== null && item.x - end > space * item.size && !text.endsWith(' ');
    text += isApart && !item.text.startsWith(' ') ? ` ${item.text}` : item.text;
    end = item.x + item.width;
  }
  const longest = items.reduce((best, item) => (item.text.length > best.text.length ? item : best));
  return { text: text.trim(), x: items[0]?.x ?? 0, y: longest.y, end: end ?? 0, size: longest.size };
}

/** Fragments of one line as one. */
function joinFragments(fragments: readonly Fragment[]): Fragment[] {
  const lines: Fragment[] = [];
  for (const fragment of fragments) {
    const before = lines.at(-1);
    if (
      before === undefined ||
      Math.abs(before.y - fragment.y) >= sameLine * fragment.size ||
      before.end > fragment.x
    ) {
      lines.push(fragment);
      continue;
    }
    const longer = before.text.length >= fragment.text.length ? before : fragment;
    lines[lines.length - 1] = {
      ...before,
      text: `${before.text} ${fragment.text}`,
      end: fragment.end,
      size: longer.size,
    };
  }
  return lines;
}

/** Where the gap between two columns is, from the left edge; `null` for a page of one. */
function gutter(fragments: readonly Fragment[], width: number): number | null {
  if (fragments.length < 2 * leastLines) return null;
  const candidates = new Set(
    fragments.filter(({ x }) => x > width * 0.25 && x < width * 0.75).map(({ x }) => Math.floor(x) - 1),
  );
  let best: { at: number; crossing: number } | null = null;
  for (const at of candidates) {
    const left = fragments.filter(({ end }) => end <= at).length;
    const right = fragments.filter(({ x }) => x >= at).length;
    const crossing = fragments.length - left - right;
    if (Math.min(left, right) < leastLines || crossing > fragments.length * mostCrossing) continue;
    // Columns stand beside each other; indented lines under others do not.
    if (beside(fragments, at) < Math.min(left, right) * 0.5) continue;
    if (best === null || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** How many lines have one on the other side of the gap. */
function beside(fragments: readonly Fragment[], at: number): number {
  const right = fragments.filter(({ x }) => x >= at);
  return fragments.filter(({ end, y, size }) => end <= at && right.some((one) => Math.abs(one.y - y) < size)).length;
}

function edgesOf(fragments: readonly Fragment[]): readonly [number, number] {
  const usual = (values: number[]): number => {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 10)] ?? 0;
  };
  return [usual(fragments.map(({ x }) => x)), -usual(fragments.map(({ end }) => -end))];
}
