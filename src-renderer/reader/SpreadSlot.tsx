import { memo, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { Spread } from './Spread.tsx';

/** The place of a spread: its text while it is mounted, else quiet lines as high as the text is or will be. */
export const SpreadSlot = memo(function SpreadSlot({ index }: { index: number }) {
  const { mounting, heights, viewport } = useReader();
  const slot = useRef<HTMLDivElement>(null);
  const mounted = useSyncExternalStore(
    useCallback((listener) => mounting.subscribe(index, listener), [mounting, index]),
    () => mounting.isMounted(index),
  );
  useLayoutEffect(() => {
    const element = slot.current;
    if (element === null) return undefined;
    if (mounted) {
      element.style.height = '';
      return viewport.watch(element, index);
    }
    const fit = (): void => {
      element.style.height = `${String(heights.of(index))}px`;
    };
    fit();
    return heights.subscribe(fit);
  }, [mounted, heights, viewport, index]);
  return (
    <div ref={slot} className={mounted ? styles.slot : styles.skeleton} {...(mounted ? {} : { 'aria-hidden': true })}>
      {mounted && <Spread index={index} />}
    </div>
  );
});
