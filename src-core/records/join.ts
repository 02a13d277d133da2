import type { AnyRecord } from './schema.ts';

/**
 * Of two versions of a record the one that counts: the newer `modified`, tombstones included; of two with the same
 * `modified` the greater canonical JSON, so that every device chooses the same whatever it read first.
 */
export function winner(a: AnyRecord, b: AnyRecord): AnyRecord {
  if (a.modified !== b.modified) return a.modified > b.modified ? a : b;
  if (a === b || JSON.stringify(a) === JSON.stringify(b)) return a;
  return canonical(a) >= canonical(b) ? a : b;
}

/** The join of several sets of records, tombstones included: commutative, associative and idempotent. */
export function join(...sets: Iterable<AnyRecord>[]): Map<string, AnyRecord> {
  const joined = new Map<string, AnyRecord>();
  for (const set of sets) {
    for (const record of set) {
      const known = joined.get(record.id);
      joined.set(record.id, known === undefined ? record : winner(known, record));
    }
  }
  return joined;
}

/** JSON with the keys of every object sorted, so that equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Whether two versions of a record say the same, `modified` aside. */
export function sameContent(a: AnyRecord, b: AnyRecord): boolean {
  if (a === b || a.deleted !== b.deleted) return a === b;
  return canonical({ ...a, modified: '' }) === canonical({ ...b, modified: '' });
}
