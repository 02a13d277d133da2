import type { Mark } from '#core/records/paragraph.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Actions } from './actions.ts';
import { paragraphAround } from './focus.ts';
import { readerView } from './reader-state.ts';

/** Where a note was last come to from, by the note's paragraph. */
const comeFrom = new Map<string, string>();

/** Follows clicks on references to notes, and on paragraphs that are still to be written. Gives the function that ends it. */
export function followTextClicks(root: HTMLElement, actions: Actions): () => void {
  const click = (event: Event): void => {
    const { target } = event;
    if (!(target instanceof Element) || readerView.getState().selection !== null) return;
    const id = paragraphAround(target)?.dataset.paragraph;
    if (id === undefined) return;
    const note = target.closest<HTMLElement>('[data-note-reference]')?.dataset.noteReference;
    if (note !== undefined) goToNote(actions, id, note);
    else if (isToWrite(id) && !(target instanceof HTMLElement && target.isContentEditable)) actions.edit(id);
  };
  root.addEventListener('click', click);
  return () => {
    root.removeEventListener('click', click);
  };
}

/** Whether a paragraph has a note to go to, or is one to come back from. */
export function hasNote(paragraph: string | null): boolean {
  return paragraph !== null && (noteOf(paragraph) !== null || referenceTo(paragraph) !== null);
}

/** From a paragraph to its first note; from a note back to where it is referred to. */
export function followNote(actions: Actions, paragraph: string): void {
  const note = noteOf(paragraph);
  if (note !== null) {
    goToNote(actions, paragraph, note);
    return;
  }
  const back = referenceTo(paragraph);
  if (back === null) return;
  const mark = textOf(back)?.marks.find((one) => one.note === paragraph);
  void actions.reveal({ paragraph: back, start: mark?.start ?? 0, end: mark?.end ?? 0 }, { focus: true });
}

function goToNote(actions: Actions, from: string, note: string): void {
  comeFrom.set(note, from);
  void actions.reveal({ paragraph: note, start: 0, end: 0 }, { focus: true });
}

function textOf(paragraph: string): { text: string; marks: readonly Mark[] } | null {
  return openedWork.getState().current?.texts.get(paragraph) ?? null;
}

function noteOf(paragraph: string): string | null {
  return textOf(paragraph)?.marks.find(({ type }) => type === 'note')?.note ?? null;
}

/** The paragraph that refers to a note: the one it was come to from, else one whose text is here. */
function referenceTo(note: string): string | null {
  const known = comeFrom.get(note);
  if (known !== undefined) return known;
  for (const { id, marks } of openedWork.getState().current?.texts.values() ?? []) {
    if (marks.some((mark) => mark.note === note)) return id;
  }
  return null;
}

/** A paragraph of a translation without any text. */
function isToWrite(paragraph: string): boolean {
  const { current } = openedWork.getState();
  const place = current?.places.get(paragraph);
  return textOf(paragraph)?.text === '' && place !== undefined && place.edition !== current?.work.original;
}
