/** The toolbar while it is shown. */
export const toolbarElement: { current: HTMLElement | null } = { current: null };

let before: HTMLElement | null = null;

/** Remembers from where the focus came into the toolbar. */
export function rememberText(event: { relatedTarget: EventTarget | null }): void {
  const from = event.relatedTarget;
  if (from instanceof HTMLElement && toolbarElement.current?.contains(from) !== true) before = from;
}

/** Moves the focus into the toolbar; gives whether there is one. */
export function focusToolbar(): boolean {
  const button = toolbarElement.current?.querySelector<HTMLElement>('button');
  if (button === null || button === undefined) return false;
  before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  button.focus({ preventScroll: true });
  return true;
}

/** Gives the focus back to the text it came from. */
export function returnToText(): void {
  if (toolbarElement.current?.contains(document.activeElement) !== true) return;
  if (before?.isConnected === true) before.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
