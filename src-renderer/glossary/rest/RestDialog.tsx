import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { askedRest, type TextPart } from '#renderer/reader/reader-state.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { changeGlossary } from '../set-level.ts';
import { restOfPart, type PartRest } from './part-words.ts';
import { restKnown } from './rest-known.ts';
import styles from './RestDialog.module.css';

/** Asks whether all words of a section or page of which the reader said nothing are known, and says what that will do. */
export function RestDialog() {
  const part = useStore(askedRest, (state) => state.part);
  return part === null ? null : <Asking key={JSON.stringify(part)} part={part} />;
}

function close(): void {
  askedRest.setState({ part: null });
}

function Asking({ part }: { part: TextPart }) {
  const { t } = useTranslation('glossary');
  const found = useRest(part);
  const isEmpty = found !== undefined && (found === null || found.rest.words === 0);
  const keep = (): void => {
    if (!found) return;
    const { rest, language } = found;
    const work = openedWork.getState().current?.id ?? null;
    const change = restKnown(rest, language, () => crypto.randomUUID(), work);
    close();
    if (changeGlossary(change, 'rest')) {
      notify({ kind: 'done', message: 'glossary:done.rest', values: { count: rest.words }, undoable: true });
    }
  };
  return (
    <Dialog
      title={part.part === 'page' ? t('rest.page') : t('rest.section')}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('form.cancel')}</Button>
          <Button variant="primary" isDisabled={found === undefined || isEmpty} onPress={keep} autoFocus>
            {t('rest.do')}
          </Button>
        </>
      }
    >
      {found === undefined ? (
        <p>{t('rest.counting')}</p>
      ) : isEmpty || found === null ? (
        <p>{t('rest.nothing')}</p>
      ) : (
        <What found={found} />
      )}
    </Dialog>
  );
}

/** Headwords that are named; of the others only how many they are. */
const mostNamed = 24;

function What({ found: { rest, language } }: { found: PartRest }) {
  const { t } = useTranslation('glossary');
  const { number } = useFormat();
  const script = useLanguageScripts()(language);
  const named = [...rest.headwords.map(({ headword }) => headword), ...rest.terms.map(({ headword }) => headword)];
  const left = named.length - mostNamed;
  return (
    <div className={styles.what}>
      <p>{t('rest.words', { count: rest.words, formatted: number(rest.words) })}</p>
      <ul className={styles.facts}>
        {rest.headwords.length > 0 && (
          <li>{t('rest.added', { count: rest.headwords.length, formatted: number(rest.headwords.length) })}</li>
        )}
        {rest.terms.length > 0 && (
          <li>{t('rest.changed', { count: rest.terms.length, formatted: number(rest.terms.length) })}</li>
        )}
      </ul>
      <p className={styles.named}>
        <span lang={script.tag}>
          {named
            .slice(0, mostNamed)
            .map((headword) => script.text(headword))
            .join(', ')}
        </span>
        {left > 0 && ` ${t('rest.more', { count: left, formatted: number(left) })}`}
      </p>
      <p className={styles.hint}>{t('rest.undo')}</p>
    </div>
  );
}

/** What is left of a part; `undefined` while it is counted. */
function useRest(part: TextPart): PartRest | null | undefined {
  const [found, setFound] = useState<PartRest | null | undefined>(undefined);
  useEffect(() => {
    let over = false;
    restOfPart(part).then(
      (rest) => {
        if (!over) setFound(rest);
      },
      (failure: unknown) => {
        if (over) return;
        close();
        notify({ kind: 'failure', failure: failure as ApiFailure });
      },
    );
    return () => {
      over = true;
    };
  }, [part]);
  return found;
}
