import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { knownShare } from '#core/glossary/coverage.ts';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import styles from './Coverage.module.css';
import { openCoverage } from './coverage-state.ts';
import { useCoverage } from './use-coverage.ts';

/** How much of the original's running words a reader knows who has given words levels; for others there is nothing to say. */
export function KnownStatus() {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  const terms = useStore(library, (state) => state.terms);
  const isLearning = useMemo(() => [...terms.values()].some(({ level }) => level !== undefined), [terms]);
  const { coverage } = useCoverage(isLearning && original !== undefined ? { edition: original } : null);
  const share = !isLearning || coverage === null || coverage.edition !== original ? null : knownShare(coverage.words);
  if (share === null) return null;
  return (
    <button type="button" className={styles.status} onClick={openCoverage}>
      {t('status', { share: format.percent(share) })}
    </button>
  );
}
