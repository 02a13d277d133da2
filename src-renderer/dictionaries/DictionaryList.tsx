import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DictionaryEdit, DictionaryInfo } from '#main/api/dictionary-shapes.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { editDictionary, removeDictionary } from './calls.ts';
import styles from './DictionariesDialog.module.css';
import { DictionaryRow } from './DictionaryRow.tsx';

/** The dictionaries in the order in which they are asked. */
export function DictionaryList({ list, disabled }: { list: readonly DictionaryInfo[]; disabled: boolean }) {
  const { t } = useTranslation('dictionaries');
  const [removing, setRemoving] = useState<DictionaryInfo | null>(null);
  const edit = (id: string, change: DictionaryEdit): void => {
    editDictionary(id, change).catch(tell);
  };
  return (
    <>
      <ul className={styles.list} aria-label={t('list.label')}>
        {list.map((dictionary, at) => (
          <DictionaryRow
            key={dictionary.id}
            dictionary={dictionary}
            disabled={disabled}
            isFirst={at === 0}
            isLast={at === list.length - 1}
            onEdit={(change) => {
              edit(dictionary.id, change);
            }}
            onMove={(by) => {
              edit(dictionary.id, { position: at + by });
            }}
            onRemove={() => {
              setRemoving(dictionary);
            }}
          />
        ))}
      </ul>
      <Dialog
        role="alertdialog"
        title={t('remove.title', { name: removing?.name ?? '' })}
        isOpen={removing !== null}
        onClose={() => {
          setRemoving(null);
        }}
        footer={
          <>
            <Button
              onPress={() => {
                setRemoving(null);
              }}
            >
              {t('stage.cancel')}
            </Button>
            <Button
              variant="danger"
              onPress={() => {
                if (removing !== null) removeDictionary(removing.id).catch(tell);
                setRemoving(null);
              }}
            >
              {t('remove.do')}
            </Button>
          </>
        }
      >
        <p>{t('remove.text')}</p>
      </Dialog>
    </>
  );
}

function tell(error: unknown): void {
  if (!(error instanceof ApiFailure)) throw error;
  notify({ kind: 'failure', failure: error });
}
