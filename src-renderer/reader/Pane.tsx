import { useLayoutEffect, useRef, useState } from 'react';
import type { ReadingView } from '#renderer/app/reading.ts';
import type { Arrangement } from './arrangement.ts';
import type { Side } from './column.ts';
import { oneSide } from './one-side.ts';
import { PaneHeads } from './PaneHeads.tsx';
import styles from './Reader.module.css';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { Spreads } from './Spreads.tsx';

/** One edition in a pane that scrolls by itself. */
export function Pane({
  session,
  side,
  full,
  reading,
  look: { size, leading, measure },
}: {
  session: Session;
  side: Side;
  full: Arrangement;
  reading: ReadingView;
  look: Omit<Setting, 'width'>;
}) {
  const [width, setWidth] = useState<number | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const stack = useRef<HTMLDivElement>(null);
  const view = side === 'target' ? session.beside : session.viewport;
  useLayoutEffect(
    () =>
      pane.current === null || stack.current === null
        ? undefined
        : session.attachView(view, pane.current, stack.current, setWidth),
    [session, view],
  );
  return (
    <div ref={pane} className={styles.pane} tabIndex={-1} data-pane={side}>
      <PaneHeads arrangement={full} mode="stacked" alone={side} scripts={reading.scripts} />
      <div ref={stack} className={styles.stack}>
        {width !== null && (
          <Spreads
            session={session}
            alone={side}
            arrangement={oneSide(full, side)}
            reading={reading}
            setting={{ size, leading, measure, width }}
          />
        )}
      </div>
    </div>
  );
}
