import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Actions } from './actions.ts';
import { readerParts } from './reader-store.ts';
import { schemeName } from './scheme-name.ts';
import { schemeNow } from './use-scripts.ts';
import { showScript } from './script-commands.ts';
import type { Session } from './session.ts';

function close(): void {
  readerParts.setState({ inScript: null });
}

/**
 * Text that is shown in another script cannot be edited there: it is kept in Cyrillic, and the way back from what would be
 * typed is not certain. Says so, and offers to show it in Cyrillic and edit it then.
 */
export function EditInScript({ session, actions }: { session: Session; actions: Actions }) {
  const { t } = useTranslation('scripts');
  const asked = useStore(readerParts, (parts) => parts.inScript);
  const scheme = asked === null ? null : schemeNow(asked.edition);
  const editInCyrillic = (): void => {
    if (asked === null) return;
    close();
    showScript([asked.edition], null);
    // Once the column shows its own script, and the dialog has given the focus back.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        void session.frameWith(asked.paragraph).then(() => {
          actions.edit(asked.paragraph);
        });
      });
    });
  };
  return (
    <Dialog
      title={t('edit.title')}
      isOpen={asked !== null}
      onClose={close}
      footer={
        <>
          <Button variant="outline" onPress={close}>
            {t('edit.leave')}
          </Button>
          <Button variant="primary" onPress={editInCyrillic}>
            {t('edit.switch')}
          </Button>
        </>
      }
    >
      <p>{t('edit.why', { script: scheme === null ? '' : schemeName(scheme) })}</p>
    </Dialog>
  );
}
