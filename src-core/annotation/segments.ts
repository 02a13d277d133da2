/** A stretch of text under the same annotations. */
export interface Segment {
  start: number;
  end: number;
  /** Ids of all annotations over it, in the order in which they were given. */
  ids: string[];
}

/**
 * Cuts overlapping ranges into stretches that do not overlap, in text order; text under no range is in none. Empty ranges
 * are left out; of two ranges with one id that meet, the id is named once.
 */
export function segments(ranges: readonly { id: string; start: number; end: number }[]): Segment[] {
  const begins = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  ranges.forEach((range, index) => {
    if (range.start >= range.end) return;
    begins.set(range.start, [...(begins.get(range.start) ?? []), index]);
    ends.set(range.end, [...(ends.get(range.end) ?? []), index]);
  });
  const edges = [...new Set([...begins.keys(), ...ends.keys()])].toSorted((a, b) => a - b);
  const open = new Set<number>();
  const cut: Segment[] = [];
  let start = 0;
  for (const edge of edges) {
    if (open.size > 0) {
      const inOrder = [...open].toSorted((a, b) => a - b);
      cut.push({ start, end: edge, ids: [...new Set(inOrder.flatMap((index) => ranges[index]?.id ?? []))] });
    }
    for (const index of ends.get(edge) ?? []) open.delete(index);
    for (const index of begins.get(edge) ?? []) open.add(index);
    start = edge;
  }
  return cut;
}
