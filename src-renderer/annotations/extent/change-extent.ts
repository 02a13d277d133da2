import { openedWork } from '#renderer/app/work-store.ts';
import { homeEdition } from '../changes.ts';
import { moveTo } from '../edit.ts';
import { annotationOf } from '../store.ts';
import { editionText } from './edition-text.ts';
import { byWord, extentOf, targetsOf, type EditionText, type Extent } from './extent.ts';

/** An annotation's extent as it stands, with the text it stands in; `null` when that is not here. */
export function currentExtent(id: string): { extent: Extent; edition: EditionText } | null {
  const open = openedWork.getState().current;
  const annotation = annotationOf(id);
  if (open === null || annotation === null) return null;
  const edition = editionText(open, homeEdition(annotation));
  const extent = extentOf(annotation, edition);
  return extent === null ? null : { extent, edition };
}

/** Moves one end of an annotation by a word. Gives whether there was a word to move by. */
export function moveEndByWord(id: string, end: 'start' | 'end', direction: 1 | -1): boolean {
  const current = currentExtent(id);
  if (current === null) return false;
  const next = byWord(current.extent, end, direction, current.edition);
  return next !== null && setExtent(id, next, current.edition);
}

/** Puts an annotation on an extent, as one step of undo. */
export function setExtent(id: string, extent: Extent, edition: EditionText): boolean {
  const targets = targetsOf(extent, edition);
  return targets !== null && moveTo(id, targets);
}
