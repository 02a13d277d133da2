import { resolve } from '#core/annotation/resolve.ts';
import { textOrder } from '#core/annotation/order.ts';
import type { Annotation } from '#core/records/annotation.ts';
import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls, readerView } from '#renderer/reader/reader-state.ts';
import { readingPlaces } from './places.ts';
import { annotationOf, annotationTools } from './store.ts';

/**
 * Brings an annotation's words into view, in the first of its editions that is shown, and chooses it. Where none of them is
 * shown, its own edition comes into the right pane. Gives whether its text is in the work.
 */
function showInText(id: string, options: { focus: boolean }): boolean {
  const open = openedWork.getState().current;
  const annotation = annotationOf(id);
  const shown = readingNow()?.editions;
  if (open === null || annotation === null || shown === undefined) return false;
  const target =
    annotation.targets.find((one) => shown.includes(one.edition) && open.places.has(one.paragraph)) ??
    annotation.targets.find((one) => open.places.has(one.paragraph));
  if (target === undefined) return false;
  const text = open.texts.get(target.paragraph)?.text;
  const { start, end } = (text === undefined ? null : resolve(target, text)) ?? target;
  readerView.setState({ chosen: id });
  const reveal = (): void => {
    readerControls.current?.reveal({ paragraph: target.paragraph, start, end }, options);
  };
  if (shown.includes(target.edition)) reveal();
  else {
    updateReading({ editions: [shown[0], target.edition] });
    // Once the reading view has set the other edition beside the text.
    requestAnimationFrame(() => requestAnimationFrame(reveal));
  }
  return true;
}

/** Jumps from a note in the panel to its words, remembering the way back. */
export function jumpFromNote(id: string): void {
  if (showInText(id, { focus: true })) annotationTools.setState({ cameFrom: id });
}

/** Moves to the next annotation of the editions shown, or the one before. Gives whether there was one. */
export function step(direction: 1 | -1): boolean {
  const ordered = shownInOrder();
  const { chosen } = readerView.getState();
  const at = ordered.findIndex(({ id }) => id === chosen);
  const next = at >= 0 ? ordered[at + direction] : nearest(ordered, direction);
  if (next === undefined || !showInText(next.id, { focus: true })) return false;
  annotationTools.setState({ told: next.id });
  return true;
}

function shownInOrder(): Annotation[] {
  const open = openedWork.getState().current;
  const editions = readingNow()?.editions;
  if (open === null || editions === undefined) return [];
  const places = readingPlaces(open);
  const here = [...open.annotations.values()].filter(({ targets }) =>
    targets.some(({ edition, paragraph }) => editions.includes(edition) && places.has(paragraph)),
  );
  return textOrder(here, (paragraph) => places.get(paragraph) ?? null);
}

/** Where nothing is chosen yet: the first annotation from the place being read on, or the last before it. */
function nearest(ordered: readonly Annotation[], direction: 1 | -1): Annotation | undefined {
  const open = openedWork.getState().current;
  const position = readerControls.current?.place()?.paragraph;
  const places = open === null ? null : readingPlaces(open);
  const here = position === undefined ? 0 : (places?.get(position) ?? 0);
  const placeOf = ({ targets }: Annotation): number =>
    Math.min(...targets.map((one) => places?.get(one.paragraph) ?? Infinity));
  return direction === 1
    ? (ordered.find((one) => placeOf(one) >= Math.floor(here)) ?? ordered[0])
    : (ordered.findLast((one) => placeOf(one) < Math.floor(here)) ?? ordered.at(-1));
}
