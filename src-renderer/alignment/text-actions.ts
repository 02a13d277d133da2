import { joinWithNext } from '#core/alignment/edits/join-paragraphs.ts';
import { splitParagraph } from '#core/alignment/edits/split-paragraph.ts';
import { writeCounterpart } from '#core/alignment/edits/write-counterpart.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { commit } from '#renderer/app/commit.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import type { Edited } from '#renderer/reader/edit.ts';
import { keptEdit } from '#renderer/reader/edit-change.ts';
import { perform } from './edit-beads.ts';
import { here, isEditable, isReadOnly } from './here.ts';
import { beginEditing, workbench } from './workbench-state.ts';

/** Begins to edit a paragraph of the current bead, or says why not. Without one, the chosen one, else the first of the translation. */
export function editText(paragraph?: string, caret = 0): void {
  const place = here();
  if (place === null) return;
  if (isReadOnly()) {
    notify({ kind: 'done', message: key('alignment:read-only'), undoable: false });
    return;
  }
  const { unit } = workbench.getState();
  const id = paragraph ?? unit?.paragraph ?? place.bead.target[0] ?? null;
  if (id === null) {
    writeHere();
    return;
  }
  const edition = place.work.places.get(id)?.edition;
  if (edition === undefined || !place.work.texts.has(id)) return;
  if (!isEditable(place.work, edition)) {
    workbench.setState({ asked: 'unlock' });
    return;
  }
  beginEditing(id, caret);
}

/** Ends the editing of a paragraph; nothing happens where another one is edited by now. */
export function endEditing(paragraph: string): void {
  workbench.setState(({ edited }) => ({ edited: edited?.paragraph === paragraph ? null : edited }));
}

/** Commits what an edit came to; annotations stay on their words. */
export function keepText(before: Paragraph, edited: Edited): void {
  const { current } = openedWork.getState();
  if (current === null) return;
  const annotations = [...current.annotations.values()].filter(({ targets }) =>
    targets.some(({ paragraph }) => paragraph === before.id),
  );
  const { text, marks, moved } = edited;
  const kept = keptEdit(before, current.texts.get(before.id) ?? before, { text, marks }, annotations, moved);
  if (kept === null) return;
  commit(current.id, kept.change, key('alignment:undo.text'));
  if (kept.replaces) notify({ kind: 'done', message: key('reader:edit.met'), undoable: true });
}

/** Cuts a paragraph in two where the caret is, and goes on editing at the beginning of the second. Its text is committed already. */
export function splitText(paragraph: string, offset: number): void {
  const { current } = openedWork.getState();
  const { unlocked } = workbench.getState();
  const text = current?.texts.get(paragraph)?.text ?? '';
  if (current === null || text.slice(0, offset).trim() === '' || text.slice(offset).trim() === '') return;
  const change = perform(
    current,
    (state) => splitParagraph(state, paragraph, offset, { original: unlocked }),
    key('alignment:undo.split-paragraph'),
  );
  const second = change?.added.find(({ kind }) => kind === 'paragraph');
  if (second !== undefined) beginEditing(second.id, 0);
}

/** Joins a paragraph to the one before it (`-1`) or after it (`1`), and goes on editing at the seam. Gives whether there was one. */
export function joinText(paragraph: string, way: 1 | -1): boolean {
  const { current } = openedWork.getState();
  const { unlocked } = workbench.getState();
  const place = current?.places.get(paragraph);
  if (current === null || place === undefined) return false;
  const first = way === 1 ? paragraph : current.outline[place.edition]?.[place.index - 1]?.[0];
  const head = current.texts.get(first ?? '');
  if (first === undefined || head === undefined) return false;
  const change = perform(
    current,
    (state) => joinWithNext(state, first, { original: unlocked }),
    key('alignment:undo.join-paragraphs'),
  );
  if (change === null) return false;
  beginEditing(first, head.text.length);
  return true;
}

/** Begins to write what the current bead lacks, or says why not. */
export function writeHere(): void {
  const place = here();
  if (place === null) return;
  const { bead, work, alignment } = place;
  if (bead.source.length > 0 && bead.target.length > 0) {
    notify({ kind: 'done', message: key('alignment:none.intend'), undoable: false });
    return;
  }
  if (isReadOnly()) {
    notify({ kind: 'done', message: key('alignment:read-only'), undoable: false });
    return;
  }
  const [source = '', target = ''] = alignment.split('~');
  if (!isEditable(work, bead.source.length === 0 ? source : target)) {
    workbench.setState({ asked: 'unlock' });
    return;
  }
  workbench.setState({ writing: bead.id, edited: null });
}

/** Puts what was written into the current bead. Gives whether it could be. */
export function keepWritten(bead: string, text: string): void {
  const { current } = openedWork.getState();
  const { alignment, unlocked } = workbench.getState();
  workbench.setState(({ writing }) => ({ writing: writing === bead ? null : writing }));
  if (current === null || text.trim() === '') return;
  const change = perform(
    current,
    (state) => writeCounterpart(state, alignment, bead, text, { original: unlocked }),
    key('alignment:undo.write'),
  );
  if (change === null) notify({ kind: 'done', message: key('alignment:none.write'), undoable: false });
}
