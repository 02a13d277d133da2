/** The value in the middle; of an even number the mean of the two. Throws for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that a `share` (0 to 1) of the values do not exceed, interpolated. Throws for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) throw new Error('no values to take a percentile of');
  return low + (high - low) * (at - Math.floor(at));
}

/** `12.3 ms`, `4 ms`. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** `1.23` as `1.2 x`. */
export function ratio(value: number, peer: number): string {
  return `${(value / peer).toFixed(value / peer < 10 ? 2 : 1)} x`;
}

/** Bytes as `12.3 MB` (10^6). */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
