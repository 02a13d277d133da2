import { useTranslation } from 'react-i18next';
import { GlossaryView } from '#renderer/glossary/manage/GlossaryView.tsx';
import frame from './Frame.module.css';
import styles from './Page.module.css';
import { PageHeader } from './PageHeader.tsx';
import { SavingState } from './SavingState.tsx';

/** The whole glossary, apart from any work. */
export function GlossaryPage() {
  const { t } = useTranslation('app');
  return (
    <div className={styles.page}>
      <PageHeader title={t('panel.glossary')} />
      <main className={styles.main}>
        <GlossaryView />
      </main>
      <footer className={frame.status} aria-label={t('status.label')}>
        <SavingState />
      </footer>
    </div>
  );
}
