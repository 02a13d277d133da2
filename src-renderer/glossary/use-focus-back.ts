import { useLayoutEffect, useState, type RefObject } from 'react';

/** For what takes the focus while it is there: gives it back to where it was, without moving the page. */
export function useFocusBack(ref: RefObject<HTMLElement | null>): void {
  // At the first render: a field inside may take the focus before any effect runs.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      const inside = element?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [ref, before]);
}
