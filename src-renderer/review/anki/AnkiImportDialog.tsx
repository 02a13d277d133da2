import { useEffect, useRef, useState } from 'react';
import { DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ForeignNotes } from '#core/review/anki/foreign.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './Anki.module.css';
import { MappingStep } from './MappingStep.tsx';
import { readFile, type Refusal } from './read-file.ts';

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

/** Takes words out of a package or a text file of Anki: which field is what, what would change, then one step to undo. */
export function AnkiImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('anki');
  const [read, setRead] = useState<{ notes: ForeignNotes; name: string } | null>(null);
  if (read !== null) {
    return (
      <MappingStep
        notes={read.notes}
        name={read.name}
        onBack={() => {
          setRead(null);
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog isOpen wide title={t('import.title')} onClose={onClose}>
      <FileStep
        onRead={(notes, name) => {
          setRead({ notes, name });
        }}
      />
    </Dialog>
  );
}

function FileStep({ onRead }: { onRead: (notes: ForeignNotes, name: string) => void }) {
  const { t } = useTranslation('anki');
  const { language } = useFormat();
  const [isReading, setReading] = useState(false);
  const [failed, setFailed] = useState<{ why: Refusal; detail: string; name: string } | null>(null);
  const reading = useRef<AbortController | null>(null);
  // Closing the dialog gives the reading up.
  useEffect(() => () => reading.current?.abort(), []);
  const open = async (file: File): Promise<void> => {
    const controller = new AbortController();
    reading.current = controller;
    setReading(true);
    setFailed(null);
    const found = await readFile(file, language, controller.signal);
    if (controller.signal.aborted) return;
    setReading(false);
    if ('notes' in found) onRead(found.notes, file.name);
    else setFailed({ why: found.refused, detail: found.detail, name: file.name });
  };
  const drop = async ({ items }: DropEvent): Promise<void> => {
    const file = items.find((item) => item.kind === 'file');
    if (file !== undefined) await open(await file.getFile());
  };
  return (
    <div className={styles.form}>
      <p>{t('import.what')}</p>
      <DropZone className={styles.drop ?? ''} aria-label={t('import.drop')} onDrop={(event) => void drop(event)}>
        <p>{isReading ? t('import.reading') : t('import.drop')}</p>
        <FileTrigger
          acceptedFileTypes={['.apkg', '.colpkg', '.txt', '.tsv', '.csv']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) void open(file);
          }}
        >
          <Button variant="outline" isDisabled={isReading}>
            {t('import.choose')}
          </Button>
        </FileTrigger>
      </DropZone>
      {failed !== null && (
        <div role="alert">
          <p className={styles.failed}>{whyNot(failed.why, failed.name, t)}</p>
          {failed.detail !== '' && (
            <p className={styles.hint} lang="en">
              {failed.detail}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** What is wrong with a file, and what helps. */
function whyNot(why: Refusal, name: string, t: TFunction): string {
  switch (why) {
    case 'not-package':
      return t('anki:refused.notPackage', { name });
    case 'unsafe':
      return t('anki:refused.unsafe', { name });
    case 'too-big':
      return t('anki:refused.tooBig', { name });
    case 'newer':
      return t('anki:refused.newer', { name });
    case 'damaged':
      return t('anki:refused.damaged', { name });
    case 'not-text':
      return t('anki:refused.notText', { name });
    case 'separator':
      return t('anki:refused.separator', { name });
    case 'empty':
      return t('anki:refused.empty', { name });
    case 'failed':
      return t('anki:refused.failed', { name });
  }
}
