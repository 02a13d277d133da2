import { generateNKeysBetween } from 'fractional-indexing';

/** Sorts by `order`, and by `id` where two devices gave the same. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * `count` orders that rise between two neighbours' (`null`: the start, the end). Orders read from a file can be anything:
 * where nothing fits between them (they are equal, or no fractional index) the new ones begin with `before`'s, so they
 * stand after it, and their own ids decide the rest. Never throws.
 */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  try {
    const keys = generateNKeysBetween(before, after, count);
    if (rising([...(before === null ? [] : [before]), ...keys, ...(after === null ? [] : [after])])) return keys;
  } catch {
    // The library throws at orders that it did not make.
  }
  return generateNKeysBetween(null, null, count).map((key) => `${before ?? ''}${key}`);
}

function rising(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
}
