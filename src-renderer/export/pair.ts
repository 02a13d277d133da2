import type { WorkEntry } from '#main/api/shapes.ts';

/** The editions that stand beside each other when a work is given out: those that are read, else the original and a translation. */
export function firstPair({ work, editions, reading }: WorkEntry): [string, string] | null {
  const has = (id: string): boolean => editions.some((one) => one.id === id);
  const read = reading?.editions;
  if (read !== undefined && read[0] !== read[1] && has(read[0]) && has(read[1])) {
    // The original is the source of a translation memory, wherever it stands on the screen.
    return read[1] === work.original ? [read[1], read[0]] : [read[0], read[1]];
  }
  const original = editions.find(({ id }) => id === work.original) ?? editions[0];
  const other = editions.find(({ id }) => id !== original?.id);
  return original === undefined || other === undefined ? null : [original.id, other.id];
}
