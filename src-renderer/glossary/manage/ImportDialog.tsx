import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openAnkiImport } from '#renderer/review/anki/anki-state.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ImportPlan } from './ImportPlan.tsx';
import { ImportSource } from './ImportSource.tsx';
import type { Source } from './read-file.ts';

/** Reads terms from a file or from what is pasted: shows what would become of them, then keeps those chosen as one step. */
export function ImportDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const [source, setSource] = useState<Source | null>(null);
  const close = (): void => {
    setSource(null);
    onClose();
  };
  return (
    <Dialog wide isOpen={isOpen} title={t('import.title')} onClose={close} dismissable={source === null}>
      {source === null ? (
        <ImportSource
          onRead={setSource}
          onAnki={() => {
            close();
            openAnkiImport();
          }}
        />
      ) : (
        <ImportPlan
          // Another encoding is another text: what was said of its columns is about the one before.
          key={source.text}
          source={source}
          onSource={setSource}
          onBack={() => {
            setSource(null);
          }}
          onClose={close}
        />
      )}
    </Dialog>
  );
}
