import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Reader.module.css';
import type { Session } from './session.ts';

/** Says that some of the text could not be read, and tries again when asked. */
export function LoadFailure({ session }: { session: Session }) {
  const { t } = useTranslation('reader');
  const failure = useStore(session.failure, (state) => state.failure);
  if (failure === null) return null;
  return (
    <div role="alert" className={styles.failure}>
      <span>
        {t('load.failed')} {failure.where ?? failure.message}
      </span>
      <Button
        variant="outline"
        size="small"
        onPress={() => {
          session.retry();
        }}
      >
        {t('load.again')}
      </Button>
    </div>
  );
}
