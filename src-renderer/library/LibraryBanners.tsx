import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { tellFailure, tellProblem } from '#renderer/app/failures.ts';
import { library, loadLibrary } from '#renderer/app/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { Problem, ReadOnly } from '#main/api/shapes.ts';
import styles from './LibraryBanners.module.css';

/** What should be known of the library: it takes no changes, some of it could not be read, it cannot be reached. */
export function LibraryBanners() {
  const state = useStore(library, (view) => view.state);
  const failure = useStore(library, (view) => view.failure);
  const { t } = useTranslation('library');
  if (state === null) return null;
  const account = failure === null ? null : tellFailure(failure, t);
  return (
    <>
      {account !== null && (
        <Banner kind="failed" title={account.what} actions={<Again />}>
          {account.where !== null && <p className={styles.where}>{account.where}</p>}
          <p>{account.next}</p>
        </Banner>
      )}
      {state.readOnly !== null && <ReadOnlyBanner readOnly={state.readOnly} />}
      {state.problems.length > 0 && <ProblemsBanner problems={state.problems} />}
    </>
  );
}

function Again() {
  const { t } = useTranslation('app');
  return (
    <Button
      variant="outline"
      size="small"
      onPress={() => {
        void loadLibrary();
      }}
    >
      {t('action.again')}
    </Button>
  );
}

function ReadOnlyBanner({ readOnly }: { readOnly: ReadOnly }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  if (readOnly.reason === 'newer') {
    return (
      <Banner kind="notice" title={t('read-only.newer')}>
        <p>{t('read-only.newer-text', { version: readOnly.version })}</p>
        <p className={styles.where}>{readOnly.file}</p>
      </Banner>
    );
  }
  const { program, pid, host, since } = readOnly.holder;
  return (
    <Banner kind="notice" title={t('read-only.held')}>
      <p>{t('read-only.held-text', { program, pid, host, since: format.when(since) })}</p>
      <p>{t('read-only.held-next')}</p>
    </Banner>
  );
}

function ProblemsBanner({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('library');
  return (
    <Banner kind="notice" title={t('problems.title', { count: problems.length })}>
      <p>{t('problems.text')}</p>
      <details className={styles.details}>
        <summary>{t('problems.show')}</summary>
        <ul>
          {problems.map((problem) => {
            const { what, where, next } = tellProblem(problem, t);
            return (
              <li key={`${problem.code} ${where ?? ''}`}>
                <p>{what}</p>
                <p className={styles.where}>{where}</p>
                <p>{next}</p>
              </li>
            );
          })}
        </ul>
      </details>
    </Banner>
  );
}
