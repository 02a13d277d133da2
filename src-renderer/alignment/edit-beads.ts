import { linkSelection, swapWithNext, unlink } from '#core/alignment/edits/link.ts';
import { mergeWithNext, mergeWithPrevious } from '#core/alignment/edits/merge.ts';
import { moveParagraph } from '#core/alignment/edits/move.ts';
import { splitBead, splitBefore } from '#core/alignment/edits/split.ts';
import { likelySentenceCut, splitAtSentence, type SentenceCut } from '#core/alignment/edits/split-paragraph.ts';
import type { EditState } from '#core/alignment/edits/state.ts';
import { confirm, confirmAbove, markIntended, unconfirm } from '#core/alignment/edits/status.ts';
import type { Change } from '#core/records/change.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import { workEditState } from './work-edit-state.ts';

/*
 * What a person does with beads, in whatever view: each is shown and stored at once, and is one step of undo. All of them
 * give the change that was made, or `null` where there was nothing to do, and in a library that takes no changes.
 */

/** These beads are right. */
export function confirmBeads(work: OpenWork, alignment: string, beads: Iterable<string>): Change | null {
  return perform(work, (state) => confirm(state, alignment, beads), key('alignment:undo.confirm'));
}

/** All beads above this one are right. */
export function confirmBeadsAbove(work: OpenWork, alignment: string, bead: string): Change | null {
  return perform(work, (state) => confirmAbove(state, alignment, bead), key('alignment:undo.confirm-above'));
}

/** These beads are to be looked at again. */
export function unconfirmBeads(work: OpenWork, alignment: string, beads: Iterable<string>): Change | null {
  return perform(work, (state) => unconfirm(state, alignment, beads), key('alignment:undo.unconfirm'));
}

/** What stands alone in a bead stands alone on purpose. */
export function intendBead(work: OpenWork, alignment: string, bead: string): Change | null {
  return perform(work, (state) => markIntended(state, alignment, bead), key('alignment:undo.intend'));
}

/** A bead and the one after it (`1`) or before it (`-1`) become one. */
export function mergeBead(work: OpenWork, alignment: string, bead: string, step: 1 | -1 = 1): Change | null {
  const merge = step === 1 ? mergeWithNext : mergeWithPrevious;
  return perform(work, (state) => merge(state, alignment, bead), key('alignment:undo.merge'));
}

/**
 * A bead becomes two: before a paragraph where one is named, else where it is likeliest. One of two single paragraphs can only
 * be cut at a sentence (`splitBeadAtSentence`).
 */
export function splitBeadInTwo(work: OpenWork, alignment: string, bead: string, before?: string): Change | null {
  return perform(
    work,
    (state) => (before === undefined ? splitBead(state, alignment, bead) : splitBefore(state, alignment, bead, before)),
    key('alignment:undo.split'),
  );
}

/**
 * A bead becomes two at sentences, whose paragraphs are cut in two: at `cut`, else where the sentence links say.
 *
 * @param original may paragraphs of the original be cut?
 * @throws RangeError where the original would be cut and may not be
 */
export function splitBeadAtSentence(
  work: OpenWork,
  alignment: string,
  bead: string,
  cut: { source: SentenceCut | null; target: SentenceCut | null } | null,
  original: boolean,
): Change | null {
  return perform(
    work,
    (state) => {
      const where = cut ?? likelySentenceCut(state, alignment, bead);
      return where === null ? null : splitAtSentence(state, alignment, bead, where, { original });
    },
    key('alignment:undo.split'),
  );
}

/** A paragraph, with those of its side that it would pass, goes to the bead above or below. */
export function moveToNeighbour(
  work: OpenWork,
  alignment: string,
  paragraph: string,
  direction: 'up' | 'down',
): Change | null {
  return perform(work, (state) => moveParagraph(state, alignment, paragraph, direction), key('alignment:undo.move'));
}

/** The paragraphs of a bead stand alone. */
export function unlinkBead(work: OpenWork, alignment: string, bead: string): Change | null {
  return perform(work, (state) => unlink(state, alignment, bead), key('alignment:undo.unlink'));
}

/** Any paragraphs become one bead. */
export function linkParagraphs(work: OpenWork, alignment: string, paragraphs: Iterable<string>): Change | null {
  return perform(work, (state) => linkSelection(state, alignment, paragraphs), key('alignment:undo.link'));
}

/** A bead and the next exchange their targets. */
export function swapBeads(work: OpenWork, alignment: string, bead: string): Change | null {
  return perform(work, (state) => swapWithNext(state, alignment, bead), key('alignment:undo.swap'));
}

/**
 * Makes an edit's change and commits it. A library that takes none says so.
 *
 * @param label translation key of what was done
 */
export function perform(work: OpenWork, edit: (state: EditState) => Change | null, label: string): Change | null {
  if ((library.getState().state?.readOnly ?? null) !== null) {
    notify({ kind: 'done', message: key('alignment:read-only'), undoable: false });
    return null;
  }
  const change = edit(workEditState(work));
  if (change === null) return null;
  commit(work.id, change, label);
  return change;
}
