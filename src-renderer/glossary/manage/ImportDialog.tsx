import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTerms } from '#core/glossary/tsv.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Choice } from '../Choice.tsx';
import { planned, plannedChange, type PlannedRow } from './import-plan.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportSource } from './ImportSource.tsx';
import styles from './ImportDialog.module.css';
import { useGlossaryLanguages } from '../languages.ts';
import { largestChange } from './read-file.ts';

/** Reads terms from a file or from what is pasted: shows what would become of them, then keeps those chosen as one step. */
export function ImportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const [read, setRead] = useState<{ text: string; name: string | null } | null>(null);
  const close = (): void => {
    setRead(null);
    onClose();
  };
  return (
    <Dialog wide isOpen={isOpen} title={t('import.title')} onClose={close} dismissable={read === null}>
      {read === null ? (
        <ImportSource
          onRead={(text, name) => {
            setRead({ text, name });
          }}
        />
      ) : (
        <Plan
          text={read.text}
          name={read.name}
          onBack={() => {
            setRead(null);
          }}
          onClose={close}
        />
      )}
    </Dialog>
  );
}

function Plan({
  text,
  name,
  onBack,
  onClose,
}: {
  text: string;
  name: string | null;
  onBack: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const languages = useGlossaryLanguages();
  const [language, setLanguage] = useState(languages.headwords[0] ?? 'kk');
  const [left, setLeft] = useState<ReadonlySet<PlannedRow>>(new Set());
  const [tooBig, setTooBig] = useState(false);
  const { rows, problems } = useMemo(() => {
    const found = readTerms(text, language);
    // Against the glossary as it is now; it does not change while the dialog is open, but for other windows.
    return { rows: planned(found.terms, library.getState().terms.values()), problems: found.problems };
  }, [text, language]);
  const chosen = rows.filter((row) => row.kind !== 'same' && !left.has(row));
  const keep = (): void => {
    const change = plannedChange(chosen, () => crypto.randomUUID());
    if (new Blob([JSON.stringify(change)]).size > largestChange) {
      setTooBig(true);
      return;
    }
    commit(null, change, 'glossary:undo.import');
    notify({
      kind: 'done',
      message: 'glossary:done.imported',
      values: { count: chosen.length, formatted: format.number(chosen.length) },
      undoable: true,
    });
    onClose();
  };
  return (
    <div className={styles.plan}>
      <div className={styles.source}>
        <p>{name ?? t('import.pasted')}</p>
        <Choice
          label={t('import.language')}
          value={language}
          options={languages.headwords.map((tag) => ({ id: tag, text: autonym(tag) }))}
          onChange={(tag) => {
            setLanguage(tag);
            setLeft(new Set());
          }}
        />
      </div>
      <ImportPreview rows={rows} problems={problems} left={left} onLeft={setLeft} />
      {tooBig && (
        <p role="alert" className={styles.failed}>
          {t('import.tooMany')}
        </p>
      )}
      <div className={styles.actions}>
        <Button onPress={onBack}>{t('import.back')}</Button>
        <span className={styles.space} />
        <Button onPress={onClose}>{t('form.cancel')}</Button>
        <Button variant="primary" isDisabled={chosen.length === 0} onPress={keep}>
          {t('import.keep', { count: chosen.length, formatted: format.number(chosen.length) })}
        </Button>
      </div>
    </div>
  );
}
