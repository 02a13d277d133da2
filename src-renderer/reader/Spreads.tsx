import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { readingNow, type ReadingView } from '#renderer/app/reading.ts';
import type { Arrangement } from './arrangement.ts';
import type { Side } from './column.ts';
import { frameFor, type Frame } from './frame.ts';
import { ReaderContext } from './reader-context.ts';
import { schemeOf } from './script.ts';
import type { Session } from './session.ts';
import { fittingMode, lookOf, metricsOf, type Setting } from './setting.ts';
import { SpreadSlot, Unmounted } from './SpreadSlot.tsx';

/** The text of one view: both editions, or (`alone`) the one side of which `arrangement` is. */
export function Spreads({
  session,
  alone,
  arrangement,
  reading,
  setting,
}: {
  session: Session;
  alone: Side | null;
  arrangement: Arrangement;
  reading: ReadingView;
  setting: Setting;
}) {
  const view = alone === 'target' ? session.beside : session.viewport;
  const mode = alone === null ? fittingMode(reading.mode, setting) : 'stacked';
  const { left, right } = arrangement;
  const source = schemeOf(left, reading.scripts);
  const target = schemeOf(right, reading.scripts);
  const look = lookOf(setting);
  const make = (before: Frame | null): Frame => {
    const position = before === null ? (session.beginning(alone) ?? readingNow()?.position ?? null) : view.position;
    return frameFor(
      arrangement,
      mode,
      { source, target },
      setting,
      position,
      before,
      before === null ? [] : session.inView(),
      session.load,
    );
  };
  const [frame, setFrame] = useState(() => make(null));
  // Another arrangement, mode, script or look is another frame, rendered in place of this one before anything is shown.
  const otherScript = frame.schemes.source !== source || frame.schemes.target !== target;
  const stale = frame.arrangement !== arrangement || frame.mode !== mode || otherScript || frame.look !== look;
  if (stale) setFrame(make(frame));

  const { heights } = frame;
  const { size, leading, measure, width } = setting;
  useLayoutEffect(() => {
    heights.estimateBy(metricsOf(mode, { size, leading, measure, width }));
    view.settle();
  }, [view, heights, mode, size, leading, measure, width]);
  useLayoutEffect(() => session.show(frame, view), [session, frame, view]);

  const context = useMemo(
    () => ({
      ...frame,
      alone,
      viewport: view,
      focusParagraph: (paragraph: string) => {
        session.focus.go(paragraph);
      },
    }),
    [frame, session, alone, view],
  );
  const mounted = useSyncExternalStore(frame.mounting.subscribe, () => frame.mounting.mounted);
  return (
    <ReaderContext value={context}>
      {runs(mounted, arrangement.spreads.length).map(({ start, end, shown }) =>
        shown ? (
          <SpreadSlot key={arrangement.links[arrangement.spreads[start]?.start ?? 0]?.id} index={start} />
        ) : (
          <Unmounted key={`unmounted ${String(start)}`} start={start} end={end} />
        ),
      )}
    </ReaderContext>
  );
}

/** All spreads in order: each mounted one, and between them what is not mounted as a whole. */
function runs(mounted: readonly number[], count: number): { start: number; end: number; shown: boolean }[] {
  const all: { start: number; end: number; shown: boolean }[] = [];
  let next = 0;
  for (const index of mounted) {
    if (index > next) all.push({ start: next, end: index, shown: false });
    all.push({ start: index, end: index + 1, shown: true });
    next = index + 1;
  }
  if (next < count) all.push({ start: next, end: count, shown: false });
  return all;
}
