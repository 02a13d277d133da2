import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { openImport } from './bringing.ts';
import styles from './Import.module.css';
import { writing } from './writing.ts';

/** Above a text that has no translation: how it gets one. */
export function TranslationOffer() {
  const { t } = useTranslation('import');
  const work = useStore(openedWork, ({ current }) => current?.id ?? null);
  const isAlone = useStore(openedWork, ({ current }) => current?.editions.length === 1);
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  if (work === null || !isAlone || readOnly) return null;
  return (
    <section className={styles.offer} aria-label={t('write.offer')}>
      <span>{t('write.offer')}</span>
      <Button
        size="small"
        variant="outline"
        onPress={() => {
          writing.setState({ work });
        }}
      >
        {t('write.offer-write')}
      </Button>
      <Button
        size="small"
        variant="outline"
        onPress={() => {
          openImport('translation', work);
        }}
      >
        {t('write.offer-add')}
      </Button>
    </section>
  );
}
