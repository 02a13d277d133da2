import { BookPlus, Combine, Download, LibraryBig, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openDictionaries } from '#renderer/dictionaries/dictionaries-state.ts';
import { Button } from '#renderer/ui/Button.tsx';

/** What can be done to the glossary as a whole. */
export function Tools({
  disabled,
  onAdd,
  onOpen,
}: {
  /** Nothing can be changed now. */
  disabled: boolean;
  onAdd: () => void;
  onOpen: (dialog: 'import' | 'export' | 'doubles') => void;
}) {
  const { t } = useTranslation(['glossary', 'dictionaries']);
  return (
    <>
      <Button variant="outline" isDisabled={disabled} onPress={onAdd}>
        <BookPlus size={15} aria-hidden /> {t('view.new')}
      </Button>
      <Button
        variant="outline"
        isDisabled={disabled}
        onPress={() => {
          onOpen('doubles');
        }}
      >
        <Combine size={15} aria-hidden /> {t('manage.merge.open')}
      </Button>
      <Button
        variant="outline"
        isDisabled={disabled}
        onPress={() => {
          onOpen('import');
        }}
      >
        <Upload size={15} aria-hidden /> {t('view.import')}
      </Button>
      <Button
        variant="outline"
        onPress={() => {
          onOpen('export');
        }}
      >
        <Download size={15} aria-hidden /> {t('view.export')}
      </Button>
      <Button variant="outline" onPress={openDictionaries}>
        <LibraryBig size={15} aria-hidden /> {t('dictionaries:open')}
      </Button>
    </>
  );
}
