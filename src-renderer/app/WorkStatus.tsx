import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { KnownStatus } from '#renderer/coverage/KnownStatus.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { countAligned } from './aligned.ts';
import styles from './Frame.module.css';
import { useReading } from './reading.ts';
import { readingPlace } from './reading-place.ts';
import { SavingState } from './SavingState.tsx';
import { openedWork } from './work-store.ts';

/** The foot of an open work: is all of it on disk, how much is aligned, where the reader is. */
export function WorkStatus() {
  const { t } = useTranslation('app');
  return (
    <footer className={styles.status} aria-label={t('status.label')}>
      <SavingState />
      <Aligned />
      <KnownStatus />
      <Place />
    </footer>
  );
}

function Aligned() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const [left, right] = useReading()?.editions ?? [];
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  const alignments = useStore(openedWork, ({ current }) => current?.alignments);
  const outline = useStore(openedWork, ({ current }) => current?.outline);
  const counted = useMemo(
    () =>
      left === undefined || right === undefined || left === right || original === undefined
        ? null
        : countAligned(left, right, original, alignments ?? {}, outline ?? {}),
    [left, right, original, alignments, outline],
  );
  if (counted === null || counted.all === 0) return null;
  return (
    <span className={styles.detail}>
      {t('status.aligned', {
        aligned: format.number(counted.aligned),
        all: format.number(counted.all),
        confirmed: format.number(counted.confirmed),
        count: counted.all,
      })}
    </span>
  );
}

function Place() {
  const { t } = useTranslation('app');
  const format = useFormat();
  const section = useStore(readingPlace, (state) => state.section);
  const sections = useStore(openedWork, ({ current }) => current?.sections);
  const edition = sections?.find(({ id }) => id === section)?.edition;
  const siblings = sections?.filter((one) => one.edition === edition) ?? [];
  const index = siblings.findIndex(({ id }) => id === section);
  if (index < 0) return null;
  return (
    <span className={styles.last}>
      {t('status.section', { section: format.number(index + 1), all: format.number(siblings.length) })}
    </span>
  );
}
