import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { WorkbenchPage } from '#renderer/alignment/WorkbenchPage.tsx';
import { GlossaryPage } from './GlossaryPage.tsx';
import { DictionariesDialog } from '#renderer/dictionaries/DictionariesDialog.tsx';
import { DropAnywhere } from '#renderer/import/DropAnywhere.tsx';
import { ImportPage } from '#renderer/import/ImportPage.tsx';
import { ExportDialogs } from '#renderer/export/ExportDialogs.tsx';
import { Library } from '#renderer/library/Library.tsx';
import { AddCards } from '#renderer/review/AddCards.tsx';
import { ReviewPage } from '#renderer/review/ReviewPage.tsx';
import { AnkiDialogs } from '#renderer/review/anki/AnkiDialogs.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FailureView } from './FailureView.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { library, loadLibrary } from './library-store.ts';
import { Notices } from './Notices.tsx';
import { Palette } from './Palette.tsx';
import { hashOf, route, type Route } from './route.ts';
import { SavingBanner } from './SavingState.tsx';
import { WorkFrame } from './WorkFrame.tsx';

/** The window: one view, what lies over it, and what is said at its edge. */
export function App() {
  const { i18n } = useTranslation();
  const shown = useStore(route);
  return (
    <I18nProvider locale={i18n.language}>
      <div className={styles.app}>
        <div className={styles.view}>
          <ErrorBoundary key={hashOf(shown)}>
            <View shown={shown} />
          </ErrorBoundary>
          <Notices />
        </div>
        <SavingBanner />
      </div>
      <Palette />
      <KeyHelp />
      <AddCards />
      <AnkiDialogs />
      <DictionariesDialog />
      <ExportDialogs />
      <DropAnywhere />
    </I18nProvider>
  );
}

function View({ shown }: { shown: Route }) {
  const { t } = useTranslation('app');
  const state = useStore(library, (view) => view.state);
  const failure = useStore(library, (view) => view.failure);
  if (state === null) {
    if (failure === null) return <Waiting>{t('library.loading')}</Waiting>;
    return (
      <FailureView
        title={t('library.failed')}
        failure={failure}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              void loadLibrary();
            }}
          >
            {t('action.again')}
          </Button>
        }
      />
    );
  }
  if (shown.view === 'alignment') {
    return <WorkbenchPage key={hashOf(shown)} work={shown.work} alignment={shown.alignment} />;
  }
  if (shown.view === 'work') return <WorkFrame key={shown.work} work={shown.work} />;
  if (shown.view === 'review') return <ReviewPage />;
  if (shown.view === 'import') return <ImportPage />;
  return shown.view === 'glossary' ? <GlossaryPage /> : <Library />;
}
