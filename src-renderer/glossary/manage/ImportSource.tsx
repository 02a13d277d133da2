import { useState } from 'react';
import { DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useGlossaryLanguages } from '../languages.ts';
import styles from './ImportDialog.module.css';
import { largestFile, readSource, type Source, type Unreadable } from './read-file.ts';

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

/** Where terms come from: a file that is chosen or dropped, or text that is pasted. */
export function ImportSource({ onRead, onAnki }: { onRead: (source: Source) => void; onAnki: () => void }) {
  const { t } = useTranslation(['glossary', 'anki']);
  const { own, headwords } = useGlossaryLanguages();
  const [failed, setFailed] = useState<{ why: Unreadable; name: string } | null>(null);
  const [pasted, setPasted] = useState('');
  const read = async (file: File): Promise<void> => {
    setFailed(null);
    try {
      const found =
        file.size > largestFile
          ? 'too-big'
          : await readSource(file.name, await file.arrayBuffer(), headwords[0] ?? 'kk');
      if (typeof found === 'string') setFailed({ why: found, name: file.name });
      else onRead(found);
    } catch (cause) {
      notify({ kind: 'failure', failure: cause as ApiFailure });
    }
  };
  const drop = async ({ items }: DropEvent): Promise<void> => {
    for (const item of items) {
      if (item.kind === 'file') return read(await item.getFile());
      if (item.kind === 'text' && item.types.has('text/plain')) {
        onRead({ text: await item.getText('text/plain'), file: null });
        return;
      }
    }
  };
  const whyNot: Record<Unreadable, string> = {
    'too-big': t('import.tooBig', { name: failed?.name ?? '' }),
    'not-text': t('import.notText', { name: failed?.name ?? '' }),
    empty: t('import.emptyFile', { name: failed?.name ?? '' }),
  };
  // The columns have these names in every language.
  const example = `headword\tcategory\ten\tru\tnote_${own}\nКеңес\tinstitution\tSoviet; council\tсовет\t…`;
  return (
    <div className={styles.choose}>
      <p>{t('import.what')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A wide example is scrolled by keys. */}
      <pre className={styles.example} tabIndex={0} aria-label={t('import.example')}>
        {example}
      </pre>
      <DropZone className={styles.drop ?? ''} aria-label={t('import.drop')} onDrop={(event) => void drop(event)}>
        <p>{t('import.drop')}</p>
        <FileTrigger
          acceptedFileTypes={[
            '.tsv',
            '.tab',
            '.txt',
            '.csv',
            '.tbx',
            '.xml',
            'text/tab-separated-values',
            'text/plain',
          ]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) void read(file);
          }}
        >
          <Button variant="outline">{t('import.choose')}</Button>
        </FileTrigger>
      </DropZone>
      {failed !== null && (
        <p role="alert" className={styles.failed}>
          {whyNot[failed.why]}
        </p>
      )}
      <TextField
        multiline
        className={styles.paste ?? ''}
        label={t('import.paste')}
        value={pasted}
        onChange={setPasted}
      />
      <div className={styles.actions}>
        <Button onPress={onAnki}>{t('anki:command.import')}</Button>
        <span className={styles.space} />
        <Button
          variant="primary"
          isDisabled={pasted.trim() === ''}
          onPress={() => {
            onRead({ text: pasted, file: null });
          }}
        >
          {t('import.read')}
        </Button>
      </div>
    </div>
  );
}
