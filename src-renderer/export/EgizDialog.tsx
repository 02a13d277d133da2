import { useEffect, useRef, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Arrival } from '#core/formats/egiz-file/arriving.ts';
import type { EgizLook } from '#main/api/egiz-shapes.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { library } from '#renderer/app/library-store.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import styles from './Export.module.css';
import { lookInto, type Refused, takeIn } from './take-egiz.ts';

/** What is in a `.egiz` file, and how it comes into the library. */
export function EgizDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { t } = useTranslation();
  const [look, setLook] = useState<EgizLook | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [how, setHow] = useState<'join' | 'copy'>('join');
  const [isRunning, setRunning] = useState(false);
  const readOnly = useStore(library, ({ state }) => state?.readOnly ?? null) !== null;
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void lookInto(file, stop.signal).then((found) => {
      if (stop.signal.aborted) return;
      if ('look' in found) setLook(found.look);
      else setRefused(found);
    });
    return () => {
      stop.abort();
      stopping.current?.abort();
    };
  }, [file]);

  const take = async (found: EgizLook, as: Arrival): Promise<void> => {
    const stop = new AbortController();
    stopping.current = stop;
    setRunning(true);
    const why = await takeIn(file, found, as, stop.signal);
    if (stop.signal.aborted) return;
    setRunning(false);
    if (why === null) onClose();
    else setRefused(why);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('export:cancel')}</Button>
      {look !== null && refused === null && (
        <Button
          variant="primary"
          isDisabled={isRunning || readOnly}
          onPress={() => {
            void take(look, look.here === 'none' ? 'new' : how);
          }}
        >
          {isRunning ? t('export:egiz.running') : takeText(look, how, t)}
        </Button>
      )}
    </>
  );
  return (
    <Dialog isOpen title={t('export:egiz.title', { name: file.name })} onClose={onClose} footer={footer}>
      {refused !== null ? (
        <Why refused={refused} />
      ) : look === null ? (
        <Waiting>{t('export:egiz.reading')}</Waiting>
      ) : (
        <div className={styles.form}>
          <Facts look={look} />
          {look.here !== 'none' && <How look={look} how={how} onChange={setHow} />}
          {look.unknown.length > 0 && (
            <p className={styles.hint}>{t('export:egiz.unknown', { count: look.unknown.length })}</p>
          )}
          {readOnly && <p className={styles.failed}>{t('export:egiz.read-only')}</p>}
        </div>
      )}
    </Dialog>
  );
}

function takeText({ here }: EgizLook, how: 'join' | 'copy', t: TFunction): string {
  if (here === 'none') return t('export:egiz.take');
  return how === 'join' ? t('export:egiz.join') : t('export:egiz.copy');
}

function Facts({ look }: { look: EgizLook }) {
  const { t } = useTranslation('export');
  const format = useFormat();
  const { work, editions, counts } = look;
  const rows: [name: string, value: string][] = [
    ...editions.map(({ edition, paragraphs }): [string, string] => [
      autonym(edition.language),
      t('egiz.paragraphs', { count: paragraphs, formatted: format.number(paragraphs) }),
    ]),
    [t('kind.annotation'), format.number(counts.annotations)],
    [t('kind.term'), format.number(counts.terms)],
    [t('kind.card'), format.number(counts.cards)],
  ];
  return (
    <>
      <h3 className={styles.work}>
        {workTitle(
          work,
          editions.map(({ edition }) => edition),
          format.language,
        )}
      </h3>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function How({
  look,
  how,
  onChange,
}: {
  look: EgizLook;
  how: 'join' | 'copy';
  onChange: (how: 'join' | 'copy') => void;
}) {
  const { t } = useTranslation('export');
  const { number } = useFormat();
  const { join } = look;
  return (
    <fieldset className={styles.purposes}>
      <legend>{look.here === 'deleted' ? t('egiz.was-deleted') : t('egiz.is-here')}</legend>
      {(['join', 'copy'] as const).map((way) => (
        <label key={way} className={styles.purpose}>
          <input
            type="radio"
            name="how"
            checked={way === how}
            onChange={() => {
              onChange(way);
            }}
          />
          <span>
            {way === 'join' ? t('egiz.how.join') : t('egiz.how.copy')}
            <small>
              {way === 'join' && join !== null
                ? t('egiz.join-what', {
                    added: number(join.added),
                    replaced: number(join.replaced),
                    kept: number(join.kept),
                  })
                : t('egiz.copy-what')}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Why({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  if ('failure' in refused) {
    const { what, next } = tellFailure(refused.failure, t);
    return (
      <div role="alert">
        <p className={styles.failed}>{what}</p>
        <p className={styles.hint}>{next}</p>
      </div>
    );
  }
  return (
    <div role="alert">
      <p className={styles.failed}>{t(`export:egiz.refused.${refused.refused}`)}</p>
      <p className={styles.hint} lang="en">
        {refused.detail}
      </p>
    </div>
  );
}
