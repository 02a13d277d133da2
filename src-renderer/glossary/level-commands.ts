import type { Command, Key } from '#renderer/app/commands.ts';
import { focusInText } from '#renderer/annotations/focus.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { readingPlace } from '#renderer/app/reading-place.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term, TermLevel } from '#core/records/term.ts';
import { decidingTerm } from '#core/glossary/coverage.ts';
import { askedRest, readerControls } from '#renderer/reader/reader-state.ts';
import { glossaryView, openTool } from './glossary-state.ts';
import { levelKeys } from './level-keys.ts';
import { isLearned, marksOf, unmarkedWords } from './marks-layer.ts';
import { meantWord, selectedWord } from './meant-word.ts';
import { setLevel, setLevelOf } from './set-level.ts';
import { walkTo } from './walk.ts';
import { copySentence } from './word/copy.ts';

const group = 'glossary:wordGroup';

export const newWordsKey: Key = { code: 'KeyN', alt: true };

/** The term whose card is open. */
function cardTerm(): Term | null {
  const { open } = glossaryView.getState();
  if (open?.kind !== 'card') return null;
  return library.getState().terms.get(open.shown ?? open.terms[0] ?? '') ?? null;
}

function giveLevel(level: TermLevel): void {
  const term = cardTerm();
  const word = term === null ? meantWord() : null;
  if (term !== null) setLevel([term], level);
  else if (word !== null) setLevelOf(word, level);
}

function levelCommand(level: TermLevel, name: string): Command {
  return {
    id: `glossary.level-${level}`,
    name,
    group,
    keys: levelKeys[level],
    enabled: () => cardTerm() !== null || (glossaryView.getState().open === null && meantWord() !== null),
    run: () => {
      giveLevel(level);
    },
  };
}

/** Shows or hides which words are in no term. */
export function toggleNewWords(): void {
  const now = readingNow();
  if (now !== null) updateReading({ newWords: now.newWords !== true });
}

/** Is a word one of which the reader said nothing yet? Only in the language that is learned. */
function isNewWord(paragraph: Paragraph, start: number, end: number): boolean {
  if (!isLearned(paragraph.edition)) return false;
  const mark = marksOf(paragraph).find((one) => one.role === 'headword' && one.start < end && start < one.end);
  if (mark === undefined) return unmarkedWords(paragraph).some((word) => word[0] === start && word[1] === end);
  const { terms } = library.getState();
  const level = decidingTerm(mark.terms.flatMap((id) => terms.get(id) ?? []))?.level;
  // A phrase is met once, on its first word.
  return mark.start === start && (level === undefined || level === 'new');
}

function walkNew(step: 1 | -1): void {
  walkTo(step, isNewWord).then(
    (found) => {
      if (!found) notify({ kind: 'done', message: 'glossary:done.noNewWord', undoable: false });
    },
    (failure: unknown) => {
      notify({ kind: 'failure', failure: failure as ApiFailure });
    },
  );
}

function walking(): boolean {
  return glossaryView.getState().open === null && focusInText();
}

/** Also from the contents, where one has just gone to a section. */
function walkingNew(): boolean {
  const inContents = document.activeElement?.closest('nav') instanceof HTMLElement;
  return walking() || (inContents && glossaryView.getState().open === null);
}

/** There arrows lead to the other side, and Enter to the words. */
function inParagraph(): boolean {
  return document.activeElement?.closest('[data-paragraph]') !== null;
}

/** What a learner does with words: levels, the way to the next new one, sentences beside each other. */
export const wordCommands: readonly Command[] = [
  levelCommand('1', 'glossary:command.level1'),
  levelCommand('2', 'glossary:command.level2'),
  levelCommand('3', 'glossary:command.level3'),
  levelCommand('4', 'glossary:command.level4'),
  levelCommand('5', 'glossary:command.level5'),
  levelCommand('known', 'glossary:command.known'),
  levelCommand('ignored', 'glossary:command.ignored'),
  levelCommand('new', 'glossary:command.new'),
  {
    id: 'glossary.words',
    name: 'glossary:command.walk',
    group,
    keys: [{ code: 'ArrowRight' }, { code: 'ArrowLeft' }],
    enabled: () => walking() && readerControls.current?.word() === null && !inParagraph(),
    run: () => {
      readerControls.current?.startWord();
    },
  },
  {
    id: 'glossary.next-new',
    name: 'glossary:command.nextNew',
    group,
    keys: [{ code: 'ArrowRight', mod: true }],
    enabled: walkingNew,
    run: () => {
      walkNew(1);
    },
  },
  {
    id: 'glossary.previous-new',
    name: 'glossary:command.previousNew',
    group,
    keys: [{ code: 'ArrowLeft', mod: true }],
    enabled: walkingNew,
    run: () => {
      walkNew(-1);
    },
  },
  {
    id: 'glossary.beside',
    name: 'glossary:command.beside',
    group,
    keys: [{ code: 'KeyT' }],
    enabled: () => selectedWord() !== null && focusInText(),
    run: () => {
      const word = selectedWord();
      if (word !== null) openTool({ kind: 'beside', place: word.place, extent: 'sentence' });
    },
  },
  {
    id: 'glossary.beside-paragraph',
    name: 'glossary:command.besideParagraph',
    group,
    keys: [{ code: 'KeyT', shift: true }],
    enabled: () => selectedWord() !== null && focusInText(),
    run: () => {
      const word = selectedWord();
      if (word !== null) openTool({ kind: 'beside', place: word.place, extent: 'paragraph' });
    },
  },
  {
    id: 'glossary.copy-sentence',
    name: 'glossary:command.copySentence',
    group,
    keys: [{ code: 'KeyC' }],
    enabled: () => selectedWord() !== null && focusInText(),
    run: () => {
      const word = selectedWord();
      if (word !== null) void copySentence(word.place);
    },
  },
  {
    id: 'glossary.new-words',
    name: 'glossary:command.newWords',
    group,
    keys: [newWordsKey],
    run: toggleNewWords,
  },
  {
    id: 'glossary.section-known',
    name: 'glossary:command.sectionKnown',
    group,
    keys: [{ code: 'KeyK', alt: true }],
    enabled: () => readingPlace.getState().section !== null,
    run: () => {
      const { section } = readingPlace.getState();
      if (section !== null) askedRest.setState({ part: { part: 'section', section } });
    },
  },
  {
    id: 'glossary.page-known',
    name: 'glossary:command.pageKnown',
    group,
    keys: [{ code: 'KeyK', alt: true, shift: true }],
    run: () => {
      askedRest.setState({ part: { part: 'page' } });
    },
  },
];
