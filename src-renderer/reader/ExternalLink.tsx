import { useEffect } from 'react';
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

function close(): void {
  readerParts.setState({ asked: null });
}

/**
 * Asks before a link of a text is followed out of Egiz, showing where it leads. In Electron the window itself asks, because
 * it must not trust the page; there the reader is not asked twice.
 */
export function ExternalLink() {
  const { t } = useTranslation('reader');
  const asked = useStore(readerParts, (parts) => parts.asked);
  const asksItself = useStore(library, ({ state }) => state?.host === 'electron');
  useEffect(() => {
    if (asked === null || !asksItself) return;
    follow(asked);
    close();
  }, [asked, asksItself]);
  const href = asksItself ? null : asked;
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
      <p>{t('external.tab')}</p>
      <p className={styles.address}>{href}</p>
    </Dialog>
  );
}
