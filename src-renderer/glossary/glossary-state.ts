import { createStore } from 'zustand/vanilla';
import type { Target } from '#core/records/annotation.ts';
import type { TextPlace } from '#renderer/reader/reader-state.ts';
import type { TermDraft } from './draft.ts';

export type { TextPlace };

/** What is open over the text or the lists: at most one. */
export type OpenedTool =
  /** The card of the terms over a word; `shown` is the one that the reader turned to. */
  | { kind: 'card'; terms: readonly string[]; place: TextPlace; shown?: string }
  /** The card of a word that is in no term. */
  | { kind: 'word'; place: TextPlace }
  /** What stands beside a sentence, or beside a whole paragraph. */
  | { kind: 'beside'; place: TextPlace; extent: 'sentence' | 'paragraph' }
  /** The form for a new entry; `target` is the selection that it was opened on, `over` the terms that it is marked as already. */
  | { kind: 'add'; draft: TermDraft; target: Target | null; over: readonly string[] }
  /** The form for an entry; `place` is the word it was opened on. */
  | { kind: 'edit'; term: string; place: TextPlace | null; draft?: TermDraft };

export interface GlossaryUi {
  /** Headwords and glosses are marked in the text. */
  marks: boolean;
  /** Words that are in no term are marked as new. */
  newWords: boolean;
  /** Something is being written in the card of a new word: another press in the text is not to lose it. */
  writing: boolean;
  open: OpenedTool | null;
}

export const glossaryView = createStore<GlossaryUi>(() => ({
  marks: true,
  newWords: false,
  writing: false,
  open: null,
}));

export function openTool(open: OpenedTool): void {
  glossaryView.setState({ open, writing: false });
}

export function closeTool(): void {
  glossaryView.setState({ open: null, writing: false });
}
