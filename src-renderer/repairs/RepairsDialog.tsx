import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RepairKind } from '#core/language/repairs/repair.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { library } from '#renderer/app/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import styles from './Repairs.module.css';
import { RepairsList } from './RepairsList.tsx';
import {
  applySelected,
  closeRepairs,
  look,
  placesSelected,
  placesShown,
  repairsView,
  select,
  showKind,
} from './repairs-state.ts';

const kinds = ['lookalike', 'encoding'] as const satisfies readonly RepairKind[];

/** The words of an edition that look damaged, with what they should probably be; repaired only when the reader agrees. */
export function RepairsDialog() {
  const { t } = useTranslation('repairs');
  const format = useFormat();
  const view = useStore(repairsView);
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  const count = placesSelected(view).length;
  const isReady = view.status === 'found' && (view.found?.total ?? 0) > 0;
  return (
    <Dialog
      wide
      title={t('title')}
      isOpen={view.edition !== null}
      onClose={closeRepairs}
      footer={
        <>
          <Button onPress={closeRepairs}>{t(isReady ? 'cancel' : 'close')}</Button>
          {isReady && (
            <Button variant="primary" isDisabled={count === 0 || readOnly} onPress={() => void applySelected()}>
              {t('apply', { count, number: format.number(count) })}
            </Button>
          )}
        </>
      }
    >
      <Body />
      {isReady && readOnly && <p className={styles.hint}>{t('read-only')}</p>}
    </Dialog>
  );
}

function Body() {
  const { t } = useTranslation(['repairs', 'app']);
  const format = useFormat();
  const view = useStore(repairsView);
  const { status, failure, found, kind } = view;
  if (status === 'failed' && failure !== null) {
    const account = tellFailure(failure, t);
    return (
      <Banner
        kind="failed"
        title={account.what}
        actions={
          <Button size="small" variant="outline" onPress={() => void look()}>
            {t('app:action.again')}
          </Button>
        }
      >
        <p>{account.next}</p>
      </Banner>
    );
  }
  if (status === 'applying') return <Waiting>{t('applying')}</Waiting>;
  if (status === 'looking' || found === null) return <Waiting>{t('looking')}</Waiting>;
  if (found.total === 0) return <EmptyState title={t('none')}>{t('none-why')}</EmptyState>;
  const places = placesShown(view);
  const several = kinds.every((one) => found.places.some((place) => place.kind === one));
  const selected = placesSelected(view).length;
  return (
    <div className={styles.body}>
      <p className={styles.hint}>{t('explained')}</p>
      <div className={styles.tools}>
        {several && (
          <SegmentedControl
            label={t('kind.label')}
            value={kind}
            segments={(['all', ...kinds] as const).map((id) => ({ id, label: t(`kind.${id}`) }))}
            onChange={showKind}
          />
        )}
        <span className={styles.count} role="status">
          {t('selected', {
            selected: format.number(selected),
            count: places.length,
            all: format.number(places.length),
          })}
        </span>
        <div className={styles.selecting}>
          <Button
            size="small"
            isDisabled={selected === places.length}
            onPress={() => {
              select(places, true);
            }}
          >
            {t('select-all')}
          </Button>
          <Button
            size="small"
            isDisabled={selected === 0}
            onPress={() => {
              select(places, false);
            }}
          >
            {t('select-none')}
          </Button>
        </div>
      </div>
      <RepairsList />
      {found.total > found.places.length && (
        <p className={styles.hint}>
          {t('more', { shown: format.number(found.places.length), all: format.number(found.total) })}
        </p>
      )}
    </div>
  );
}
