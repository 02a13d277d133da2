import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ReadProblem } from '#core/glossary/read-problem.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import type { PlannedRow, Policy } from './import-plan.ts';
import styles from './ImportDialog.module.css';
import { ImportRows, policies, policyNames, type Choices } from './ImportRows.tsx';
import { Choice } from '../Choice.tsx';

type Part = PlannedRow['kind'] | 'bad';

/** What would become of the rows that were read, by kind; new and changed ones can be left out. */
export function ImportPreview({
  rows,
  problems,
  policy,
  onPolicy,
  ...choices
}: Choices & {
  rows: readonly PlannedRow[];
  problems: readonly ReadProblem[];
  /** What counts in rows of which nothing else is said. */
  policy: Policy;
  onPolicy: (policy: Policy) => void;
}) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const of = (kind: PlannedRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const counts: Record<Part, number> = { add: of('add'), change: of('change'), same: of('same'), bad: problems.length };
  const [part, setPart] = useState<Part | null>(null);
  const shown = part ?? (['add', 'change', 'bad', 'same'] as const).find((one) => counts[one] > 0) ?? 'add';
  const text = (one: Part): string => format.number(counts[one]);
  return (
    <div className={styles.preview}>
      <SegmentedControl
        wide
        label={t('import.parts')}
        value={shown}
        segments={[
          { id: 'add', label: `${t('import.add')} ${text('add')}` },
          { id: 'change', label: `${t('import.change')} ${text('change')}` },
          { id: 'same', label: `${t('import.same')} ${text('same')}` },
          { id: 'bad', label: `${t('import.bad')} ${text('bad')}` },
        ]}
        onChange={setPart}
      />
      {shown === 'change' && counts.change > 0 && (
        <div className={styles.policy}>
          <Choice
            label={t('import.policy.label')}
            value={policy}
            options={policies.map((id) => ({ id, text: policyNames(t)[id] }))}
            onChange={onPolicy}
          />
          <p className={styles.soft}>{t('import.policy.hint')}</p>
        </div>
      )}
      {counts[shown] === 0 && <p className={styles.none}>{t('import.none')}</p>}
      {counts[shown] > 0 &&
        (shown === 'bad' ? (
          <Problems problems={problems} />
        ) : (
          <ImportRows key={shown} rows={rows.filter(({ kind }) => kind === shown)} {...choices} />
        ))}
    </div>
  );
}

function Problems({ problems }: { problems: readonly ReadProblem[] }) {
  const { t } = useTranslation('glossary');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A long list is scrolled by keys.
    <ol className={styles.problems} tabIndex={0} aria-label={t('import.bad')}>
      {problems.map((problem, index) => (
        // A list that is shown once and does not change.
        <li key={index}>
          <span className={styles.soft}>{t('import.line', { line: problem.line })}</span> {reason(problem, t)}
        </li>
      ))}
    </ol>
  );
}

function reason({ code, detail }: ReadProblem, t: TFunction): string {
  switch (code) {
    case 'no-headword-column':
      return t('glossary:import.problem.noHeadwordColumn', { detail });
    case 'ignored-column':
      return t('glossary:import.problem.ignoredColumn', { detail });
    case 'doubled-column':
      return t('glossary:import.problem.doubledColumn', { detail });
    case 'missing-headword':
      return t('glossary:import.problem.missingHeadword', { detail });
    case 'unknown-category':
      return t('glossary:import.problem.unknownCategory', { detail });
    case 'bad-language':
      return t('glossary:import.problem.badLanguage', { detail });
    case 'extra-cells':
      return t('glossary:import.problem.extraCells', { detail });
    case 'unknown-level':
      return t('glossary:import.problem.unknownLevel', { detail });
    case 'not-tbx':
      return t('glossary:import.problem.notTbx', { detail });
    case 'broken-xml':
      return t('glossary:import.problem.brokenXml', { detail });
    case 'left-out':
      return t('glossary:import.problem.leftOut', { detail });
    case 'unclosed-quote':
      return t('glossary:import.problem.unclosedQuote', { detail });
  }
}
