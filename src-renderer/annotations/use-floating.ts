import { useLayoutEffect, useRef, type RefObject } from 'react';
import { followText } from './follow-text.ts';
import { placed, type Box, type Side } from './placement.ts';

/**
 * Keeps an element (`position: fixed` at the window's corner) near an anchor while the text scrolls. It stays on the side it
 * came up on as long as there is room, and where it is while the anchor is out of sight.
 *
 * @param anchor the box to stay near, in CSS pixels of the window
 * @param key what is anchored to: a new one is placed afresh
 */
export function useFloating<T extends HTMLElement>(
  anchor: () => Box | null,
  prefer: Side,
  key: unknown,
): RefObject<T | null> {
  const ref = useRef<T>(null);
  const placing = useRef<{ anchor: () => Box | null; key: unknown; side: Side } | null>(null);

  useLayoutEffect(() => {
    const before = placing.current;
    placing.current = { anchor, key, side: before !== null && before.key === key ? before.side : prefer };
    place(ref.current, placing.current);
  });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const { stop } = followText(() => {
      if (placing.current !== null) place(element, placing.current);
    }, [element]);
    return stop;
  }, []);
  return ref;
}

/** Moves the element where it belongs now, and remembers the side on which there was room. */
function place(element: HTMLElement | null, placing: { anchor: () => Box | null; side: Side }): void {
  const box = placing.anchor();
  if (element === null || box === null) return;
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  const spot = placed(box, size, { width: window.innerWidth, height: window.innerHeight }, placing.side);
  if (spot.side !== 'beside') placing.side = spot.side;
  element.style.transform = `translate(${String(Math.round(spot.left))}px, ${String(Math.round(spot.top))}px)`;
}
