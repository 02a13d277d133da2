import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { tellFailure } from './failures.ts';
import { library } from './library-store.ts';
import styles from './SavingState.module.css';
import { retry, saving } from './saving.ts';

/** "Saved 12:03": whether everything is on disk. */
export function SavingState() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const { status, at, pending } = useStore(saving);
  const readOnly = useStore(library, ({ state }) => state?.readOnly ?? null);
  if (readOnly !== null) return <span className={styles.readOnly}>{t('saving.read-only')}</span>;
  if (status === 'failed') return <span className={styles.failed}>{t('saving.failed', { count: pending })}</span>;
  // A write takes a few milliseconds: saying so in words would only flicker.
  return (
    <span aria-busy={pending > 0}>
      {at === null ? t('saving.nothing') : t('saving.saved', { at: format.when(at) })}
    </span>
  );
}

/** While changes cannot be written: what, where, why nothing is lost, and a way to try again. */
export function SavingBanner() {
  const { t } = useTranslation('app');
  const { failure, pending } = useStore(saving);
  if (failure === null || pending === 0) return null;
  const { what, where, next } = tellFailure(failure, t);
  return (
    <div className={styles.banner}>
      <Banner
        kind="failed"
        title={t('saving.failed', { count: pending })}
        actions={
          <Button variant="outline" size="small" onPress={retry}>
            {t('action.again')}
          </Button>
        }
      >
        <p>
          {what} {next}
        </p>
        {where !== null && <p className={styles.where}>{where}</p>}
        <p>{t('saving.kept')}</p>
      </Banner>
    </div>
  );
}
