import { formOf } from '#core/glossary/refusals.ts';
import { language } from '#core/language/language.ts';
import { noChange } from '#core/records/change.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import { commit } from '#renderer/app/commit.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { TextPlace } from './glossary-state.ts';
import { targetOf } from './meant-word.ts';
import { changeGlossary } from './set-level.ts';
import { canChange } from './keep.ts';

/** Says of one place that it is not this term. */
export function rejectHere(term: Term, place: TextPlace): void {
  const work = openedWork.getState().current;
  const target = targetOf({ place });
  if (work === null || target === null || !canChange()) return;
  const mismatch: Mismatch = { id: crypto.randomUUID(), kind: 'mismatch', modified: '', term: term.id, target };
  commit(work.id, { ...noChange, added: [mismatch] }, 'glossary:undo.rejectHere');
  notify({
    kind: 'done',
    message: 'glossary:done.rejectedHere',
    values: { form: target.quote.exact, headword: term.headword },
    undoable: true,
  });
}

/** Says of a form that it is never this term. `form` is as it stands in a text. */
export function rejectForm(term: Term, form: string): void {
  const spelled = formOf(form, language(term.language));
  const rejection: Rejection = {
    id: crypto.randomUUID(),
    kind: 'rejection',
    modified: '',
    term: term.id,
    form: spelled,
  };
  if (!changeGlossary({ ...noChange, added: [rejection] }, 'rejectForm')) return;
  notify({
    kind: 'done',
    message: 'glossary:done.rejectedForm',
    values: { form: spelled, headword: term.headword },
    undoable: true,
  });
}

/** Lets a rejected form be the term again. */
export function allowForm(rejection: Rejection): void {
  changeGlossary({ ...noChange, removed: [rejection] }, 'allow');
}

/** Lets a place be the term again. */
export function allowHere(mismatch: Mismatch): void {
  const work = openedWork.getState().current;
  if (work !== null && canChange()) commit(work.id, { ...noChange, removed: [mismatch] }, 'glossary:undo.allow');
}
