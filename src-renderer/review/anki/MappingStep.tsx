import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForeignNotes, ForeignType } from '#core/review/anki/foreign.ts';
import { guessMapping, type Mapping } from '#core/review/anki/to-terms.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useGlossaryLanguages } from '#renderer/glossary/languages.ts';
import { isTooBig } from '#renderer/glossary/manage/commits.ts';
import { changes, type PlannedRow, type Policy } from '#renderer/glossary/manage/import-plan.ts';
import { ImportPreview } from '#renderer/glossary/manage/ImportPreview.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import styles from './Anki.module.css';
import { importChange, planOfNotes, type ImportChoice } from './plan.ts';
import { Tick } from './Tick.tsx';

/** Which field is what, and what would become of the glossary. */
export function MappingStep({
  notes,
  name,
  onBack,
  onClose,
}: {
  notes: ForeignNotes;
  name: string;
  onBack: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('anki');
  const format = useFormat();
  const languages = useGlossaryLanguages();
  const [choice, setChoice] = useState<ImportChoice>(() => ({
    mappings: notes.types.map(guessMapping),
    headwords: languages.headwords[0] ?? 'kk',
    glosses: languages.shown.find((tag) => tag !== languages.headwords[0]) ?? languages.own,
  }));
  const [left, setLeft] = useState<ReadonlySet<PlannedRow>>(new Set());
  const [withCards, setWithCards] = useState(false);
  const [tooBig, setTooBig] = useState(false);
  const [policy, setPolicy] = useState<Policy>('theirs');
  const [policies, setPolicies] = useState<ReadonlyMap<PlannedRow, Policy>>(new Map());
  // Against the glossary as it is now; it does not change while the dialog is open, but for other windows.
  const rows = useMemo(() => planOfNotes(notes.types, choice, library.getState().terms), [notes, choice]);
  const policyOf = (row: PlannedRow): Policy => policies.get(row) ?? policy;
  const chosen = rows.filter(
    (row) => !left.has(row) && (row.kind === 'add' || (row.kind === 'change' && changes(row, policyOf(row)))),
  );
  const change = (part: Partial<ImportChoice>): void => {
    setChoice({ ...choice, ...part });
    setLeft(new Set());
    setPolicies(new Map());
    setTooBig(false);
  };
  const keep = (): void => {
    const made = importChange(chosen, policyOf, withCards);
    if (isTooBig(made)) {
      setTooBig(true);
      return;
    }
    commit(null, made, 'anki:undo.import');
    const values = { count: chosen.length, formatted: format.number(chosen.length) };
    notify({ kind: 'done', message: 'anki:done.imported', values, undoable: true });
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onBack}>{t('import.back')}</Button>
      <Button onPress={onClose}>{t('cancel')}</Button>
      <Button variant="primary" isDisabled={chosen.length === 0} onPress={keep}>
        {t('import.keep', { count: chosen.length, formatted: format.number(chosen.length) })}
      </Button>
    </>
  );
  const languageChoice = (label: string, field: 'headwords' | 'glosses', tags: readonly string[]) => (
    <Choice
      label={label}
      value={choice[field]}
      options={tags.map((tag) => ({ id: tag, text: autonym(tag) }))}
      onChange={(tag) => {
        change({ [field]: tag });
      }}
    />
  );
  return (
    <Dialog isOpen wide title={t('import.from', { name })} onClose={onClose} footer={footer} dismissable={false}>
      <div className={styles.form}>
        <div className={styles.pair}>
          {languageChoice(t('import.headwords'), 'headwords', languages.headwords)}
          {languageChoice(t('import.glosses'), 'glosses', [...new Set([...languages.shown, ...languages.headwords])])}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A long list is scrolled by keys. */}
        <div className={styles.types} tabIndex={0} role="group" aria-label={t('import.types')}>
          {notes.types.map((type, at) => (
            <TypeMapping
              key={type.id}
              type={type}
              mapping={choice.mappings[at] ?? { headword: null, gloss: null, note: null }}
              onChange={(mapping) => {
                change({ mappings: choice.mappings.map((one, place) => (place === at ? mapping : one)) });
              }}
            />
          ))}
        </div>
        {notes.left > 0 && (
          <p className={styles.hint}>{t('import.left', { count: notes.left, formatted: format.number(notes.left) })}</p>
        )}
        <ImportPreview
          rows={rows}
          problems={[]}
          left={left}
          onLeft={setLeft}
          policyOf={policyOf}
          policy={policy}
          onPolicy={(next) => {
            setPolicy(next);
            setPolicies(new Map());
          }}
          onRowPolicy={(row, next) => {
            setPolicies(new Map(policies).set(row, next));
          }}
        />
        <Tick label={t('import.cards')} count={null} checked={withCards} onChange={setWithCards} />
        {tooBig && (
          <p role="alert" className={styles.failed}>
            {t('import.tooMany')}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Says which field of a note type is what. */
function TypeMapping({
  type: { name, fields, notes },
  mapping,
  onChange,
}: {
  type: ForeignType;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('anki');
  const format = useFormat();
  const options = [
    { id: '', text: t('import.nothing') },
    ...fields.map((field, at) => ({ id: String(at), text: field === '' ? String(at + 1) : field })),
  ];
  const part = (which: keyof Mapping, label: string) => (
    <Choice
      label={label}
      value={mapping[which] === null ? '' : String(mapping[which])}
      options={options}
      onChange={(id) => {
        onChange({ ...mapping, [which]: id === '' ? null : Number(id) });
      }}
    />
  );
  const sample = notes.find((note) => note.fields.some((field) => field !== ''));
  return (
    <fieldset className={`${styles.group ?? ''} ${styles.type ?? ''}`}>
      <legend>
        <b>{name === '' ? t('import.unnamed') : name}</b>
        <span className={styles.count}>
          {t('import.notes', { count: notes.length, formatted: format.number(notes.length) })}
        </span>
      </legend>
      <div className={styles.pair}>
        {part('headword', t('import.headword'))}
        {part('gloss', t('import.gloss'))}
        {part('note', t('import.note'))}
      </div>
      {sample !== undefined && (
        <p className={styles.sample}>{sample.fields.filter((field) => field !== '').join(' · ')}</p>
      )}
    </fieldset>
  );
}
