import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useRows } from '#renderer/ui/use-rows.ts';
import type { After } from './CellEditor.tsx';
import { columnName, isWritable, leastWidthOf, widthsOf } from './columns.ts';
import type { ListQuery, SortColumn } from './list.ts';
import { SelectBox } from './SelectBox.tsx';
import { extended, nothingSelected, ranged, toggled, toggledAll, type RowSelection } from './selection.ts';
import { TermRow, type RowActions } from './TermRow.tsx';
import styles from './TermsTable.module.css';

/** CSS pixels; the style sheet has the same. */
const rowHeight = 34;

/**
 * The glossary as a table: rows are drawn as they come into view, so that it may be long. Arrows up and down go from row to
 * row (with Shift they select), left and right from cell to cell; Enter and F2 write in the cell, Enter on the row opens the
 * entry; space selects, Ctrl+A selects all, Delete deletes.
 */
export function TermsTable({
  terms,
  columns,
  own,
  counts,
  sort,
  onSort,
  selection,
  onSelect,
  onOpen,
  onDelete,
  canWrite,
}: {
  terms: readonly Term[];
  columns: readonly SortColumn[];
  /** The interface's language: notes in it are shown first. */
  own: string;
  counts: ReadonlyMap<string, number> | null;
  sort: ListQuery['sort'];
  onSort: (sort: ListQuery['sort']) => void;
  selection: RowSelection;
  onSelect: (selection: RowSelection) => void;
  onOpen: (term: Term) => void;
  /** What was selected, or where nothing was the row with the focus. */
  onDelete: (terms: readonly Term[]) => void;
  canWrite: boolean;
}) {
  const { t } = useTranslation('glossary');
  const keys = useMemo(() => terms.map(({ id }) => id), [terms]);
  /** The column of the cell that the keys are at; `null` is the row as a whole. */
  const [column, setColumn] = useState<SortColumn | null>(null);
  const [writing, setWriting] = useState<string | null>(null);
  /** From where Shift and the arrows select. */
  const start = useRef<string | null>(null);
  const selected = terms.filter(({ id }) => selection.keys.has(id));
  const rows = useRows({
    keys,
    estimate: () => rowHeight,
    onMove: (index, event) => {
      const key = keys[index];
      if (!event.shiftKey || key === undefined) start.current = null;
      else onSelect(ranged((start.current ??= keyOf(event)), key, keys));
    },
  });
  const { scroller, virtualizer, stop, focus, onFocus } = rows;

  const at = column !== null && columns.includes(column) ? column : null;
  const write = (term: Term, cell: SortColumn): void => {
    if (!canWrite || !isWritable(cell)) onOpen(term);
    else {
      setColumn(cell);
      setWriting(term.id);
    }
  };
  const done = (index: number, after: After): void => {
    setWriting(null);
    if (after === 'none') return;
    const term = terms[index];
    const writable = columns.filter(isWritable);
    const here = at !== null && isWritable(at) ? writable.indexOf(at) : -1;
    const next = after === 'here' ? undefined : writable[here + (after === 'next' ? 1 : -1)];
    if (next !== undefined && term !== undefined) write(term, next);
    else focus(index);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const index = event.target instanceof HTMLElement ? Number(event.target.dataset['index'] ?? NaN) : NaN;
    const term = terms[index];
    if (term === undefined) return;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'F2') write(term, at ?? 'headword');
    else if (event.key === 'Enter' && at !== null) write(term, at);
    else if (event.key === 'Enter') onOpen(term);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const here = at === null ? -1 : columns.indexOf(at);
      setColumn(columns[Math.min(columns.length - 1, here + (event.key === 'ArrowRight' ? 1 : -1))] ?? null);
    } else if (event.key === ' ' && event.shiftKey) onSelect(extended(selection, term.id, keys));
    else if (event.key === ' ') onSelect(toggled(selection, term.id));
    else if (mod && event.code === 'KeyA') onSelect(toggledAll(nothingSelected, keys));
    else if (event.key === 'Escape' && at !== null) setColumn(null);
    else if (event.key === 'Escape' && selection.keys.size > 0) onSelect(nothingSelected);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete(selected.length > 0 ? selected : [term]);
    else {
      rows.onKeyDown(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const actions = useLatest({
    onFocus,
    onDone: done,
    onClick: (term, event) => {
      start.current = null;
      if (event.shiftKey) onSelect(extended(selection, term.id, keys));
      else if (event.ctrlKey || event.metaKey) onSelect(toggled(selection, term.id));
      else onOpen(term);
    },
    onToggle: (term, extend) => {
      onSelect(extend ? extended(selection, term.id, keys) : toggled(selection, term.id));
    },
  });
  return (
    <div
      role="grid"
      aria-label={t('view.table')}
      aria-rowcount={terms.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      ref={scroller}
      className={styles.table}
      style={{ '--columns': widthsOf(columns), '--least': leastWidthOf(columns) } as CSSProperties}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader" className={styles.box}>
          <SelectBox
            stop
            label={t('view.selectAll')}
            state={selected.length === 0 ? 'off' : selected.length === terms.length ? 'on' : 'some'}
            onToggle={() => {
              onSelect(toggledAll(selection, keys));
            }}
          />
        </div>
        {columns.map((one) => (
          <ColumnHead key={one} column={one} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start: top }) => {
          const term = terms[index];
          return term === undefined ? null : (
            <TermRow
              key={term.id}
              term={term}
              index={index}
              top={top}
              columns={columns}
              own={own}
              count={counts?.get(term.id) ?? null}
              isStop={index === stop}
              isSelected={selection.keys.has(term.id)}
              at={index === stop ? at : null}
              isWriting={writing === term.id}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The newest functions behind ones that stay the same. */
function useLatest(now: RowActions): RowActions {
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  const [actions] = useState<RowActions>(() => ({
    onFocus: (index) => {
      latest.current.onFocus(index);
    },
    onDone: (index, after) => {
      latest.current.onDone(index, after);
    },
    onClick: (term, event) => {
      latest.current.onClick(term, event);
    },
    onToggle: (term, extend) => {
      latest.current.onToggle(term, extend);
    },
  }));
  return actions;
}

/** The key of the row from which keys move. */
function keyOf({ target }: KeyboardEvent<HTMLElement>): string {
  return target instanceof HTMLElement ? (target.dataset['key'] ?? '') : '';
}

function ColumnHead({
  column,
  sort,
  onSort,
}: {
  column: SortColumn;
  sort: ListQuery['sort'];
  onSort: (sort: ListQuery['sort']) => void;
}) {
  const { t } = useTranslation('glossary');
  const sorted = sort.column === column;
  // Whoever sorts by how often a word stands in the text wants to see the frequent ones.
  const first = column === 'count';
  return (
    <div role="columnheader" aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={classes(styles.sort, column === 'count' && styles.number)}
        onClick={() => {
          onSort({ column, descending: sorted ? !sort.descending : first });
        }}
      >
        <span className={styles.name}>{columnName(column, t)}</span>
        {sorted && (sort.descending ? <ChevronDown size={13} aria-hidden /> : <ChevronUp size={13} aria-hidden />)}
      </button>
    </div>
  );
}
