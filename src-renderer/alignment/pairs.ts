import type { OpenWork } from '#renderer/app/work-store.ts';

/**
 * The alignment that is worked on for two editions that stand side by side: theirs, where one of them is the original or they have
 * one; else, for two translations, that of the original with the right one. `null` for an edition beside itself.
 */
export function alignmentOf(
  { work, alignments, editions }: Pick<OpenWork, 'work' | 'alignments' | 'editions'>,
  [left, right]: readonly [string, string],
): string | null {
  const { original } = work;
  if (left === right) {
    // One edition in both panes: its alignment with the original, or the original's with the first translation.
    const other = left === original ? editions.find(({ id }) => id !== original)?.id : left;
    return other === undefined ? null : `${original}~${other}`;
  }
  if (left === original) return `${left}~${right}`;
  if (right === original) return `${right}~${left}`;
  const own = [`${left}~${right}`, `${right}~${left}`].find((name) => alignments[name] !== undefined);
  return own ?? `${original}~${right}`;
}

/** All alignments of a work: of its original with each translation, and those that were made between translations. */
export function alignmentsOf({
  work,
  alignments,
  editions,
}: Pick<OpenWork, 'work' | 'alignments' | 'editions'>): string[] {
  const own = editions.filter(({ id }) => id !== work.original).map(({ id }) => `${work.original}~${id}`);
  return [...new Set([...own, ...Object.keys(alignments)])];
}

/** Was nothing aligned yet? Then every paragraph stands alone, and none of them so on purpose. */
export function isUnaligned({ alignments }: Pick<OpenWork, 'alignments'>, alignment: string): boolean {
  return (alignments[alignment] ?? []).every(
    ({ source, target, intended }) => (source.length === 0 || target.length === 0) && intended !== true,
  );
}
