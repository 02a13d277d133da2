import { BookPlus, Combine, Download, LibraryBig, Upload, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tinyWidth, useNarrowerThan } from '#renderer/app/window-size.ts';
import { openDictionaries } from '#renderer/dictionaries/dictionaries-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';

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
  const opens = (dialog: 'import' | 'export' | 'doubles') => (): void => {
    onOpen(dialog);
  };
  return (
    <>
      <Tool icon={BookPlus} name={t('view.new')} disabled={disabled} onPress={onAdd} />
      <Tool icon={Combine} name={t('manage.merge.open')} disabled={disabled} onPress={opens('doubles')} />
      <Tool icon={Upload} name={t('view.import')} disabled={disabled} onPress={opens('import')} />
      <Tool icon={Download} name={t('view.export')} onPress={opens('export')} />
      <Tool icon={LibraryBig} name={t('dictionaries:open')} onPress={openDictionaries} />
    </>
  );
}

/** A button with an icon and its name; in a window as narrow as a telephone the icon alone. */
function Tool({
  icon: Icon,
  name,
  disabled = false,
  onPress,
}: {
  icon: LucideIcon;
  name: string;
  disabled?: boolean;
  onPress: () => void;
}) {
  return useNarrowerThan(tinyWidth) ? (
    <IconButton variant="outline" label={name} isDisabled={disabled} onPress={onPress}>
      <Icon size={16} aria-hidden />
    </IconButton>
  ) : (
    <Button variant="outline" isDisabled={disabled} onPress={onPress}>
      <Icon size={15} aria-hidden /> {name}
    </Button>
  );
}
