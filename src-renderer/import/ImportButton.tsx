import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { openImport } from './bringing.ts';

/** Opens the view that texts are brought in. */
export function ImportButton({ variant = 'plain' }: { variant?: 'plain' | 'primary' }) {
  const { t } = useTranslation('import');
  const readOnly = useStore(library, ({ state }) => (state?.readOnly ?? null) !== null);
  return (
    <Button
      variant={variant}
      isDisabled={readOnly}
      onPress={() => {
        openImport();
      }}
    >
      {t('library.button')}
    </Button>
  );
}
