import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import {
  confirmBeads,
  confirmBeadsAbove,
  intendBead,
  linkParagraphs,
  mergeBead,
  moveToNeighbour,
  splitBeadAtSentence,
  splitBeadInTwo,
  swapBeads,
  unconfirmBeads,
  unlinkBead,
} from './edit-beads.ts';
import { here, isReadOnly, sideOf, type Here } from './here.ts';
import { goToBead, seek, stayWith } from './moving.ts';
import { workbench } from './workbench-state.ts';

/** Confirms the current bead; one with a side empty is so on purpose. Then, where asked, on to the next that is not confirmed. */
export function confirmHere(goOn = false): void {
  const place = here();
  if (place === null) return;
  const { bead } = place;
  const isOneSided = bead.source.length === 0 || bead.target.length === 0;
  if (isOneSided) intendBead(place.work, place.alignment, bead.id);
  else confirmBeads(place.work, place.alignment, [bead.id]);
  if (goOn) seek('unconfirmed', 1);
}

export function confirmAbove(): void {
  const place = here();
  if (place === null) return;
  const change = confirmBeadsAbove(place.work, place.alignment, place.bead.id);
  if (change === null) {
    if (!isReadOnly()) tell(key('alignment:none.above'));
    return;
  }
  notify({
    kind: 'done',
    message: 'alignment:confirmed-above',
    values: { count: change.updated.length },
    undoable: true,
  });
}

export function unconfirmHere(): void {
  const place = here();
  if (place !== null) unconfirmBeads(place.work, place.alignment, [place.bead.id]);
}

export function mergeHere(way: 1 | -1): void {
  edit((place) => mergeBead(place.work, place.alignment, place.bead.id, way), true);
}

/** Cuts the current bead in two: before the chosen paragraph or sentence, else where it is likeliest. */
export function splitHere(): void {
  const place = here();
  if (place === null) return;
  const { unit, unlocked } = workbench.getState();
  const { work, alignment, bead } = place;
  if (unit?.sentence !== null && unit?.sentence !== undefined && unit.sentence > 0) {
    const side = sideOf(work, alignment, unit.paragraph);
    const cut = { paragraph: unit.paragraph, sentence: unit.sentence };
    if (isLocked(place, unit.paragraph)) return;
    const where = { source: side === 'source' ? cut : null, target: side === 'target' ? cut : null };
    splitBeadAtSentence(work, alignment, bead.id, where, unlocked);
    return;
  }
  const first = unit === null ? -1 : Math.max(bead.source.indexOf(unit.paragraph), bead.target.indexOf(unit.paragraph));
  if (unit !== null && first > 0) {
    splitBeadInTwo(work, alignment, bead.id, unit.paragraph);
    return;
  }
  if (splitBeadInTwo(work, alignment, bead.id) !== null || isReadOnly()) return;
  const [source] = bead.source;
  if (source === undefined || bead.target.length === 0) {
    tell(key('alignment:none.split'));
    return;
  }
  if (isLocked(place, source)) return;
  if (splitBeadAtSentence(work, alignment, bead.id, null, unlocked) === null) tell(key('alignment:none.split'));
}

/** The original is cut only once somebody said that it may be edited. */
function isLocked({ work }: Here, paragraph: string): boolean {
  const isOriginal = work.places.get(paragraph)?.edition === work.work.original;
  if (!isOriginal || workbench.getState().unlocked) return false;
  workbench.setState({ asked: 'unlock' });
  return true;
}

/** Moves the chosen paragraph to the bead above or below; without one, the outermost of the translation. */
export function moveHere(direction: 'up' | 'down'): void {
  const place = here();
  if (place === null) return;
  const { bead, work, alignment } = place;
  const { unit } = workbench.getState();
  const list = bead.target.length > 0 ? bead.target : bead.source;
  const paragraph = unit?.paragraph ?? (direction === 'up' ? list[0] : list.at(-1));
  if (paragraph === undefined) return;
  if (moveToNeighbour(work, alignment, paragraph, direction) === null) {
    if (!isReadOnly()) tell(direction === 'up' ? key('alignment:none.above-bead') : key('alignment:none.below-bead'));
    return;
  }
  // Where a unit was chosen the keys stay with it; else with the bead, as long as it is there.
  const now = openedWork.getState().current;
  if (now === null) return;
  const isThere = now.alignments[alignment]?.some(({ id }) => id === bead.id) === true;
  stayWith(now, alignment, unit === null && isThere ? null : paragraph);
}

export function unlinkHere(): void {
  edit((place) => unlinkBead(place.work, place.alignment, place.bead.id), true);
}

export function swapHere(): void {
  edit((place) => swapBeads(place.work, place.alignment, place.bead.id), true);
}

export function intendHere(): void {
  const place = here();
  if (place === null) return;
  if (place.bead.source.length > 0 && place.bead.target.length > 0) tell(key('alignment:none.intend'));
  else intendBead(place.work, place.alignment, place.bead.id);
}

/** Adds a paragraph to those that are to be linked, or takes it out. */
export function toggleSelected(paragraph: string): void {
  workbench.setState(({ selected }) => {
    const next = new Set(selected);
    if (!next.delete(paragraph)) next.add(paragraph);
    return { selected: next, ...(next.size === 0 ? { linking: false } : {}) };
  });
}

/** Adds the chosen paragraph of the current bead, or all of the bead. */
export function selectHere(): void {
  const place = here();
  if (place === null) return;
  const { unit, selected } = workbench.getState();
  if (unit !== null) {
    toggleSelected(unit.paragraph);
    return;
  }
  const ids = [...place.bead.source, ...place.bead.target];
  const isAll = ids.every((id) => selected.has(id));
  const others = [...selected].filter((id) => !ids.includes(id));
  workbench.setState({ selected: new Set(isAll ? others : [...others, ...ids]) });
}

export function clearSelected(): void {
  workbench.setState({ selected: new Set(), linking: false });
}

/** Links what is selected; with nothing selected, begins a selection with the current bead. */
export function linkSelected(): void {
  const place = here();
  if (place === null) return;
  const { selected } = workbench.getState();
  const there = [...selected].filter((id) => sideOf(place.work, place.alignment, id) !== null);
  const [first] = there;
  if (there.length < 2 || first === undefined) {
    startLinking();
    return;
  }
  const change = linkParagraphs(place.work, place.alignment, there);
  if (change === null) return;
  clearSelected();
  const now = openedWork.getState().current;
  if (now !== null) stayWith(now, place.alignment, first);
}

/** Selects what the current bead has, and waits for a paragraph to link it with. */
export function startLinking(): void {
  const place = here();
  if (place === null || isReadOnly()) return;
  const { unit } = workbench.getState();
  const ids = unit === null ? [...place.bead.source, ...place.bead.target] : [unit.paragraph];
  workbench.setState({ selected: new Set(ids), linking: true });
}

/** Links what is selected with one more paragraph, and all that stands with it on its side of its bead stays where it is. */
export function linkWith(paragraph: string): void {
  workbench.setState(({ selected }) => ({ selected: new Set([...selected, paragraph]) }));
  linkSelected();
}

/** Puts a paragraph into another bead. */
export function putInto(paragraph: string, bead: string): void {
  const place = here();
  const goal = place?.beads.find(({ id }) => id === bead);
  if (place === null || goal === undefined || [...goal.source, ...goal.target].includes(paragraph)) return;
  const ids = [...goal.source, ...goal.target, paragraph];
  if (linkParagraphs(place.work, place.alignment, ids) === null) return;
  const now = openedWork.getState().current;
  if (now !== null) stayWith(now, place.alignment, paragraph);
}

function edit(act: (place: Here) => unknown, tellNothing: boolean): void {
  const place = here();
  if (place === null) return;
  const done = act(place);
  if (done === null) {
    if (tellNothing && !isReadOnly()) tell(key('alignment:none.to-do'));
    return;
  }
  const now = openedWork.getState().current;
  const beads = now?.alignments[place.alignment] ?? [];
  if (beads.some(({ id }) => id === place.bead.id)) {
    goToBead(
      beads,
      beads.findIndex(({ id }) => id === place.bead.id),
    );
  } else if (now !== null) stayWith(now, place.alignment, place.bead.source[0] ?? place.bead.target[0] ?? null);
}

function tell(message: string): void {
  notify({ kind: 'done', message, undoable: false });
}
