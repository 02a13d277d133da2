import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

/** A question or a form over everything else: holds the focus, closes with Esc, gives the focus back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  role = 'dialog',
  wide = false,
  dismissable = true,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Its buttons, the one that does what the title asks last. */
  footer?: ReactNode;
  /** `alertdialog` asks for an answer before anything else. */
  role?: 'dialog' | 'alertdialog';
  wide?: boolean;
  /** Closes with a press outside of it. */
  dismissable?: boolean;
}) {
  const { t } = useTranslation('app');
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      isDismissable={dismissable}
      data-modal
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={t('action.close')} onPress={onClose}>
              <X size={16} aria-hidden />
            </IconButton>
          </header>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
