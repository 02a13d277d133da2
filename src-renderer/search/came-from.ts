import { useEffect } from 'react';
import type { Reading } from '#core/records/preference.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';

/** Where the reader was when they went to search: in the text, and with the focus. */
let place: Reading['position'] = null;
let focused: HTMLElement | null = null;

/** Remembers where the focus comes from into the search. */
export function comeFrom(element: EventTarget | null): void {
  focused = element instanceof HTMLElement ? element : null;
  place = readerControls.current?.place() ?? place;
}

/** Goes back to where the reader was, in the text and with the focus. */
export function goBack(): void {
  if (place !== null) readerControls.current?.goTo(place);
  const home = focused?.isConnected === true && focused !== document.body ? focused : null;
  (home ?? document.querySelector('main'))?.focus({ preventScroll: true });
}

/** Remembers the place as it is when the search is opened. */
export function useSearchPlace(): void {
  useEffect(() => {
    comeFrom(document.activeElement);
    return () => {
      place = null;
      focused = null;
    };
  }, []);
}
