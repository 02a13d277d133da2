import type { Change } from '#core/records/change.ts';
import { noChange } from '#core/records/change.ts';
import type { Term, TermLevel } from '#core/records/term.ts';
import { readOnlyReason } from '#renderer/annotations/edit.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { levelled } from './levels.ts';
import { entryFor, type MeantWord } from './meant-word.ts';

/** Does a change of the glossary under an undo label of this namespace; where nothing can be changed, says why. */
export function changeGlossary(change: Change | null, label: string): boolean {
  if (change === null) return false;
  const reason = readOnlyReason();
  if (reason !== null) {
    notify({ kind: 'done', message: `annotations:${reason.key}`, values: reason.values, undoable: false });
    return false;
  }
  commit(null, change, `glossary:undo.${label}`);
  return true;
}

/** Gives terms a level; `null` takes it away. */
export function setLevel(terms: readonly Term[], level: TermLevel | null): void {
  changeGlossary(levelled(terms, level), 'level');
}

/** Gives a word of the text a level: its terms, or where it has none, a new entry. */
export function setLevelOf(word: MeantWord, level: TermLevel): void {
  const known = library.getState().terms;
  const terms = word.terms.flatMap((id) => known.get(id) ?? []);
  if (terms.length > 0) setLevel(terms, level);
  else changeGlossary({ ...noChange, added: [entryFor(word, level)] }, 'word');
}
