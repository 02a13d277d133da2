import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toWorkbenchCommands } from '#renderer/alignment/to-workbench.ts';
import { AloudTools } from '#renderer/aloud/AloudTools.tsx';
import { AnnotationTools } from '#renderer/annotations/AnnotationTools.tsx';
import { CoverageTools } from '#renderer/coverage/CoverageTools.tsx';
import { GlossaryTools } from '#renderer/glossary/GlossaryTools.tsx';
import { TranslationOffer } from '#renderer/import/TranslationOffer.tsx';
import { Reader } from '#renderer/reader/Reader.tsx';
import { RepairsTools } from '#renderer/repairs/RepairsTools.tsx';
import { SearchTools } from '#renderer/search/SearchTools.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { offer } from './commands.ts';
import { ContentsPanel, SidePanel } from './FramePanels.tsx';
import { DeletedWork, NotOpened } from './NotOpened.tsx';
import { useOpenWork } from './use-open-work.ts';
import { WorkStatus } from './WorkStatus.tsx';
import { workCommands } from './work-commands.ts';
import styles from './WorkFrame.module.css';
import { WorkHeader } from './WorkHeader.tsx';

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
  const { isOpen, deleted, failure } = useOpenWork(work);
  const text = useRef<HTMLElement>(null);
  useEffect(() => (isOpen ? offer([...workCommands, ...toWorkbenchCommands]) : undefined), [isOpen]);

  if (failure !== null && !isOpen) return <NotOpened failure={failure} again={again} />;
  if (deleted) return <DeletedWork />;
  if (!isOpen) return <Waiting>{t('work.loading')}</Waiting>;
  return (
    <div className={styles.frame}>
      <WorkHeader />
      <ContentsPanel text={text} />
      <main ref={text} tabIndex={-1} className={styles.text}>
        <TranslationOffer />
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
