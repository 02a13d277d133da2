import { useLayoutEffect, useRef, type RefObject } from 'react';
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
  const find = useRef(anchor);
  useLayoutEffect(() => {
    find.current = anchor;
  });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let side = prefer;
    let frame = 0;
    const place = (): void => {
      const box = find.current();
      if (box === null) return;
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const spot = placed(box, size, { width: window.innerWidth, height: window.innerHeight }, side);
      side = spot.side === 'beside' ? side : spot.side;
      element.style.transform = `translate(${String(Math.round(spot.left))}px, ${String(Math.round(spot.top))}px)`;
    };
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    place();
    const grown = new ResizeObserver(soon);
    grown.observe(element);
    window.addEventListener('scroll', soon, { capture: true, passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      grown.disconnect();
      window.removeEventListener('scroll', soon, { capture: true });
      window.removeEventListener('resize', soon);
    };
  }, [prefer, key]);
  return ref;
}
