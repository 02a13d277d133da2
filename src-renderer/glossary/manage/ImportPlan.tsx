import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useGlossaryLanguages } from '../languages.ts';
import { isTooBig } from './commits.ts';
import { changes, planned, plannedChange, type PlannedRow, type Policy } from './import-plan.ts';
import { formatOf, noCorrections, readImport } from './import-read.ts';
import { ImportColumns } from './ImportColumns.tsx';
import styles from './ImportDialog.module.css';
import { ImportFormats } from './ImportFormats.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import type { Source } from './read-file.ts';

/** What a file would do to the glossary: how it is read, which can be corrected, and what becomes of its rows. */
export function ImportPlan({
  source,
  onSource,
  onBack,
  onClose,
}: {
  source: Source;
  onSource: (source: Source) => void;
  onBack: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('glossary');
  const { text } = source;
  const write = useFormat();
  const { own, headwords } = useGlossaryLanguages();
  const [format, setFormat] = useState(() => formatOf(text));
  const [corrections, setCorrections] = useState(noCorrections);
  const [policy, setPolicy] = useState<Policy>('theirs');
  const [policies, setPolicies] = useState<ReadonlyMap<PlannedRow, Policy>>(new Map());
  const [left, setLeft] = useState<ReadonlySet<PlannedRow>>(new Set());
  const [tooBig, setTooBig] = useState(false);
  const first = headwords[0] ?? 'kk';
  const read = useMemo(
    () => readImport(text, format, { headwords: first, own }, corrections),
    [text, format, first, own, corrections],
  );
  // Against the glossary as it is now; it does not change while the dialog is open, but for other windows.
  const rows = useMemo(() => planned(read.terms, library.getState().terms.values()), [read]);
  const policyOf = (row: PlannedRow): Policy => policies.get(row) ?? policy;
  const chosen = rows.filter(
    (row) => !left.has(row) && (row.kind === 'add' || (row.kind === 'change' && changes(row, policyOf(row)))),
  );
  /** Reads anew: what was said of single rows is about rows that are no more. */
  const again = (correct: () => void): void => {
    correct();
    setLeft(new Set());
    setPolicies(new Map());
    setTooBig(false);
  };
  const keep = (): void => {
    const change = plannedChange(chosen, () => crypto.randomUUID(), policyOf);
    if (isTooBig(change)) {
      setTooBig(true);
      return;
    }
    commit(null, change, 'glossary:undo.import');
    notify({
      kind: 'done',
      message: 'glossary:done.imported',
      values: { count: chosen.length, formatted: write.number(chosen.length) },
      undoable: true,
    });
    onClose();
  };
  return (
    <div className={styles.plan}>
      <ImportFormats
        source={source}
        onSource={onSource}
        format={format}
        onFormat={(next) => {
          again(() => {
            setFormat(next);
            setCorrections(noCorrections);
          });
        }}
        language={read.language}
        languages={read.languages ?? headwords}
        onLanguage={(language) => {
          again(() => {
            setCorrections({ ...corrections, language });
          });
        }}
      />
      {read.table !== null && (
        <ImportColumns
          table={read.table}
          own={own}
          onNamed={(named) => {
            again(() => {
              setCorrections({ ...corrections, named, columns: new Map() });
            });
          }}
          onColumn={(at, column) => {
            again(() => {
              setCorrections({ ...corrections, columns: new Map(corrections.columns).set(at, column) });
            });
          }}
        />
      )}
      <ImportPreview
        rows={rows}
        problems={read.problems}
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
      {tooBig && (
        <p role="alert" className={styles.failed}>
          {t('import.tooMany')}
        </p>
      )}
      <div className={styles.actions}>
        <Button onPress={onBack}>{t('import.back')}</Button>
        <span className={styles.space} />
        <Button onPress={onClose}>{t('form.cancel')}</Button>
        <Button variant="primary" isDisabled={chosen.length === 0} onPress={keep}>
          {t('import.keep', { count: chosen.length, formatted: write.number(chosen.length) })}
        </Button>
      </div>
    </div>
  );
}
