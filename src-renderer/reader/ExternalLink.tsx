import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './Reader.module.css';
import { readerParts } from './reader-store.ts';

/** Only http and https are followed: a book's link may hold anything. */
export function followable(href: string): boolean {
  const url = URL.parse(href);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}

function follow(href: string): void {
  window.open(href, '_blank', 'noopener,noreferrer');
}

/** Asks before a link of a text is followed out of Egiz, showing where it leads. */
export function ExternalLink() {
  const { t } = useTranslation('reader');
  const href = useStore(readerParts, ({ asked }) => asked);
  const host = useStore(library, ({ state }) => state?.host);
  const close = (): void => {
    readerParts.setState({ asked: null });
  };
  return (
    <Dialog
      title={t('external.title')}
      isOpen={href !== null}
      onClose={close}
      footer={
        <>
          <Button variant="outline" onPress={close}>
            {t('external.stay')}
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              if (href !== null) follow(href);
              close();
            }}
          >
            {t('external.open')}
          </Button>
        </>
      }
    >
      <p>{t(host === 'electron' ? 'external.browser' : 'external.tab')}</p>
      <p className={styles.address}>{href}</p>
    </Dialog>
  );
}
