import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { useLook } from '#renderer/app/display.ts';
import { useReading, type ReadingView } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Actions } from './actions.ts';
import { arrange, type Arrangement } from './arrangement.ts';
import { beadCommands } from './bead-commands.ts';
import { readerCommands } from './commands.ts';
import { EditInScript } from './EditInScript.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { followWidth } from './follow-width.ts';
import { LoadFailure } from './LoadFailure.tsx';
import { Pane } from './Pane.tsx';
import { paneCommands } from './pane-commands.ts';
import { PaneHeads } from './PaneHeads.tsx';
import { ParagraphMenu } from './ParagraphMenu.tsx';
import './arabic.css';
import './drawings.css';
import styles from './Reader.module.css';
import { readerControls } from './reader-state.ts';
import { resetReaderParts } from './reader-store.ts';
import { scriptCommands } from './script-commands.ts';
import { sentenceCommands } from './sentence-commands.ts';
import { Session } from './session.ts';
import { fittingMode } from './setting.ts';
import { Spreads } from './Spreads.tsx';
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
  const look = useLook();
  const { size, leading, measure } = look;
  const [session] = useState(() => new Session());
  const [actions] = useState(() => new Actions(session));
  const [width, setWidth] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const stack = useRef<HTMLDivElement>(null);
  const arrangement = useArrangement(reading.editions);
  const writeHere = { '--write-here': JSON.stringify(t('import:write.here')) } as CSSProperties;
  const setting = width === null ? null : { size, leading, measure, width };
  const mode = setting === null ? reading.mode : fittingMode(reading.mode, setting);
  const isApart = reading.unlocked && mode === 'side' && arrangement !== null && arrangement.left !== arrangement.right;

  useLayoutEffect(() => {
    if (root.current === null) return undefined;
    resetReaderParts();
    return session.attach(root.current);
  }, [session]);
  useLayoutEffect(() => {
    if (root.current === null) return undefined;
    if (isApart) {
      const endings = [session.part(), followWidth(root.current, setWidth)];
      return () => {
        for (const end of endings) end();
      };
    }
    return stack.current === null
      ? undefined
      : session.attachView(session.viewport, root.current, stack.current, setWidth);
  }, [session, isApart]);
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
        ...paneCommands(session),
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
      place: () => session.beginning(null) ?? session.viewport.position,
      goTo: (place) => {
        session.viewport.pin(place);
      },
    };
    return () => {
      readerControls.current = null;
    };
  }, [session, actions]);

  return (
    <div
      ref={root}
      className={styles.reader}
      role="region"
      aria-label={t('label')}
      tabIndex={-1}
      style={writeHere}
      {...(isApart ? { 'data-apart': '' } : {})}
    >
      {isApart &&
        (['source', 'target'] as const).map((side) => (
          <Pane key={side} session={session} side={side} full={arrangement} reading={reading} look={look} />
        ))}
      {!isApart && arrangement !== null && setting !== null && arrangement.links.length > 0 && (
        <PaneHeads arrangement={arrangement} mode={mode} scripts={reading.scripts} />
      )}
      {!isApart && (
        <div ref={stack} className={styles.stack}>
          {arrangement !== null && setting !== null && arrangement.links.length > 0 && (
            <Spreads session={session} alone={null} arrangement={arrangement} reading={reading} setting={setting} />
          )}
          {arrangement?.links.length === 0 && <EmptyState title={t('empty')}>{t('empty-why')}</EmptyState>}
        </div>
      )}
      <LoadFailure session={session} />
      <ParagraphMenu session={session} actions={actions} />
      <ExternalLink />
      <EditInScript session={session} actions={actions} />
    </div>
  );
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
