import { memo, useLayoutEffect, useRef } from 'react';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { Spread } from './Spread.tsx';

/** A mounted spread; its height is measured for the time when it is not. */
export const SpreadSlot = memo(function SpreadSlot({ index }: { index: number }) {
  const { viewport } = useReader();
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (slot.current === null ? undefined : viewport.watch(slot.current, index)), [viewport, index]);
  return (
    <div ref={slot} className={styles.slot} data-slot>
      <Spread index={index} />
    </div>
  );
});

/** Quiet lines in place of the spreads from `start` up to `end`, as high as their text is or will be. */
export const Unmounted = memo(function Unmounted({ start, end }: { start: number; end: number }) {
  const { heights } = useReader();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      if (place.current !== null) place.current.style.height = `${String(heights.between(start, end))}px`;
    };
    fit();
    return heights.subscribe(fit);
  }, [heights, start, end]);
  return <div ref={place} className={styles.skeleton} aria-hidden />;
});
