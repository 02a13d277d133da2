import { noChange } from '#core/records/change.ts';
import type { Term, TermLevel } from '#core/records/term.ts';
import type { WordToLearn } from '#main/api/coverage-shapes.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { bareTerm, freeHeadword } from '#renderer/glossary/levels.ts';
import { changeGlossary, setLevel } from '#renderer/glossary/set-level.ts';

/** What stays the same of a word to learn while it is counted anew. */
export function keyOf({ term, headword }: Pick<WordToLearn, 'term' | 'headword'>): string {
  return term === null ? `guessed ${headword}` : `term ${term}`;
}

/** Gives a word of the list a level: its term, or a new entry with the headword that was guessed for it. */
export function learnWord(word: WordToLearn, language: string, level: TermLevel): void {
  const { terms } = library.getState();
  const term = word.term === null ? undefined : terms.get(word.term);
  if (term !== undefined) {
    setLevel([term], level);
    return;
  }
  // Where an entry has that headword and yet not this form, the form gets an entry of its own.
  const headword = freeHeadword([word.headword, word.form], language, terms.values());
  const work = openedWork.getState().current?.id ?? null;
  const added: Term = bareTerm({ id: crypto.randomUUID(), language, headword }, level, work);
  changeGlossary({ ...noChange, added: [added] }, 'word');
}
