import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import { library } from '#renderer/app/library-store.ts';
import { flushReading, readingNow, updateReading, useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Repairs.module.css';
import { findInEdition, openRepairs, repairsView } from './repairs-state.ts';

/** How long the text has been there before it is looked through, in milliseconds: reading comes first. */
const wait = 1_500;

/** Offers the repairs of an edition that is read and has damaged words, until the reader looks at them or wants none. */
export function RepairsBanner() {
  const reading = useReading();
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  const isOpen = useStore(repairsView, ({ edition }) => edition !== null);
  const work = useStore(openedWork, ({ current }) => current?.id);
  const edition = useStore(
    openedWork,
    ({ current }) =>
      current?.editions.find(
        ({ id, language }) =>
          reading?.editions.includes(id) === true && isCyrillicKazakh(language) && !reading.repairsHidden.includes(id),
      )?.id,
  );
  if (work === undefined || edition === undefined || readOnly || isOpen) return null;
  return <Offer key={`${work} ${edition}`} edition={edition} />;
}

function Offer({ edition }: { edition: string }) {
  const { t } = useTranslation('repairs');
  const format = useFormat();
  const total = useTotal(edition);
  if (total === 0) return null;
  const hide = (): void => {
    updateReading({ repairsHidden: [...(readingNow()?.repairsHidden ?? []), edition] });
    flushReading();
  };
  return (
    <div className={styles.banner}>
      <Banner
        kind="notice"
        title={t('banner.title', { count: total, number: format.number(total) })}
        actions={
          <>
            <Button size="small" variant="outline" onPress={hide}>
              {t('banner.hide')}
            </Button>
            <Button
              size="small"
              variant="primary"
              onPress={() => {
                openRepairs(edition);
              }}
            >
              {t('banner.look')}
            </Button>
          </>
        }
      />
    </div>
  );
}

/** How many words of an edition look damaged, once that is known. */
function useTotal(edition: string): number {
  const [total, setTotal] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      findInEdition(edition, control.signal).then(
        (found) => {
          if (!control.signal.aborted) setTotal(found.total);
        },
        // Nobody has asked for it: where it cannot be told, nothing is said.
        () => undefined,
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [edition]);
  return total;
}
