import type { Term, TermLevel } from '#core/records/term.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { added, edited, removed, type TermDraft } from './draft.ts';

/** May the glossary be changed? Not when another program holds the library or a newer one wrote it. */
export function canChange(): boolean {
  const { state } = library.getState();
  return state !== null && state.readOnly === null;
}

/** Keeps a draft as a new entry, with a level where one was given. Gives its id. */
export function addTerm(draft: TermDraft, level: TermLevel | null = null): string {
  const id = crypto.randomUUID();
  commit(null, added(draft, id, openedWork.getState().current?.id ?? null, level), 'glossary:undo.add');
  notify({ kind: 'done', message: 'glossary:done.added', values: { headword: draft.headword.trim() }, undoable: true });
  return id;
}

/** Makes an entry what the draft says; nothing when it says so already. */
export function editTerm(term: Term, draft: TermDraft): void {
  const change = edited(term, draft);
  if (change !== null) commit(null, change, 'glossary:undo.edit');
}

/** Deletes entries: one step, which can be undone at once. */
export function deleteTerms(terms: readonly Term[]): void {
  if (terms.length === 0) return;
  commit(null, removed(terms), 'glossary:undo.delete');
  notify({ kind: 'done', message: 'glossary:done.deleted', values: { count: terms.length }, undoable: true });
}
