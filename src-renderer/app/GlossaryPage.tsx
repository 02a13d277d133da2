import { useTranslation } from 'react-i18next';
import { GlossaryView } from '#renderer/glossary/manage/GlossaryView.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import frame from './Frame.module.css';
import styles from './Page.module.css';
import { ReadingSettings } from './ReadingSettings.tsx';
import { go } from './route.ts';
import { SavingState } from './SavingState.tsx';

/** The whole glossary, apart from any work. */
export function GlossaryPage() {
  const { t } = useTranslation('app');
  return (
    <div className={styles.page}>
      <header className={frame.header}>
        <div className={frame.tools}>
          <Button
            onPress={() => {
              go({ view: 'library' });
            }}
          >
            <span aria-hidden>‹</span> {t('command.library')}
          </Button>
        </div>
        <h1 className={frame.title}>{t('panel.glossary')}</h1>
        <div className={classes(frame.tools, frame.end)}>
          <ReadingSettings />
        </div>
      </header>
      <main className={styles.main}>
        <GlossaryView />
      </main>
      <footer className={frame.status} aria-label={t('status.label')}>
        <SavingState />
      </footer>
    </div>
  );
}
