import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Choice } from '../Choice.tsx';
import { knownLanguages } from '../languages.ts';
import { replaced, type ReplacedGloss, type Replacement } from './changes.ts';
import { replaceGlosses } from './commits.ts';
import styles from './dialogs.module.css';
import { SelectBox } from './SelectBox.tsx';

/** How many glosses are shown; the rest is counted. */
const mostShown = 200;

/** Replaces words in the glosses of entries, after a look at what would change. */
export function ReplaceDialog({ terms, onClose }: { terms: readonly Term[]; onClose: () => void }) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const [replacement, setReplacement] = useState<Replacement>({
    find: '',
    replace: '',
    language: null,
    exact: false,
    words: false,
  });
  const soon = useDeferredValue(replacement);
  const found = useMemo(() => replaced(terms, soon), [terms, soon]);
  const languages = useMemo(() => knownLanguages(terms).glosses, [terms]);
  const set = (more: Partial<Replacement>): void => {
    setReplacement({ ...replacement, ...more });
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('form.cancel')}</Button>
      <Button
        variant="primary"
        isDisabled={found.length === 0 || soon !== replacement}
        onPress={() => {
          replaceGlosses(found);
          onClose();
        }}
      >
        {t('manage.replace.do', { count: found.length, formatted: format.number(found.length) })}
      </Button>
    </>
  );
  return (
    <Dialog isOpen wide title={t('manage.replace.title')} onClose={onClose} footer={footer}>
      <div className={styles.form}>
        <div className={styles.pair}>
          <TextField
            autoFocus
            label={t('manage.replace.find')}
            value={replacement.find}
            onChange={(find) => {
              set({ find });
            }}
          />
          <TextField
            label={t('manage.replace.with')}
            value={replacement.replace}
            onChange={(replace) => {
              set({ replace });
            }}
          />
        </div>
        <div className={styles.options}>
          <Choice
            label={t('manage.replace.in')}
            value={replacement.language ?? ''}
            options={[
              { id: '', text: t('view.anyLanguage') },
              ...languages.map((tag) => ({ id: tag, text: autonym(tag) })),
            ]}
            onChange={(tag) => {
              set({ language: tag === '' ? null : tag });
            }}
          />
          <Tick
            label={t('manage.replace.words')}
            isOn={replacement.words}
            onChange={(words) => {
              set({ words });
            }}
          />
          <Tick
            label={t('manage.replace.exact')}
            isOn={replacement.exact}
            onChange={(exact) => {
              set({ exact });
            }}
          />
        </div>
        <p role="status" className={styles.soft}>
          {soon.find === ''
            ? t('manage.replace.hint', { count: terms.length, formatted: format.number(terms.length) })
            : t('manage.replace.found', { count: found.length, formatted: format.number(found.length) })}
        </p>
        <Preview glosses={found} />
      </div>
    </Dialog>
  );
}

function Tick({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className={styles.tick}>
      <SelectBox
        stop
        label={label}
        state={isOn ? 'on' : 'off'}
        onToggle={() => {
          onChange(!isOn);
        }}
      />
      {label}
    </label>
  );
}

function Preview({ glosses }: { glosses: readonly ReplacedGloss[] }) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const more = glosses.length - mostShown;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A long list is scrolled by keys.
    <ul className={styles.list} tabIndex={0} aria-label={t('manage.preview')}>
      {glosses.slice(0, mostShown).map(({ term, language, before, after }) => (
        <li key={`${term.id} ${language}`}>
          <b lang={term.language}>{term.headword}</b>{' '}
          <span lang={language}>
            <del>{before.join('; ')}</del> {after.length > 0 && <ins>{after.join('; ')}</ins>}
          </span>
        </li>
      ))}
      {more > 0 && <li className={styles.soft}>{t('manage.more', { count: more, formatted: format.number(more) })}</li>}
    </ul>
  );
}
