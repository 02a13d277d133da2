import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubles } from '#core/glossary/doubles.ts';
import { mergedTerm } from '#core/glossary/merge.ts';
import type { Term } from '#core/records/term.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { categoryNames, glossTags } from '../names.ts';
import { mergeTerms } from './commits.ts';
import styles from './dialogs.module.css';
import { LevelMark } from './LevelMark.tsx';
import { SelectBox } from './SelectBox.tsx';

/** How many groups are shown at once; those after them come once these are merged. */
const mostGroups = 100;

/** Makes one entry of several: which are merged, which of them is kept, and what it will say. */
export function MergeDialog({
  start,
  onClose,
}: {
  /** Groups of entries; those that are surely the same are chosen at first. */
  start: readonly Doubles[];
  onClose: (merged: boolean) => void;
}) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const [groups, setGroups] = useState(() =>
    start
      .slice(0, mostGroups)
      .map(({ kind, terms }) => ({ kind, terms, kept: terms[0]?.id ?? '', on: kind === 'same' })),
  );
  const [busy, setBusy] = useState(false);
  const chosen = groups.filter(({ on }) => on);
  const set = (at: number, more: Partial<(typeof groups)[number]>): void => {
    setGroups(groups.map((group, index) => (index === at ? { ...group, ...more } : group)));
  };
  const merge = (): void => {
    setBusy(true);
    mergeTerms(chosen.map(({ terms, kept }) => keptFirst(terms, kept)))
      .then((merged) => {
        onClose(merged);
      })
      .catch((cause: unknown) => {
        setBusy(false);
        notify({ kind: 'failure', failure: cause as ApiFailure });
      });
  };
  const close = (): void => {
    onClose(false);
  };
  const more = start.length - groups.length;
  const footer = (
    <>
      <Button onPress={close}>{t('form.cancel')}</Button>
      <Button variant="primary" isDisabled={chosen.length === 0 || busy} onPress={merge}>
        {t('manage.merge.do', { count: chosen.length, formatted: format.number(chosen.length) })}
      </Button>
    </>
  );
  return (
    <Dialog isOpen wide title={t('manage.merge.title')} onClose={close} footer={footer}>
      <div className={styles.form}>
        <p className={styles.soft}>{groups.length === 0 ? t('manage.merge.none') : t('manage.merge.what')}</p>
        {groups.map((group, at) => (
          <Group
            key={group.terms.map(({ id }) => id).join(' ')}
            {...group}
            onToggle={() => {
              set(at, { on: !group.on });
            }}
            onKeep={(kept) => {
              set(at, { kept, on: true });
            }}
          />
        ))}
        {more > 0 && (
          <p className={styles.soft}>{t('manage.merge.later', { count: more, formatted: format.number(more) })}</p>
        )}
      </div>
    </Dialog>
  );
}

function keptFirst(terms: readonly Term[], kept: string): Term[] {
  return terms.toSorted((a, b) => Number(b.id === kept) - Number(a.id === kept));
}

function Group({
  kind,
  terms,
  kept,
  on,
  onToggle,
  onKeep,
}: {
  kind: Doubles['kind'];
  terms: readonly Term[];
  /** The id of the entry that stays. */
  kept: string;
  on: boolean;
  onToggle: () => void;
  onKeep: (id: string) => void;
}) {
  const { t } = useTranslation('glossary');
  const [first, ...others] = keptFirst(terms, kept);
  if (first === undefined) return null;
  return (
    <fieldset className={styles.group} data-on={on}>
      <legend>
        <SelectBox
          stop
          label={t('manage.merge.this', { headword: first.headword })}
          state={on ? 'on' : 'off'}
          onToggle={onToggle}
        />
        <b lang={first.language}>{first.headword}</b>
        {kind === 'perhaps' && <span className={styles.perhaps}>{t('manage.merge.perhaps')}</span>}
      </legend>
      {terms.map((term) => (
        <label key={term.id} className={styles.choice}>
          <input
            type="radio"
            name={terms.map(({ id }) => id).join(' ')}
            checked={term.id === kept}
            onChange={() => {
              onKeep(term.id);
            }}
          />
          <TermLine term={term} />
        </label>
      ))}
      <p className={styles.result}>
        <span className={styles.soft}>{t('manage.merge.result')}</span> <TermLine term={mergedTerm(first, others)} />
      </p>
    </fieldset>
  );
}

/** What an entry says, in a line. */
function TermLine({ term }: { term: Term }) {
  const { t } = useTranslation('glossary');
  return (
    <span>
      <span lang={term.language}>{term.headword}</span>{' '}
      {glossTags(term, []).map((tag) => (
        <span key={tag} lang={tag} className={styles.soft}>
          {(term.glosses[tag] ?? []).join('; ')} ·{' '}
        </span>
      ))}
      <span className={styles.soft}>{categoryNames(t)[term.category]}</span>{' '}
      {term.level !== undefined && <LevelMark level={term.level} />}
      {Object.entries(term.notes).map(([tag, note]) => (
        <span key={tag} lang={tag} className={styles.noteLine}>
          {note}
        </span>
      ))}
    </span>
  );
}
