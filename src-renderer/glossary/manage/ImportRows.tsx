import { useMemo, type KeyboardEvent } from 'react';
import { Check } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TermContent } from '#core/glossary/tsv.ts';
import type { Term } from '#core/records/term.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { useRows } from '#renderer/ui/use-rows.ts';
import { categoryNames } from '../names.ts';
import { resolved, type PlannedRow, type Policy } from './import-plan.ts';
import styles from './ImportDialog.module.css';
import { levelNames } from './levels.ts';
import { SelectBox } from './SelectBox.tsx';

export const policies = ['theirs', 'mine', 'unite'] as const satisfies readonly Policy[];

export /** What the reader says of single rows. */
interface Choices {
  /** Rows that are left out. */
  left: ReadonlySet<PlannedRow>;
  onLeft: (left: ReadonlySet<PlannedRow>) => void;
  /** What counts where a row and its entry both say something. */
  policyOf: (row: PlannedRow) => Policy;
  onRowPolicy: (row: PlannedRow, policy: Policy) => void;
}

/** How the policies are called in the interface's language. */
export function policyNames(t: TFunction): Record<Policy, string> {
  return {
    theirs: t('glossary:import.policy.theirs'),
    mine: t('glossary:import.policy.mine'),
    unite: t('glossary:import.policy.unite'),
  };
}

/** The height of a row before it is drawn, in CSS pixels. */
const rowHeight = 46;

/** Rows of one kind: space leaves one out, left and right say what counts in it. */
export function ImportRows({ rows, left, onLeft, policyOf, onRowPolicy }: Choices & { rows: readonly PlannedRow[] }) {
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
    if (row?.kind === 'change' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault();
      onRowPolicy(row, nextPolicy(policyOf(row), event.key === 'ArrowRight' ? 1 : -1));
      return;
    }
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
                <RowText row={row} policy={policyOf(row)} />
                {row.kind === 'change' && (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- The list has the keys of its rows.
                  <span
                    className={styles.chip}
                    onClick={(event) => {
                      event.stopPropagation();
                      onRowPolicy(row, nextPolicy(policyOf(row), 1));
                    }}
                  >
                    {policyNames(t)[policyOf(row)]}
                  </span>
                )}
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

function nextPolicy(policy: Policy, by: 1 | -1): Policy {
  return policies.at((policies.indexOf(policy) + by) % policies.length) ?? policy;
}

function RowText({ row, policy }: { row: PlannedRow; policy: Policy }) {
  const { t } = useTranslation('glossary');
  const { headword, language } = row.content;
  return (
    <span className={styles.text}>
      <b lang={language}>{headword}</b>
      {row.kind === 'change' ? (
        differences(row.from, resolved(row, policy), t).map(({ field, before, after }) => (
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
    .map(([tag, senses]) => `${autonym(tag)}: ${senses.join('; ')}`)
    .join(' · ');
}

/** The fields that a row changes. */
function differences(from: Term, to: Term, t: TFunction): { field: string; before: string; after: string }[] {
  const names = categoryNames(t);
  const pairs = [
    { field: t('glossary:field.headword'), before: from.headword, after: to.headword },
    { field: t('glossary:field.category'), before: names[from.category], after: names[to.category] },
    { field: t('glossary:manage.field.level'), before: levelOf(from, t), after: levelOf(to, t) },
    ...Object.keys(to.glosses).map((tag) => ({
      field: autonym(tag),
      before: (from.glosses[tag] ?? []).join('; '),
      after: (to.glosses[tag] ?? []).join('; '),
    })),
    ...Object.keys(to.notes).map((tag) => ({
      field: t('glossary:field.noteIn', { language: autonym(tag) }),
      before: from.notes[tag] ?? '',
      after: to.notes[tag] ?? '',
    })),
    ...Object.keys(to)
      .filter((name) => !['headword', 'category', 'level', 'language', 'glosses', 'notes'].includes(name))
      .map((name) => ({ field: name, before: textOf(from[name]), after: textOf(to[name]) })),
  ];
  return pairs.filter(({ before, after }) => before !== after);
}

function levelOf({ level }: Term, t: TFunction): string {
  return level === undefined ? '' : levelNames(t)[level];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
