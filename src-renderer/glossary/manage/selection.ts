/** Rows that are selected, by their keys, and from where a range is extended. */
export interface RowSelection {
  keys: ReadonlySet<string>;
  /** The row that was selected or given back last. */
  anchor: string | null;
}

export const nothingSelected: RowSelection = { keys: new Set(), anchor: null };

/** Selects a row, or gives it back. */
export function toggled({ keys }: RowSelection, key: string): RowSelection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** Selects all rows from the anchor to `key`, in the order in which they are listed. */
export function extended({ keys, anchor }: RowSelection, key: string, listed: readonly string[]): RowSelection {
  const to = listed.indexOf(key);
  const from = anchor === null ? to : listed.indexOf(anchor);
  const start = Math.min(from < 0 ? to : from, to);
  const range = listed.slice(start, Math.max(from, to) + 1);
  return { keys: new Set([...keys, ...range]), anchor: anchor ?? key };
}

/** Selects just the rows from `from` to `to`, in the order in which they are listed. */
export function ranged(from: string, to: string, listed: readonly string[]): RowSelection {
  return { keys: extended({ keys: new Set(), anchor: from }, to, listed).keys, anchor: from };
}

/** Selects all listed rows; none, where all are selected. */
export function toggledAll({ keys }: RowSelection, listed: readonly string[]): RowSelection {
  const every = listed.length > 0 && listed.every((key) => keys.has(key));
  return every ? nothingSelected : { keys: new Set(listed), anchor: null };
}
