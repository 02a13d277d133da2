import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { useLook } from '#renderer/app/display.ts';
import { readingNow, useReading, type ReadingView } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Actions } from './actions.ts';
import { arrange, type Arrangement } from './arrangement.ts';
import { beadCommands } from './bead-commands.ts';
import { readerCommands } from './commands.ts';
import { EditInScript } from './EditInScript.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { frameFor, type Frame } from './frame.ts';
import { LoadFailure } from './LoadFailure.tsx';
import { PaneHeads } from './PaneHeads.tsx';
import { ParagraphMenu } from './ParagraphMenu.tsx';
import './arabic.css';
import './drawings.css';
import styles from './Reader.module.css';
import { ReaderContext } from './reader-context.ts';
import { readerControls } from './reader-state.ts';
import { resetReaderParts } from './reader-store.ts';
import { scriptCommands } from './script-commands.ts';
import { schemeOf } from './script.ts';
import { sentenceCommands } from './sentence-commands.ts';
import { Session } from './session.ts';
import { fittingMode, lookOf, metricsOf, type Setting } from './setting.ts';
import { SpreadSlot, Unmounted } from './SpreadSlot.tsx';
import { followTextClicks } from './text-clicks.ts';

/** The reading view of the open work. */
export function Reader() {
  const work = useStore(openedWork, ({ current }) => current?.id ?? null);
  const reading = useReading();
  if (work === null || reading === null) return null;
  return <Text key={work} reading={reading} />;
}

function Text({ reading }: { reading: ReadingView }) {
  const { t } = useTranslation(['reader', 'import']);
  const { size, leading, measure } = useLook();
  const [session] = useState(() => new Session());
  const [actions] = useState(() => new Actions(session));
  const [width, setWidth] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const stack = useRef<HTMLDivElement>(null);
  const arrangement = useArrangement(reading.editions);
  const writeHere = { '--write-here': JSON.stringify(t('import:write.here')) } as CSSProperties;
  const setting = width === null ? null : { size, leading, measure, width };

  useLayoutEffect(() => {
    if (root.current === null || stack.current === null) return undefined;
    resetReaderParts();
    return session.attach(root.current, stack.current, setWidth);
  }, [session]);
  useEffect(() => {
    const { current } = root;
    // Keys that scroll work at once.
    if (current !== null && document.activeElement === document.body) current.focus({ preventScroll: true });
  }, []);
  useEffect(() => (root.current === null ? undefined : followTextClicks(root.current, actions)), [actions]);
  const { sentencesUnlit } = reading;
  useEffect(() => {
    session.sentences.enable(!sentencesUnlit);
  }, [session, sentencesUnlit]);
  useEffect(
    () =>
      offer([
        ...readerCommands(session, actions),
        ...beadCommands(session, actions),
        ...sentenceCommands,
        ...scriptCommands,
      ]),
    [session, actions],
  );
  useEffect(() => {
    readerControls.current = {
      reveal: (place, options) => void actions.reveal(place, options),
      clearSelection: () => {
        session.cursor?.end();
        session.selecting?.clear();
      },
      settleSelection: () => {
        if (session.cursor?.active === true) session.cursor.settle();
        else session.selecting?.clear();
      },
      word: () => session.cursor?.at ?? null,
      startWord: () => actions.startWord(),
      goToWord: (place) => actions.goToWord(place),
      goToSection: (section) => void actions.goToSection(section),
      place: () => session.viewport.position,
      goTo: (place) => {
        session.viewport.pin(place);
      },
    };
    return () => {
      readerControls.current = null;
    };
  }, [session, actions]);

  return (
    <div ref={root} className={styles.reader} role="region" aria-label={t('label')} tabIndex={-1} style={writeHere}>
      {arrangement !== null && setting !== null && arrangement.links.length > 0 && (
        <PaneHeads arrangement={arrangement} mode={fittingMode(reading.mode, setting)} scripts={reading.scripts} />
      )}
      <div ref={stack} className={styles.stack}>
        {arrangement !== null && setting !== null && arrangement.links.length > 0 && (
          <Spreads session={session} arrangement={arrangement} reading={reading} setting={setting} />
        )}
        {arrangement?.links.length === 0 && <EmptyState title={t('empty')}>{t('empty-why')}</EmptyState>}
      </div>
      <LoadFailure session={session} />
      <ParagraphMenu session={session} actions={actions} />
      <ExternalLink />
      <EditInScript session={session} actions={actions} />
    </div>
  );
}

function Spreads({
  session,
  arrangement,
  reading,
  setting,
}: {
  session: Session;
  arrangement: Arrangement;
  reading: ReadingView;
  setting: Setting;
}) {
  const mode = fittingMode(reading.mode, setting);
  const { left, right } = arrangement;
  const source = schemeOf(left, reading.scripts);
  const target = schemeOf(right, reading.scripts);
  const look = lookOf(setting);
  const make = (before: Frame | null): Frame => {
    const position = before === null ? (readingNow()?.position ?? null) : session.viewport.position;
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
    session.viewport.settle();
  }, [session, heights, mode, size, leading, measure, width]);
  useLayoutEffect(() => session.show(frame), [session, frame]);

  const context = useMemo(
    () => ({
      ...frame,
      viewport: session.viewport,
      focusParagraph: (paragraph: string) => {
        session.focus.go(paragraph);
      },
    }),
    [frame, session],
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

/** The arrangement of two editions of the open work; the same one as long as nothing it follows from changes. */
function useArrangement([left, right]: readonly [string, string]): Arrangement | null {
  const id = useStore(openedWork, ({ current }) => current?.id);
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  const sections = useStore(openedWork, ({ current }) => current?.sections);
  const outline = useStore(openedWork, ({ current }) => current?.outline);
  const alignments = useStore(openedWork, ({ current }) => current?.alignments);
  const places = useStore(openedWork, ({ current }) => current?.places);
  return useMemo(() => {
    if (id === undefined || original === undefined || places === undefined) return null;
    if (editions === undefined || sections === undefined) return null;
    if (outline === undefined || alignments === undefined) return null;
    return arrange({ id, original, editions, sections, outline, alignments, places }, [left, right]);
  }, [id, original, editions, sections, outline, alignments, places, left, right]);
}
