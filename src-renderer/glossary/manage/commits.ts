import { mergeChange, renamedChange } from '#core/glossary/merge.ts';
import type { Change } from '#core/records/change.ts';
import type { Term, TermLevel } from '#core/records/term.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { commit, commitTogether } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import type { ScopedChange } from '#renderer/app/undo.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { categorised, replacedChange, written, type ReplacedGloss, type TextColumn } from './changes.ts';
import { levelled } from '../levels.ts';
import { largestChange } from './read-file.ts';

/** Is a change too big for one step? */
export function isTooBig(change: Change): boolean {
  return new Blob([JSON.stringify(change)]).size > largestChange;
}

/**
 * Does something to entries as one step; refuses what one step cannot hold. Of more than one that changed it is said how many
 * they were. Gives whether it was done.
 */
function commitMany(
  change: Change | null,
  label: string,
  message: string,
  count: number,
  inWorks: readonly ScopedChange[] = [],
): boolean {
  if (change === null) return false;
  if (isTooBig(change) || inWorks.some((one) => isTooBig(one.change))) {
    notify({ kind: 'failure', failure: new ApiFailure('too-large', '', null) });
    return false;
  }
  commitTogether([{ scope: null, change }, ...inWorks], label);
  const changed = change.updated.length + change.removed.length;
  if (changed > 1) {
    const formatted = formatNumber(count, currentLanguage());
    notify({ kind: 'done', message, values: { count, formatted }, undoable: true });
  }
  return true;
}

/** Gives entries a level, or takes it away (`null`): one step. */
export function setLevel(terms: readonly Term[], level: TermLevel | null): void {
  const change = levelled(terms, level);
  commitMany(change, 'glossary:manage.undo.level', 'glossary:manage.done.changed', change?.updated.length ?? 0);
}

/** Puts entries into a category: one step. */
export function setCategory(terms: readonly Term[], category: Term['category']): void {
  const change = categorised(terms, category);
  commitMany(change, 'glossary:manage.undo.category', 'glossary:manage.done.changed', change?.updated.length ?? 0);
}

/** Writes in a cell; nothing when it says the same. */
export function writeCell(term: Term, column: TextColumn, typed: string): void {
  const change = written(term, column, typed);
  if (change !== null) commit(null, change, 'glossary:undo.edit');
}

/** Replaces in glosses what was shown: one step. */
export function replaceGlosses(glosses: readonly ReplacedGloss[]): void {
  const change = replacedChange(glosses);
  commitMany(change, 'glossary:manage.undo.replace', 'glossary:manage.done.changed', change.updated.length);
}

/**
 * Makes one entry of each group, of which the first is kept: one step. Cards, refused forms and the places refused in works go
 * with it. Gives whether it was done.
 *
 * @throws ApiFailure when the cards or the places cannot be read; then nothing is changed
 */
export async function mergeTerms(groups: readonly (readonly Term[])[]): Promise<boolean> {
  const terms = groups.flatMap((group) => group.map(({ id }) => id));
  const [{ cards }, { works }] = await Promise.all([
    answer(api.review.$get()),
    answer(api.library.mismatches.$post({ json: { terms } })),
  ]);
  const change = mergeChange(groups, [...library.getState().rejections.values(), ...cards]);
  const inWorks = works.flatMap(({ work, mismatches }): ScopedChange[] => {
    const renamed = renamedChange(groups, mismatches);
    return renamed === null ? [] : [{ scope: work, change: renamed }];
  });
  return commitMany(change, 'glossary:manage.undo.merge', 'glossary:manage.done.merged', groups.length, inWorks);
}
