import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import {
  confirmBeads,
  intendBead,
  mergeBead,
  moveToNeighbour,
  splitBeadInTwo,
  unconfirmBeads,
} from '#renderer/alignment/edit-beads.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { updateReading } from '#renderer/app/reading.ts';
import { go } from '#renderer/app/route.ts';
import { openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { key } from '#renderer/i18n/key.ts';
import type { Position } from './position.ts';
import { beadOf } from './sentence-links.ts';
import type { Session } from './session.ts';

/** What can be put right in an alignment without leaving the page. */
export type Fix = 'confirm' | 'unconfirm' | 'merge-next' | 'merge-previous' | 'up' | 'down' | 'split' | 'intend';

interface Place {
  work: OpenWork;
  bead: Bead;
  /** Is there a bead above it, and below it? */
  above: boolean;
  below: boolean;
}

/** What is said when a fix was made. */
const done: Readonly<Record<Fix, string>> = {
  confirm: key('reader:bead.done.confirm'),
  unconfirm: key('reader:bead.done.unconfirm'),
  'merge-next': key('reader:bead.done.merge'),
  'merge-previous': key('reader:bead.done.merge'),
  up: key('reader:bead.done.up'),
  down: key('reader:bead.done.down'),
  split: key('reader:bead.done.split'),
  intend: key('reader:bead.done.intend'),
};

/** The bead of a paragraph between the editions shown; `null` where they have no alignment of their own. */
export function beadAt(session: Session, paragraph: string): Bead | null {
  return placeAt(session, paragraph)?.bead ?? null;
}

/** What can be done with the bead of a paragraph now. */
export function fixesAt(session: Session, paragraph: string): ReadonlySet<Fix> {
  const place = placeAt(session, paragraph);
  const isReadOnly = (library.getState().state?.readOnly ?? null) !== null;
  if (place === null || isReadOnly) return new Set();
  const { bead, above, below } = place;
  const isOneSided = bead.source.length === 0 || bead.target.length === 0;
  const possible: Record<Fix, boolean> = {
    confirm: bead.status !== 'confirmed' && !isOneSided,
    unconfirm: bead.status === 'confirmed',
    'merge-next': below,
    'merge-previous': above,
    up: above,
    down: below,
    split: Math.max(bead.source.length, bead.target.length) > 1,
    intend: isOneSided && bead.status !== 'confirmed',
  };
  return new Set((Object.keys(possible) as Fix[]).filter((one) => possible[one]));
}

/** Does it, and says so. The paragraph stays where it is in the window, and keeps the focus. */
export function fixBead(session: Session, fix: Fix, paragraph: string): void {
  const place = placeAt(session, paragraph);
  if (place === null || !fixesAt(session, paragraph).has(fix)) return;
  const focused = session.focus.paragraph;
  const byKeys = session.focus.moving;
  const position = positionOf(session, paragraph);
  if (position !== null) session.viewport.at(paragraph).pin(position);
  if (edit(place, fix, paragraph) === null) return;
  notify({ kind: 'done', message: done[fix], undoable: true });
  if (focused === null) return;
  // Its element may be another one now, in another spread.
  requestAnimationFrame(() => {
    if (session.focus.paragraph === null && (byKeys || document.activeElement === document.body)) {
      session.focus.go(focused, false);
    }
  });
}

/** Shows the workbench at the bead of a paragraph; the way back leads to the page as it is now. */
export function openInWorkbench(session: Session, paragraph: string): void {
  const place = placeAt(session, paragraph);
  const position = positionOf(session, paragraph);
  if (place === null) return;
  if (position !== null) updateReading({ position });
  go({ view: 'alignment', work: place.work.id, alignment: place.bead.alignment });
}

function edit({ work, bead }: Place, fix: Fix, paragraph: string): Change | null {
  const { alignment, id } = bead;
  switch (fix) {
    case 'confirm':
      return confirmBeads(work, alignment, [id]);
    case 'unconfirm':
      return unconfirmBeads(work, alignment, [id]);
    case 'merge-next':
      return mergeBead(work, alignment, id, 1);
    case 'merge-previous':
      return mergeBead(work, alignment, id, -1);
    case 'up':
    case 'down':
      return moveToNeighbour(work, alignment, paragraph, fix);
    case 'split': {
      const isFirst = bead.source[0] === paragraph || bead.target[0] === paragraph;
      return isFirst ? splitBeadInTwo(work, alignment, id) : splitBeadInTwo(work, alignment, id, paragraph);
    }
    case 'intend':
      return intendBead(work, alignment, id);
  }
}

function placeAt({ frame }: Session, paragraph: string): Place | null {
  const work = openedWork.getState().current;
  const link = frame?.arrangement.index.get(paragraph)?.link;
  const bead = frame === null || link === undefined || work === null ? null : beadOf(link, frame.arrangement, work);
  if (work === null || bead === null) return null;
  const beads = work.alignments[bead.alignment] ?? [];
  const at = beadIndex(beads).get(bead.id) ?? 0;
  return { work, bead, above: at > 0, below: at < beads.length - 1 };
}

/** The position in which a paragraph stands where it is now; `null` for one that is not shown. */
function positionOf({ columns, viewport }: Session, paragraph: string): Position | null {
  const element = columns.element(paragraph)?.getBoundingClientRect();
  return element === undefined ? null : { paragraph, fraction: 0, above: element.top - viewport.at(paragraph).top };
}
