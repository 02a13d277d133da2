import { useMemo, useState, type KeyboardEvent } from 'react';
import { Check } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ReadProblem } from '#core/glossary/read-problem.ts';
import type { TermContent } from '#core/glossary/tsv.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { useRows } from '#renderer/ui/use-rows.ts';
import type { PlannedRow } from './import-plan.ts';
import styles from './ImportDialog.module.css';
import { categoryNames } from '../names.ts';
import { SelectBox } from './SelectBox.tsx';

type Part = PlannedRow['kind'] | 'bad';

/** What would become of the rows that were read, by kind; new and changed ones can be left out. */
export function ImportPreview({
  rows,
  problems,
  left,
  onLeft,
}: {
  rows: readonly PlannedRow[];
  problems: readonly ReadProblem[];
  /** Rows that are left out. */
  left: ReadonlySet<PlannedRow>;
  onLeft: (left: ReadonlySet<PlannedRow>) => void;
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
      {counts[shown] === 0 && <p className={styles.none}>{t('import.none')}</p>}
      {counts[shown] > 0 &&
        (shown === 'bad' ? (
          <Problems problems={problems} />
        ) : (
          <Rows key={shown} rows={rows.filter(({ kind }) => kind === shown)} left={left} onLeft={onLeft} />
        ))}
    </div>
  );
}

/** The height of a row before it is drawn, in CSS pixels. */
const rowHeight = 46;

function Rows({
  rows,
  left,
  onLeft,
}: {
  rows: readonly PlannedRow[];
  left: ReadonlySet<PlannedRow>;
  onLeft: (left: ReadonlySet<PlannedRow>) => void;
}) {
  const { t } = useTranslation('glossary');
  const canLeave = rows[0]?.kind !== 'same';
  const keys = useMemo(() => rows.map((_, index) => String(index)), [rows]);
  const { scroller, virtualizer, stop, onFocus, onKeyDown: move } = useRows({ keys, estimate: () => rowHeight });
  const chosen = rows.filter((row) => !left.has(row)).length;
  const leave = (changed: readonly PlannedRow[], out: boolean): void => {
    const next = new Set(left);
    for (const row of changed) {
      if (out) next.add(row);
      else next.delete(row);
    }
    onLeft(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = rows[stop];
    if (event.key !== ' ' || row === undefined || !canLeave) {
      move(event);
      return;
    }
    event.preventDefault();
    leave([row], !left.has(row));
  };
  return (
    <>
      {canLeave && (
        <label className={styles.every}>
          <SelectBox
            stop
            label={t('import.every')}
            state={chosen === rows.length ? 'on' : chosen === 0 ? 'off' : 'some'}
            onToggle={() => {
              leave(rows, chosen === rows.length);
            }}
          />
          {t('import.every')}
        </label>
      )}
      <div ref={scroller} className={styles.rows}>
        <div
          role="listbox"
          aria-label={t('import.rows')}
          aria-multiselectable={canLeave}
          tabIndex={-1}
          className={styles.list}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The list has the keys of its rows.
              <div
                key={key}
                ref={virtualizer.measureElement}
                role="option"
                data-index={index}
                aria-selected={canLeave && !left.has(row)}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                tabIndex={index === stop ? 0 : -1}
                className={styles.row}
                style={{ transform: `translateY(${String(start)}px)` }}
                onFocus={() => {
                  onFocus(index);
                }}
                onClick={() => {
                  if (canLeave) leave([row], !left.has(row));
                }}
              >
                {canLeave && <Tick on={!left.has(row)} />}
                <RowText row={row} />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function Tick({ on }: { on: boolean }) {
  return (
    <span className={styles.tick} data-on={on} aria-hidden>
      {on && <Check size={12} />}
    </span>
  );
}

function RowText({ row }: { row: PlannedRow }) {
  const { t } = useTranslation('glossary');
  const { headword, language } = row.content;
  return (
    <span className={styles.text}>
      <b lang={language}>{headword}</b>
      {row.kind === 'change' ? (
        differences(row, t).map(({ field, before, after }) => (
          <span key={field} className={styles.difference}>
            <span className={styles.soft}>{field}</span> {before !== '' && <del>{before}</del>} <ins>{after}</ins>
          </span>
        ))
      ) : (
        <span className={styles.soft}>{glossesOf(row.content)}</span>
      )}
    </span>
  );
}

function glossesOf({ glosses }: TermContent): string {
  return Object.entries(glosses)
    .map(([tag, senses]) => `${tag} ${senses.join('; ')}`)
    .join(' · ');
}

/** The fields that a row changes. */
function differences(
  { from, to }: Extract<PlannedRow, { kind: 'change' }>,
  t: TFunction,
): { field: string; before: string; after: string }[] {
  const names = categoryNames(t);
  const pairs = [
    { field: t('glossary:field.headword'), before: from.headword, after: to.headword },
    { field: t('glossary:field.category'), before: names[from.category], after: names[to.category] },
    ...Object.keys(to.glosses).map((tag) => ({
      field: tag,
      before: (from.glosses[tag] ?? []).join('; '),
      after: (to.glosses[tag] ?? []).join('; '),
    })),
    ...Object.keys(to.notes).map((tag) => ({
      field: `${t('glossary:field.note')} (${tag})`,
      before: from.notes[tag] ?? '',
      after: to.notes[tag] ?? '',
    })),
    ...Object.keys(to)
      .filter((name) => !['headword', 'category', 'language', 'glosses', 'notes'].includes(name))
      .map((name) => ({ field: name, before: textOf(from[name]), after: textOf(to[name]) })),
  ];
  return pairs.filter(({ before, after }) => before !== after);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
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
