import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { closeCoverage } from './coverage-state.ts';

/** Shows a place in the text, with its edition in the right pane where it is shown in neither. */
export function goToPlace(edition: string, place: { paragraph: string; start: number; end: number }): void {
  leaveFor(edition, () => readerControls.current?.reveal(place, { focus: true }));
}

/** Shows the beginning of a section. */
export function goToSection(edition: string, section: string): void {
  const first = openedWork.getState().current?.outline[edition]?.find((one) => one[1] === section);
  if (first === undefined) return;
  leaveFor(edition, () => readerControls.current?.reveal({ paragraph: first[0], start: 0, end: 0 }, { focus: true }));
}

function leaveFor(edition: string, reveal: () => void): void {
  const shown = readingNow()?.editions;
  closeCoverage();
  if (shown !== undefined && !shown.includes(edition)) updateReading({ editions: [shown[0], edition] });
  // Once the dialog has given the focus back, and the reading view has set the edition beside the text.
  requestAnimationFrame(() => requestAnimationFrame(reveal));
}
