import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Bead } from '#core/records/bead.ts';
import { offer, run } from '#renderer/app/commands.ts';
import { library } from '#renderer/app/library-store.ts';
import { DeletedWork, NotOpened } from '#renderer/app/NotOpened.tsx';
import { go } from '#renderer/app/route.ts';
import { useOpenWork } from '#renderer/app/use-open-work.ts';
import { narrowWidth, useNarrowerThan } from '#renderer/app/window-size.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { annotationLayer } from '#renderer/annotations/layer.ts';
import { addLayer } from '#renderer/reader/drawing.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { countBeads } from './bead-kind.ts';
import { BeadList } from './BeadList.tsx';
import { checks } from './checks-state.ts';
import { ChecksPanel } from './ChecksPanel.tsx';
import { CoursePlot } from './CoursePlot.tsx';
import { indexHolding } from './here.ts';
import { isUnaligned } from './pairs.ts';
import { RealignDialog } from './RealignDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { Strip } from './Strip.tsx';
import { beadAtReading } from './to-workbench.ts';
import { UnlockDialog } from './UnlockDialog.tsx';
import { useChecks } from './use-checks.ts';
import styles from './Workbench.module.css';
import { workbenchCommands } from './workbench-commands.ts';
import { openWorkbench, workbench } from './workbench-state.ts';
import { WorkbenchHeader } from './WorkbenchHeader.tsx';
import { WorkbenchStatus } from './WorkbenchStatus.tsx';

/** The workbench of an alignment: where a translator looks through what the aligner found, and puts it right. */
export function WorkbenchPage({ work, alignment }: { work: string; alignment: string }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <Attempt
      key={attempt}
      work={work}
      alignment={alignment}
      again={() => {
        setAttempt(attempt + 1);
      }}
    />
  );
}

function Attempt({ work, alignment, again }: { work: string; alignment: string; again: () => void }) {
  const { t } = useTranslation(['alignment', 'app']);
  const { isOpen, deleted, failure } = useOpenWork(work);
  const editions = useStore(openedWork, ({ current }) => current?.editions);
  if (failure !== null && !isOpen) return <NotOpened failure={failure} again={again} />;
  if (deleted) return <DeletedWork />;
  if (!isOpen || editions === undefined) return <Waiting>{t('app:work.loading')}</Waiting>;
  const sides = alignment.split('~').map((name) => editions.find(({ id }) => id === name));
  const [source, target] = sides;
  if (source === undefined || target === undefined || sides.length !== 2) {
    return (
      <EmptyState
        title={t('unknown')}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              go({ view: 'work', work });
            }}
          >
            {t('back')}
          </Button>
        }
      />
    );
  }
  return <Opened work={work} alignment={alignment} tags={[source.language, target.language]} />;
}

const none: readonly Bead[] = [];

function Opened({ work, alignment, tags }: { work: string; alignment: string; tags: [string, string] }) {
  const { t } = useTranslation('alignment');
  const narrow = useNarrowerThan(narrowWidth);
  const beads = useStore(openedWork, ({ current }) => current?.alignments[alignment] ?? none);
  const byBead = useStore(checks, (state) => state.byBead);
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  const panel = useStore(workbench, (state) => state.panel);
  const isOurs = useStore(workbench, (state) => state.alignment === alignment);
  useChecks(work, alignment);
  useEffect(() => {
    openWorkbench(alignment);
    workbench.setState({ bead: beadAtReading(alignment) });
    const endings = [addLayer(annotationLayer), offer(workbenchCommands)];
    return () => {
      for (const end of endings) end();
      openWorkbench('');
    };
  }, [alignment]);
  useEffect(() => {
    stayThere(beads);
  }, [beads]);
  // What goes through all beads may come a moment after the bead that was changed.
  const settled = useDeferredValue(beads);
  const counts = useMemo(() => countBeads(settled, byBead), [settled, byBead]);
  const unaligned = useStore(openedWork, ({ current }) => current === null || isUnaligned(current, alignment));
  const [source, target] = tags;
  const pair = useMemo((): [string, string] => [source, target], [source, target]);
  if (!isOurs) return null;
  return (
    <div className={styles.page}>
      <WorkbenchHeader alignment={alignment} counts={counts} />
      <Strip beads={settled} />
      <main className={styles.main}>
        {readOnly && <Banner kind="notice" title={t('read-only')} />}
        {unaligned && (
          <Banner
            kind="notice"
            title={t('unaligned.title')}
            actions={
              <Button
                variant="primary"
                size="small"
                isDisabled={readOnly}
                onPress={() => {
                  run('alignment.realign');
                }}
              >
                {t('unaligned.align')}
              </Button>
            }
          >
            <p>{t('unaligned.why')}</p>
          </Banner>
        )}
        <BeadList beads={beads} tags={pair} />
        <SelectionBar />
      </main>
      {(!narrow || panel) && (
        <aside className={classes(styles.side, narrow && styles.over)} aria-label={t('panel')}>
          <CoursePlot beads={settled} />
          <ChecksPanel readOnly={readOnly} />
        </aside>
      )}
      <WorkbenchStatus counts={counts} />
      <RealignDialog alignment={alignment} />
      <UnlockDialog />
    </div>
  );
}

/** Where the current bead went, by an edit or by undo, the one that holds its paragraph now is the current one. */
function stayThere(beads: readonly Bead[]): void {
  const { bead, anchor } = workbench.getState();
  if (beads.length === 0 || beadIndex(beads).has(bead ?? '')) return;
  const next = beads[Math.max(0, indexHolding(beads, anchor))];
  if (next !== undefined) workbench.setState({ bead: next.id, unit: null });
}
