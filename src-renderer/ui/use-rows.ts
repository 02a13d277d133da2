import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';

export interface Rows {
  /** For the element that scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** The index of the row that Tab comes to: the one that had the focus last, else the first. */
  stop: number;
  /** Gives the focus to a row, by its index; brings it into view. */
  focus: (index: number) => void;
  /** For the element around the rows: arrows, Page Up and Down, Home and End move the focus. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** For every row, which bears `data-index` and can take the focus. */
  onFocus: (index: number) => void;
}

/**
 * Rows of which only those near the view are mounted, and the focus among them. The focus stays with its row when rows are
 * sorted or filtered; where its row goes away, it moves to the one in its place.
 */
export function useRows({
  keys,
  estimate,
  isStop = always,
  onMove,
}: {
  /** One a row: what stays the same for it, wherever it stands. */
  keys: readonly string[];
  /** The height of a row in CSS pixels, as far as it is known before it is drawn. */
  estimate: (index: number) => number;
  /** Can the row take the focus? Headings cannot. */
  isStop?: (index: number) => boolean;
  /** Told when keys moved the focus. */
  onMove?: (index: number, event: KeyboardEvent<HTMLElement>) => void;
}): Rows {
  const scroller = useRef<HTMLDivElement>(null);
  const places = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const [active, setActive] = useState<string | null>(null);
  const wanted = useRef<number | null>(null);
  const last = useRef({ index: 0, inside: false });
  const found = active === null ? undefined : places.get(active);
  const stop = found ?? nextStop(-1, 1, keys.length, isStop);

  // oxlint-disable-next-line react/incompatible-library -- no React Compiler runs over Egiz
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: keys.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keys[index] ?? index,
    estimateSize: estimate,
    // The row with the focus stays mounted wherever the list is scrolled.
    rangeExtractor: (range: Range) =>
      [...new Set([...(stop >= 0 ? [stop] : []), ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
    overscan: 8,
  });

  const focus = useCallback(
    (index: number): void => {
      wanted.current = index;
      last.current.index = index;
      setActive(keys[index] ?? null);
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    [keys, virtualizer],
  );
  // Once the row is mounted, in this render or a later one.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${String(wanted.current)}"]`);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (active === null || places.has(active)) return;
    const index = nextStop(Math.min(last.current.index, keys.length) - 1, 1, keys.length, isStop);
    const instead = index >= 0 ? index : nextStop(keys.length, -1, keys.length, isStop);
    if (instead >= 0 && last.current.inside && document.activeElement === document.body) focus(instead);
    else setActive(keys[instead] ?? null);
  }, [active, places, keys, isStop, focus]);

  const onFocus = (index: number): void => {
    last.current = { index, inside: true };
    setActive(keys[index] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = last.current.index;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / estimate(at)) - 1);
    const first = nextStop(-1, 1, keys.length, isStop);
    const end = nextStop(keys.length, -1, keys.length, isStop);
    const to = {
      ArrowDown: nextStop(at, 1, keys.length, isStop),
      ArrowUp: nextStop(at, -1, keys.length, isStop),
      PageDown: Math.min(end, nextStop(Math.min(at + page, end) - 1, 1, keys.length, isStop)),
      PageUp: Math.max(first, nextStop(Math.max(at - page, first) + 1, -1, keys.length, isStop)),
      Home: first,
      End: end,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) return;
    focus(to);
    onMove?.(to, event);
  };
  return { scroller, virtualizer, stop, focus, onKeyDown, onFocus };
}

function always(): boolean {
  return true;
}

/** The next row after `from` (before it, for a step of -1) that can take the focus; -1 when there is none. */
export function nextStop(from: number, step: 1 | -1, count: number, isStop: (index: number) => boolean): number {
  for (let index = from + step; index >= 0 && index < count; index += step) if (isStop(index)) return index;
  return -1;
}
