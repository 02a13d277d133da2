import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { workbench } from './workbench-state.ts';

/** Asks whether the original may be edited, and says why that is asked. */
export function UnlockDialog() {
  const { t } = useTranslation('alignment');
  const isOpen = useStore(workbench, ({ asked }) => asked === 'unlock');
  const close = (): void => {
    workbench.setState({ asked: null });
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('unlock.title')}
      isOpen={isOpen}
      onClose={close}
      footer={
        <>
          <Button variant="outline" onPress={close}>
            {t('unlock.keep')}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              workbench.setState({ asked: null, unlocked: true });
            }}
          >
            {t('unlock.unlock')}
          </Button>
        </>
      }
    >
      <p>{t('unlock.why')}</p>
    </Dialog>
  );
}
