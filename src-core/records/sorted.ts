import type { Replaced } from './replaced.ts';
import type { AnyRecord } from './schema.ts';

type Compare<R> = (a: R, b: R) => number;

/**
 * A sorted list of all live records of a kind after some of them were replaced. The list itself stays as it is.
 *
 * @param compare tells any two records of the list apart
 */
export function withReplaced<R extends AnyRecord>(
  list: readonly R[],
  kind: R['kind'],
  compare: Compare<R>,
  replaced: readonly Replaced[],
): R[] {
  const isOne = (record: AnyRecord | null): record is R => record?.kind === kind && record.deleted !== true;
  const next = [...list];
  for (const { before, after } of replaced) {
    if (isOne(before)) {
      const at = place(next, before, compare);
      if (next[at]?.id === before.id) next.splice(at, 1);
    }
    if (isOne(after)) next.splice(place(next, after, compare), 0, after);
  }
  return next;
}

/** Where a record stands in a sorted list, or would. */
function place<R>(list: readonly R[], record: R, compare: Compare<R>): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, record) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
