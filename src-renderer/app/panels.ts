import { readingNow, updateReading } from './reading.ts';
import { shell, type Shell } from './shell-state.ts';
import { narrowWidth } from './window-size.ts';

export type SidePanel = NonNullable<Shell['narrow']['side']>;

function isNarrow(): boolean {
  return window.innerWidth < narrowWidth;
}

/** Is the contents panel open? */
export function contentsOpen(): boolean {
  return isNarrow() ? shell.getState().narrow.contents : (readingNow()?.panels.contents.open ?? false);
}

/** The panel open beside the text, or `null`. */
export function sideOpen(): SidePanel | null {
  return isNarrow() ? shell.getState().narrow.side : (readingNow()?.panels.side.open ?? null);
}

/** Opens or closes the contents. In a narrow window panels lie over the text, one at a time, and are not remembered. */
export function showContents(open: boolean): void {
  if (isNarrow()) {
    shell.setState(({ narrow }) => ({ narrow: { contents: open, side: open ? null : narrow.side } }));
    return;
  }
  const panels = readingNow()?.panels;
  if (panels !== undefined) updateReading({ panels: { ...panels, contents: { ...panels.contents, open } } });
}

/** Opens a panel beside the text, or closes the one that is open. */
export function showSide(open: SidePanel | null): void {
  if (isNarrow()) {
    shell.setState(({ narrow }) => ({ narrow: { contents: open === null && narrow.contents, side: open } }));
    return;
  }
  const panels = readingNow()?.panels;
  if (panels !== undefined) updateReading({ panels: { ...panels, side: { ...panels.side, open } } });
}

/** Does a panel lie over the text, as in a narrow window? */
export function narrowOpen(): boolean {
  const { contents, side } = shell.getState().narrow;
  return contents || side !== null;
}

/** Closes the panels that lie over the text. */
export function closeNarrow(): void {
  shell.setState({ narrow: { contents: false, side: null } });
}

/** Opens a panel and gives it the focus. */
export function askForSide(panel: SidePanel): void {
  showSide(panel);
  shell.setState(({ asked }) => ({ asked: asked + 1 }));
}

/** Sets the width of a panel, in CSS pixels. */
export function setWidth(panel: 'contents' | 'side', width: number): void {
  const panels = readingNow()?.panels;
  if (panels === undefined) return;
  updateReading({ panels: { ...panels, [panel]: { ...panels[panel], width } } });
}
