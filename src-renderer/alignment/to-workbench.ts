import type { Command } from '#renderer/app/commands.ts';
import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { go, route } from '#renderer/app/route.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { actionKeys } from './action-keys.ts';
import { here, indexHolding } from './here.ts';
import { alignmentOf } from './pairs.ts';
import { workbench } from './workbench-state.ts';

/** The alignment of the editions that are read side by side; `null` where there is none to work on. */
function alignmentShown(): string | null {
  const { current } = openedWork.getState();
  const editions = readingNow()?.editions;
  return current === null || editions === undefined ? null : alignmentOf(current, editions);
}

/** Shows the workbench of what is read side by side, at the place that is read. */
export function showWorkbench(): void {
  const { current } = openedWork.getState();
  const alignment = alignmentShown();
  if (current === null || alignment === null) return;
  // The place is written a moment after the text stood still: now it is needed.
  const place = readerControls.current?.place();
  if (place !== null && place !== undefined) updateReading({ position: place });
  go({ view: 'alignment', work: current.id, alignment });
}

/** Shows the text again: where it was read, or where the workbench was brought since. */
export function backToReading(): void {
  const { view } = route.getState();
  const { current } = openedWork.getState();
  const place = here();
  if (view !== 'alignment' || current === null) return;
  const read = readingNow()?.position?.paragraph ?? null;
  const isElsewhere = place !== null && indexHolding(place.beads, read) !== place.index;
  const paragraph = workbench.getState().unit?.paragraph ?? place?.bead.source[0] ?? place?.bead.target[0];
  if (isElsewhere && paragraph !== undefined) updateReading({ position: { paragraph, fraction: 0 } });
  go({ view: 'work', work: current.id });
}

/** The bead at the place that is read; the first where that is none of its paragraphs. */
export function beadAtReading(alignment: string): string | null {
  const { current } = openedWork.getState();
  const beads = current?.alignments[alignment] ?? [];
  const index = indexHolding(beads, readingNow()?.position?.paragraph ?? null);
  return beads[Math.max(0, index)]?.id ?? null;
}

/** The way to the workbench, offered while a text is read. */
export const toWorkbenchCommands: readonly Command[] = [
  {
    id: 'alignment-workbench',
    name: key('alignment:open'),
    group: key('app:group.go'),
    keys: actionKeys.read,
    inFields: true,
    enabled: () => alignmentShown() !== null,
    run: showWorkbench,
  },
];
