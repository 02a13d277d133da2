import { useState } from 'react';
import { FileText } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { bring, takeUp } from './bringing.ts';
import { importing } from './import-state.ts';
import styles from './Import.module.css';
import { PasteDialog } from './PasteDialog.tsx';

/** Before anything is brought: what can be, and how. */
export function StartView() {
  const { t } = useTranslation('import');
  const { language } = useFormat();
  const purpose = useStore(importing, (state) => state.purpose);
  const work = useStore(importing, (state) => state.work);
  const isAside = useStore(importing, ({ aside }) => aside !== null);
  const entry = useStore(library, ({ state }) => state?.works.find((one) => one.work.id === work));
  const title = entry === undefined ? null : workTitle(entry.work, entry.editions, language);
  return (
    <div className={styles.start}>
      <FileText size={28} aria-hidden />
      <h2>{title === null || purpose === 'work' ? t('start.title') : t(`start.${purpose}`, { title })}</h2>
      <p>{t('start.text')}</p>
      <div className={styles.startActions}>
        <ChooseFiles primary />
        <PasteButton />
        {isAside && (
          <Button variant="outline" onPress={takeUp}>
            {t('start.take-up')}
          </Button>
        )}
      </div>
      <p className={styles.soft}>{t('start.formats')}</p>
      <p className={styles.soft}>{t('start.safe')}</p>
    </div>
  );
}

/** Opens the system's own dialog for files. */
export function ChooseFiles({ primary = false }: { primary?: boolean }) {
  const { t } = useTranslation('import');
  return (
    <FileTrigger
      allowsMultiple
      onSelect={(files) => {
        void bring([...(files ?? [])]);
      }}
    >
      <Button variant={primary ? 'primary' : 'outline'}>{primary ? t('choose') : t('choose-more')}</Button>
    </FileTrigger>
  );
}

/** Opens a field that a text is pasted into. */
export function PasteButton() {
  const { t } = useTranslation('import');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="outline"
        onPress={() => {
          setOpen(true);
        }}
      >
        {t('paste.open')}
      </Button>
      <PasteDialog
        isOpen={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
