import { DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { bring } from './importing.ts';
import styles from './DictionariesDialog.module.css';

type DropItem = Parameters<NonNullable<DropZoneProps['onDrop']>>[0]['items'][number];

/** Files of a folder that are looked at; a dictionary has at most five. */
const mostFiles = 8;

/** Where dictionaries are dropped or chosen, with what can be read. */
export function FilesDrop({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('dictionaries');
  return (
    <DropZone
      className={styles.drop ?? ''}
      aria-label={t('drop.label')}
      onDrop={({ items }) => {
        void filesOf(items).then(bring);
      }}
    >
      {isFirst && <p className={styles.strong}>{t('drop.empty')}</p>}
      <p>{t('drop.label')}</p>
      <FileTrigger
        allowsMultiple
        onSelect={(files) => {
          void bring([...(files ?? [])]);
        }}
      >
        <Button variant={isFirst ? 'primary' : 'outline'}>{t('drop.choose')}</Button>
      </FileTrigger>
      <p className={styles.formats}>{t('drop.formats')}</p>
    </DropZone>
  );
}

/** The files that were dropped; of a folder those in it. */
async function filesOf(items: readonly DropItem[]): Promise<File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') files.push(await item.getFile());
    if (item.kind !== 'directory') continue;
    for await (const entry of item.getEntries()) {
      if (entry.kind === 'file' && files.length < mostFiles) files.push(await entry.getFile());
    }
  }
  return files;
}
