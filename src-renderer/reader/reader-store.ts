import { createStore } from 'zustand/vanilla';

/** What the parts of the reading view share among themselves. Links are named by their ids, paragraphs by theirs. */
export interface ReaderParts {
  /** The link under the pointer, and the one with the focus: their rows are washed. */
  hovered: string | null;
  focused: string | null;
  /** In the mode `demand`: the links whose translations are shown. */
  unfolded: ReadonlySet<string>;
  /** The paragraph that is being edited, and where the caret is put at first, in UTF-16 code units. */
  edited: string | null;
  caret: number;
  /** A paragraph that was to be edited while its edition is shown in another script. */
  inScript: { paragraph: string; edition: string } | null;
  /** The paragraph whose menu is open, and where in the window, in CSS pixels. `whole`: it is about all of its link. */
  menu: { paragraph: string; x: number; y: number; whole?: boolean } | null;
  /** The address of a book's link that a person is asked about. */
  asked: string | null;
}

const initial: ReaderParts = {
  hovered: null,
  focused: null,
  unfolded: new Set(),
  edited: null,
  caret: 0,
  inScript: null,
  menu: null,
  asked: null,
};

export const readerParts = createStore<ReaderParts>(() => initial);

/** Forgets everything, when another work is opened. */
export function resetReaderParts(): void {
  readerParts.setState(initial, true);
}

/** Shows the translation of a link below its original, or hides it again. */
export function unfold(link: string, shown: boolean): void {
  readerParts.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (shown) next.add(link);
    else next.delete(link);
    return { unfolded: next };
  });
}
