import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import frame from '#renderer/app/Frame.module.css';
import { FailureView } from '#renderer/app/FailureView.tsx';
import page from '#renderer/app/Page.module.css';
import { PageHeader } from '#renderer/app/PageHeader.tsx';
import { SavingState } from '#renderer/app/SavingState.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { forgetContents } from './contents.ts';
import { held } from './held.ts';
import { followRetention, loading, loadReview } from './load.ts';
import styles from './ReviewPage.module.css';
import { session } from './session.ts';
import { SessionView } from './SessionView.tsx';
import { StartPage } from './StartPage.tsx';

/** The reviews: what is due, and the session in which it is asked. */
export function ReviewPage() {
  const { t } = useTranslation(['review', 'app']);
  const isOpen = useStore(session, (state) => state.isOpen);
  useEffect(() => {
    forgetContents();
    void loadReview();
    return followRetention();
  }, []);
  return (
    <div className={page.page}>
      <PageHeader title={t('title')} />
      <main tabIndex={-1} className={classes(page.main, styles.main)}>
        <Shown isOpen={isOpen} />
      </main>
      <footer className={frame.status} aria-label={t('app:status.label')}>
        <SavingState />
      </footer>
    </div>
  );
}

function Shown({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation(['review', 'app']);
  const isRead = useStore(held, (state) => state.isRead);
  const failure = useStore(loading, (state) => state.failure);
  if (isRead) return isOpen ? <SessionView /> : <StartPage />;
  if (failure === null) return <Waiting>{t('loading')}</Waiting>;
  return (
    <FailureView
      title={t('failed')}
      failure={failure}
      actions={
        <Button
          variant="primary"
          onPress={() => {
            void loadReview();
          }}
        >
          {t('app:action.again')}
        </Button>
      }
    />
  );
}
