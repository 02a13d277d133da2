import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { bring } from './bringing.ts';
import styles from './Import.module.css';

/** Takes a text from the clipboard as if it were a file. */
export function PasteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('import');
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  const close = (): void => {
    setText('');
    setTitle('');
    onClose();
  };
  return (
    <Dialog
      title={t('paste.title')}
      isOpen={isOpen}
      onClose={close}
      wide
      dismissable={text === ''}
      footer={
        <>
          <Button onPress={close}>{t('bar.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === ''}
            onPress={() => {
              const name = title.trim() === '' ? t('paste.name') : title.trim();
              void bring([new File([text], `${name}.txt`, { type: 'text/plain' })]);
              close();
            }}
          >
            {t('paste.take')}
          </Button>
        </>
      }
    >
      <TextField label={t('paste.field-title')} value={title} onChange={setTitle} />
      <TextField
        label={t('paste.field-text')}
        value={text}
        onChange={setText}
        multiline
        autoFocus
        className={styles.pasted ?? ''}
        description={t('paste.help')}
      />
    </Dialog>
  );
}
