import { newCards } from '#core/review/make.ts';
import { noChange } from '#core/records/change.ts';
import type { Term } from '#core/records/term.ts';
import { studySettings } from '#core/review/study.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { held } from '#renderer/review/held.ts';
import { readReview } from '#renderer/review/load.ts';
import { changeGlossary } from './set-level.ts';

/** Makes cards for a term with the faces that the reader reviews by. A card that is there already stays as it is. */
export function addToReview(term: Term, hasSentence: boolean): void {
  // Which cards are there is known once they were read.
  void readReview().then((isRead) => {
    if (isRead) add(term, hasSentence);
  });
}

function add(term: Term, hasSentence: boolean): void {
  const subject = { type: 'term', term: term.id } as const;
  const hasTranslation = Object.values(term.glosses).some((senses) => senses.length > 0);
  const { faces } = studySettings(library.getState().state?.study ?? null);
  const possible = newCards([{ subject, hasSentence, hasTranslation }], faces, () => false, Date.now());
  const values = { headword: term.headword };
  if (possible.length === 0) {
    notify({ kind: 'done', message: 'glossary:done.noCard', values, undoable: false });
    return;
  }
  const { cards: known } = held.getState();
  const cards = possible.filter(({ id }) => !known.has(id));
  if (cards.length > 0 && !changeGlossary({ ...noChange, added: cards }, 'review')) return;
  notify({ kind: 'done', message: 'glossary:done.review', values, undoable: cards.length > 0 });
}
