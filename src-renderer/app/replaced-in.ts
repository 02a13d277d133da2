import type { AnyRecord } from '#core/records/schema.ts';

/** A map of records of one kind with those of `records` in their places; the same map when none is of that kind. */
export function replacedIn<R extends AnyRecord>(
  map: ReadonlyMap<string, R>,
  kind: R['kind'],
  records: readonly AnyRecord[],
): ReadonlyMap<string, R> {
  const isOne = (record: AnyRecord): record is R => record.kind === kind;
  const news = records.filter(isOne);
  if (news.length === 0) return map;
  const next = new Map(map);
  for (const record of news) {
    if (record.deleted) next.delete(record.id);
    else next.set(record.id, record);
  }
  return next;
}
