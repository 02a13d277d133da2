import { newCards } from '#core/review/make.ts';
import { noChange } from '#core/records/change.ts';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { changeGlossary } from './set-level.ts';

/** Makes cards for a term with the faces that the reader reviews by. A card that is there already keeps its answers. */
export function addToReview(term: Term, hasSentence: boolean): void {
  const subject = { type: 'term', term: term.id } as const;
  const hasTranslation = Object.values(term.glosses).some((senses) => senses.length > 0);
  const faces = library.getState().state?.study?.faces ?? ['word'];
  const cards = newCards([{ subject, hasSentence, hasTranslation }], faces, () => false, Date.now());
  const values = { headword: term.headword };
  if (cards.length === 0) {
    notify({ kind: 'done', message: 'glossary:done.noCard', values, undoable: false });
    return;
  }
  if (!changeGlossary({ ...noChange, added: cards }, 'review')) return;
  notify({ kind: 'done', message: 'glossary:done.review', values, undoable: true });
}
