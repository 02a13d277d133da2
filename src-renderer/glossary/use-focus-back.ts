import { useLayoutEffect, useState, type RefObject } from 'react';

/** For what takes the focus while it is there: gives it back to where it was, without moving the page. */
export function useFocusBack(ref: RefObject<HTMLElement | null>): void {
  // At the first render: a field inside may take the focus before any effect runs.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      const inside = element?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (!inside) return;
      const home =
        before instanceof HTMLElement && before.isConnected && before !== document.body ? before : textStop();
      // While it takes elements away, React hears no focus; and what opens in this one's place may have taken it.
      queueMicrotask(() => {
        if (document.activeElement === document.body) home?.focus({ preventScroll: true });
      });
    };
  }, [ref, before]);
}

/** Where Tab comes into the text; where one card opened another, the first one's home is gone. */
function textStop(): HTMLElement | null {
  return document.querySelector('main [data-paragraph][tabindex="0"]') ?? document.querySelector('main');
}
