import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { searchIn, searchView } from './search-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './SearchPanel.module.css';

/** How much was found, by edition; what to try where nothing was. Read out when it changes. */
export function Found() {
  const { t } = useTranslation('search');
  const format = useFormat();
  const { query, term, scope, status, hits, current } = useStore(searchView);
  const editions = useStore(openedWork, (state) => state.current?.editions ?? []);
  const all = editions.length;
  const total = Object.values(hits?.total ?? {}).reduce((sum, count) => sum + count, 0);
  if (status === 'failed') return null;
  if (status === 'idle') {
    return (
      <EmptyState title={t('idle.title')}>
        <p>{t('idle.hint')}</p>
      </EmptyState>
    );
  }
  if (hits === null) return <Waiting>{t('searching')}</Waiting>;
  if (total === 0) {
    return (
      <div role="status">
        <EmptyState
          title={t('none.title', { query: term?.headword ?? query.trim() })}
          actions={
            scope === 'shown' &&
            term === null &&
            all > 2 && (
              <Button
                variant="outline"
                onPress={() => {
                  searchIn('all');
                }}
              >
                {t('none.all')}
              </Button>
            )
          }
        >
          <p>{term === null ? t('none.hint') : t('none.form')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div role="status" className={styles.found}>
      <p>
        {current === null
          ? t('count', { count: total, formatted: format.number(total) })
          : t('countAt', { at: format.number(current + 1), of: format.number(total) })}
        {editions
          .filter(({ id }) => hits.total[id] !== undefined)
          .map(({ id, language }) => (
            <span key={id}>
              {autonym(language)} {format.number(hits.total[id] ?? 0)}
            </span>
          ))}
      </p>
      {total > hits.hits.length && (
        <p>{t('first', { shown: format.number(hits.hits.length), total: format.number(total) })}</p>
      )}
    </div>
  );
}
