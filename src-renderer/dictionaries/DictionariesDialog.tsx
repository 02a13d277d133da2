import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReadOnlyReason } from '#renderer/annotations/use-read-only.ts';
import { offer } from '#renderer/app/commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { loadDictionaries } from './calls.ts';
import { dictionariesCommands } from './commands.ts';
import { DictionaryList } from './DictionaryList.tsx';
import { closeDictionaries, dictionaries } from './dictionaries-state.ts';
import styles from './DictionariesDialog.module.css';
import { FilesDrop } from './FilesDrop.tsx';
import { ImportStageView } from './ImportStageView.tsx';
import { importing } from './importing.ts';

/** The reader's dictionaries: brings the command, and the dialog where they are brought, ordered and removed. */
export function DictionariesDialog() {
  const { t } = useTranslation('dictionaries');
  const isOpen = useStore(dictionaries, (state) => state.open);
  useEffect(() => offer(dictionariesCommands), []);
  return (
    <Dialog wide title={t('title')} isOpen={isOpen} onClose={closeDictionaries} dismissable={false}>
      <Content />
    </Dialog>
  );
}

function Content() {
  const { t } = useTranslation('dictionaries');
  const list = useStore(dictionaries, (state) => state.list);
  const stage = useStore(importing, (state) => state.stage);
  const refusal = useReadOnlyReason();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    loadDictionaries().catch(() => {
      setFailed(true);
    });
  }, []);
  if (failed) return <p className={styles.failed}>{t('loadFailed')}</p>;
  if (list === null) return <Waiting>{t('loading')}</Waiting>;
  return (
    <div className={styles.content}>
      {refusal !== null && <p className={styles.soft}>{refusal}</p>}
      {stage.kind !== 'idle' && <ImportStageView stage={stage} />}
      {list.length > 0 && <DictionaryList list={list} disabled={refusal !== null} />}
      {refusal === null && (stage.kind === 'idle' || stage.kind === 'done' || stage.kind === 'failed') && (
        <FilesDrop isFirst={list.length === 0} />
      )}
    </div>
  );
}
