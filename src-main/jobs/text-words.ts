import { refusedPlaces, rejectedForms } from '#core/glossary/refusals.ts';
import type { TextMatchesChange, TextRefusals } from '#core/glossary/text-matches.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import { startWordThread, type Question, type WordThread } from './word-thread.ts';
import type { WordAnswers } from './word-messages.ts';

/** Milliseconds after the last question after which a thread ends. */
const idle = 120_000;

/** A text and a glossary as the records have them now; each is a value. */
export interface TextState {
  /** What tells the text from others. */
  readonly key: string;
  readonly language: string;
  readonly paragraphs: readonly Paragraph[];
  readonly terms: readonly Term[];
  readonly rejections: readonly Rejection[];
  readonly mismatches: readonly Mismatch[];
}

/** Answers questions about the words of texts, each in a thread that lives as long as it is asked. */
export interface TextWords {
  /** Asks about a text as it stands in `state`; the thread is told only what changed since it was asked last. */
  readonly ask: <About extends keyof WordAnswers>(
    state: TextState,
    question: Question<About>,
  ) => Promise<WordAnswers[About]>;
  /** Ends all threads. */
  readonly close: () => void;
}

/** The threads for the words of texts; none runs before something is asked. */
export function textWords(restAfter = idle): TextWords {
  const running = new Map<string, { thread: WordThread; state: TextState }>();
  const begin = (state: TextState): WordThread => {
    const task = {
      language: state.language,
      paragraphs: state.paragraphs.map(({ text, section }) => ({ text, section })),
      terms: state.terms,
      refusals: refusalsOf(state),
    };
    const thread = startWordThread(task, restAfter, () => {
      if (running.get(state.key)?.thread === thread) running.delete(state.key);
    });
    running.set(state.key, { thread, state });
    return thread;
  };
  const threadFor = (state: TextState): WordThread => {
    const there = running.get(state.key);
    if (there === undefined) return begin(state);
    const change = changeBetween(there.state, state);
    if (change === null) {
      running.delete(state.key);
      there.thread.end();
      return begin(state);
    }
    there.state = state;
    if (Object.keys(change).length > 0) there.thread.change(change);
    return there.thread;
  };
  return {
    ask: (state, question) => threadFor(state).ask(question),
    close: () => {
      for (const { thread } of running.values()) thread.end();
    },
  };
}

/** What changed from one state of a text to another; `null` where the text must be read anew. */
export function changeBetween(before: TextState, after: TextState): TextMatchesChange | null {
  const texts = changedTexts(before.paragraphs, after.paragraphs);
  if (texts === null || before.language !== after.language) return null;
  const earlier = new Map(before.terms === after.terms ? [] : before.terms.map((term) => [term.id, term]));
  const later = new Map(before.terms === after.terms ? [] : after.terms.map((term) => [term.id, term]));
  const removed = [...earlier.values()].filter((term) => later.get(term.id) !== term);
  const added = [...later.values()].filter((term) => earlier.get(term.id) !== term);
  const isRefusedOtherwise =
    before.rejections !== after.rejections ||
    before.mismatches !== after.mismatches ||
    (texts.size > 0 && after.mismatches.length > 0);
  return {
    ...(removed.length > 0 ? { removed } : {}),
    ...(added.length > 0 ? { added } : {}),
    ...(texts.size > 0 ? { texts } : {}),
    ...(isRefusedOtherwise ? { refusals: refusalsOf(after) } : {}),
  };
}

function changedTexts(before: readonly Paragraph[], after: readonly Paragraph[]): Map<number, string> | null {
  const texts = new Map<number, string>();
  if (before === after) return texts;
  if (before.length !== after.length) return null;
  for (const [at, paragraph] of after.entries()) {
    const earlier = before[at];
    if (earlier === paragraph) continue;
    if (earlier?.id !== paragraph.id || earlier.section !== paragraph.section) return null;
    if (earlier.text !== paragraph.text) texts.set(at, paragraph.text);
  }
  return texts;
}

function refusalsOf({ paragraphs, rejections, mismatches }: TextState): TextRefusals {
  const byParagraph = Map.groupBy(mismatches, ({ target }) => target.paragraph);
  const places = new Map(
    paragraphs.flatMap(({ id, text }, at) => {
      const here = byParagraph.get(id);
      return here === undefined ? [] : [[at, refusedPlaces(id, text, here)] as const];
    }),
  );
  return { forms: rejectedForms(rejections), places };
}
