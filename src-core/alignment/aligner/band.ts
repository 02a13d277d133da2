/**
 * The part of the plane of positions (source, target) that is looked at: at source position `i` the target positions
 * `low[i]` to `high[i]`, both within. Positions are between units: 0 is before the first. Both rise with `i`.
 */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where a row begins in arrays of cells; the last entry is the number of cells. */
  readonly offsets: Int32Array;
}

/** Makes a band of its rows. */
export function makeBand(low: Int32Array, high: Int32Array): Band {
  const offsets = new Int32Array(low.length + 1);
  for (let i = 0; i < low.length; i++) offsets[i + 1] = (offsets[i] ?? 0) + (high[i] ?? 0) - (low[i] ?? 0) + 1;
  return { low, high, offsets };
}

/** The cell of a position, or -1 outside the band. */
export function cellOf({ low, high, offsets }: Band, i: number, j: number): number {
  if (i < 0 || i >= low.length) return -1;
  const from = low[i] ?? 0;
  return j < from || j > (high[i] ?? -1) ? -1 : (offsets[i] ?? 0) + j - from;
}

/** The band of positions at most `margin` from any cell of the given rows; `first` and `last` may be empty where first > last. */
export function bandAround(first: Int32Array, last: Int32Array, target: number, margin: number): Band {
  const rows = first.length;
  const low = new Int32Array(rows);
  const high = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    let from = target;
    let to = 0;
    for (let near = Math.max(0, i - margin); near <= Math.min(rows - 1, i + margin); near++) {
      from = Math.min(from, first[near] ?? target);
      to = Math.max(to, last[near] ?? 0);
    }
    low[i] = Math.max(0, from - margin);
    high[i] = Math.min(target, to + margin);
  }
  low[0] = 0;
  high[rows - 1] = target;
  for (let i = 1; i < rows; i++) high[i] = Math.max(high[i] ?? 0, high[i - 1] ?? 0);
  for (let i = rows - 2; i >= 0; i--) low[i] = Math.min(low[i] ?? 0, low[i + 1] ?? 0);
  return makeBand(low, high);
}
