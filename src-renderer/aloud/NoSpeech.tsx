import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { keyName } from '#renderer/app/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { keys } from './commands.ts';
import styles from './NoSpeech.module.css';
import { missing } from './sound.ts';

/** How espeak-ng is got: commands and an address, the same in every language. */
const sources = [
  { system: 'Debian, Ubuntu', how: 'sudo apt install espeak-ng' },
  { system: 'macOS', how: 'brew install espeak-ng' },
  { system: 'Windows', how: 'https://github.com/espeak-ng/espeak-ng/releases' },
] as const;

/** Where to get what is missing. The addresses are texts: Egiz opens no page of its own accord. */
export function NoSpeech() {
  const { t } = useTranslation('aloud');
  const why = useStore(missing, (state) => state.why);
  if (why === null) return null;
  const close = (): void => {
    missing.setState({ why: null });
  };
  return (
    <Dialog
      title={t('missing.title')}
      isOpen
      onClose={close}
      footer={
        <Button variant="primary" onPress={close}>
          {t('missing.close')}
        </Button>
      }
    >
      <div className={styles.missing}>
        <p>{why.language === null ? t('missing.program') : t('missing.voice', { language: why.language })}</p>
        <dl>
          {sources.map(({ system, how }) => (
            <Fragment key={system}>
              <dt>{system}</dt>
              <dd>
                <code>{how}</code>
              </dd>
            </Fragment>
          ))}
        </dl>
        <p>{t('missing.then', { key: keyName(keys.read) })}</p>
      </div>
    </Dialog>
  );
}
