import type { Command, Key } from '#renderer/app/commands.ts';
import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { focusInText, pointedAnnotations } from '#renderer/annotations/focus.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { emptyDraft } from './draft.ts';
import { closeTool, glossaryView, openTool, type TextPlace } from './glossary-state.ts';
import { pointedTerm } from './lit.ts';
import { guessHeadwords, selectedWord } from './meant-word.ts';

export const addKey: Key = { code: 'KeyG' };
export const marksKey: Key = { code: 'KeyG', alt: true };

/**
 * Opens the form for a new entry: for what is selected in the text, else an empty one for the original's language. A form of a
 * word is entered under the headword that the text suggests.
 */
export function addFromSelection(): void {
  const { selection } = readerView.getState();
  const target = selection?.targets[0] ?? null;
  const work = openedWork.getState().current;
  const edition = work?.editions.find(({ id }) => id === (selection?.edition ?? work.work.original));
  const marked = pointedTerm.getState().current;
  const isMarked = target !== null && marked !== null && samePlace(marked.place, target);
  openTool({
    kind: 'add',
    draft: emptyDraft(edition?.language ?? 'kk', headwordOfWhole(target) ?? selection?.text),
    target,
    over: isMarked ? marked.terms : [],
  });
}

/** The likeliest headword of a whole word that is selected and in no term; `null` for a phrase, or a part of a word. */
function headwordOfWhole(target: TextPlace | null): string | null {
  const word = selectedWord();
  if (target === null || word === null || word.terms.length > 0 || !samePlace(word.place, target)) return null;
  return guessHeadwords(word)[0] ?? null;
}

function samePlace(a: TextPlace, b: TextPlace): boolean {
  return a.paragraph === b.paragraph && a.start === b.start && a.end === b.end;
}

/** Shows or hides the marks of the glossary in the text. */
export function toggleMarks(): void {
  const now = readingNow();
  if (now !== null) updateReading({ marksHidden: now.marksHidden !== true });
}

/** What the glossary can do while a work is open. */
export const glossaryCommands: readonly Command[] = [
  {
    id: 'glossary.add',
    name: 'glossary:command.add',
    group: 'glossary:group',
    keys: [addKey],
    run: addFromSelection,
  },
  {
    id: 'glossary.card',
    name: 'glossary:command.card',
    group: 'glossary:group',
    keys: [{ code: 'Enter' }, { code: 'KeyG', shift: true }],
    // Where the word cursor is; a word under the pointer is pressed.
    enabled: () => {
      const word = focusInText() && glossaryView.getState().open === null ? selectedWord() : null;
      // Of a highlighted word that is in no term, Enter opens the highlight.
      return word !== null && (word.terms.length > 0 || pointedAnnotations().length === 0);
    },
    run: () => {
      const word = selectedWord();
      if (word === null) return;
      const { terms, place } = word;
      openTool(terms.length > 0 ? { kind: 'card', terms, place } : { kind: 'word', place });
    },
  },
  {
    id: 'glossary.marks',
    name: 'glossary:command.marks',
    group: 'glossary:group',
    keys: [marksKey],
    run: toggleMarks,
  },
  {
    id: 'glossary.close',
    name: 'glossary:command.close',
    group: 'glossary:group',
    keys: [{ code: 'Escape' }],
    enabled: () => ['card', 'word', 'beside'].includes(glossaryView.getState().open?.kind ?? ''),
    run: closeTool,
  },
];
