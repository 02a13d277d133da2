import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { AloudTools } from '#renderer/aloud/AloudTools.tsx';
import { AnnotationTools } from '#renderer/annotations/AnnotationTools.tsx';
import { CoverageTools } from '#renderer/coverage/CoverageTools.tsx';
import { GlossaryTools } from '#renderer/glossary/GlossaryTools.tsx';
import { Reader } from '#renderer/reader/Reader.tsx';
import { RepairsTools } from '#renderer/repairs/RepairsTools.tsx';
import { SearchTools } from '#renderer/search/SearchTools.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import type { ApiFailure } from './client.ts';
import { offer } from './commands.ts';
import { ContentsPanel, SidePanel } from './FramePanels.tsx';
import { FailureView } from './FailureView.tsx';
import { flushReading } from './reading.ts';
import { readingPlace } from './reading-place.ts';
import { go } from './route.ts';
import { shell } from './shell-state.ts';
import { WorkStatus } from './WorkStatus.tsx';
import { workCommands } from './work-commands.ts';
import styles from './WorkFrame.module.css';
import { WorkHeader } from './WorkHeader.tsx';
import { closeWork, openedWork, openWork } from './work-store.ts';

/** A work, open: its head, the text with the panels beside it, the state at the foot. */
export function WorkFrame({ work }: { work: string }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <Attempt
      key={attempt}
      work={work}
      again={() => {
        setAttempt(attempt + 1);
      }}
    />
  );
}

function Attempt({ work, again }: { work: string; again: () => void }) {
  const { t } = useTranslation('app');
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isOpen = useStore(openedWork, ({ current }) => current?.id === work);
  const deleted = useStore(openedWork, ({ current }) => current?.id === work && current.work.deleted === true);
  const text = useRef<HTMLElement>(null);

  useEffect(() => {
    let left = false;
    openWork(work).catch((cause: unknown) => {
      if (!left) setFailure(cause as ApiFailure);
    });
    return () => {
      left = true;
      flushReading();
      closeWork();
      readingPlace.setState({ section: null, share: 0 });
      shell.setState({ narrow: { contents: false, side: null } });
    };
  }, [work]);
  useEffect(() => (isOpen ? offer(workCommands) : undefined), [isOpen]);

  if (failure !== null && !isOpen) {
    return (
      <FailureView
        title={t('work.failed')}
        failure={failure}
        actions={
          <>
            <Button variant="primary" onPress={again}>
              {t('action.again')}
            </Button>
            <Button
              variant="outline"
              onPress={() => {
                go({ view: 'library' });
              }}
            >
              {t('command.library')}
            </Button>
          </>
        }
      />
    );
  }
  if (deleted) return <Deleted />;
  if (!isOpen) return <Waiting>{t('work.loading')}</Waiting>;
  return (
    <div className={styles.frame}>
      <WorkHeader />
      <ContentsPanel text={text} />
      <main ref={text} tabIndex={-1} className={styles.text}>
        <Reader />
      </main>
      <SidePanel text={text} />
      <WorkStatus />
      <AnnotationTools />
      <GlossaryTools />
      <SearchTools />
      <AloudTools />
      <CoverageTools />
      <RepairsTools />
    </div>
  );
}

/** In place of a work that was deleted while it was open: by another window, or here and then gone back to. */
function Deleted() {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      title={t('work.deleted')}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            go({ view: 'library' });
          }}
        >
          {t('command.library')}
        </Button>
      }
    />
  );
}
