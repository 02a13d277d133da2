import type { Change } from '#core/records/change.ts';
import type { Work } from '#core/records/work.ts';

/** The change that gives a work the reader's own name; an empty one gives it back its titles. `null` when nothing changes. */
export function renaming(work: Work, name: string): Change | null {
  const trimmed = name.trim();
  if (trimmed === (work.titles.und ?? '')) return null;
  const titles = { ...work.titles };
  delete titles.und;
  const next: Work = { ...work, titles: trimmed === '' ? titles : { ...titles, und: trimmed } };
  return { added: [], updated: [[work, next]], removed: [] };
}

/** The change that deletes a work. */
export function deleting(work: Work): Change {
  return { added: [], updated: [], removed: [work] };
}
