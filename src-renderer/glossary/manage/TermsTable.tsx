import { useMemo, type KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useRows } from '#renderer/ui/use-rows.ts';
import type { ListQuery, SortColumn } from './list.ts';
import { categoryNames, noteOf } from '../names.ts';
import { SelectBox } from './SelectBox.tsx';
import { extended, nothingSelected, toggled, toggledAll, type RowSelection } from './selection.ts';
import styles from './TermsTable.module.css';

/** CSS pixels; the style sheet has the same. */
const rowHeight = 34;

interface Shown {
  /** Tags of the gloss columns. */
  glosses: readonly string[];
  /** The interface's language: notes in it are shown first. */
  own: string;
  /** Only the headword and the first gloss have room. */
  narrow: boolean;
}

/**
 * The glossary as a table: rows are drawn as they come into view, so that it may be long. Arrows go from row to row, space
 * selects (with Shift as far as here), Ctrl+A selects all, Enter opens, Delete deletes.
 */
export function TermsTable({
  terms,
  glosses,
  own,
  narrow,
  sort,
  onSort,
  selection,
  onSelect,
  onOpen,
  onDelete,
}: Shown & {
  terms: readonly Term[];
  sort: ListQuery['sort'];
  onSort: (sort: ListQuery['sort']) => void;
  selection: RowSelection;
  onSelect: (selection: RowSelection) => void;
  onOpen: (term: Term) => void;
  /** What was selected, or where nothing was the row with the focus. */
  onDelete: (terms: readonly Term[]) => void;
}) {
  const { t } = useTranslation('glossary');
  const keys = useMemo(() => terms.map(({ id }) => id), [terms]);
  const { scroller, virtualizer, stop, onFocus, onKeyDown: move } = useRows({ keys, estimate: () => rowHeight });
  const selected = terms.filter(({ id }) => selection.keys.has(id));
  const shown: Shown = { glosses: narrow ? glosses.slice(0, 1) : glosses, own, narrow };
  const columns = columnsOf(shown);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = event.target instanceof HTMLElement ? Number(event.target.dataset['index'] ?? NaN) : NaN;
    const term = terms[at];
    if (term === undefined) return;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter') onOpen(term);
    else if (event.key === ' ' && event.shiftKey) onSelect(extended(selection, term.id, keys));
    else if (event.key === ' ') onSelect(toggled(selection, term.id));
    else if (mod && event.code === 'KeyA') onSelect(toggledAll(nothingSelected, keys));
    else if (event.key === 'Escape' && selection.keys.size > 0) onSelect(nothingSelected);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete(selected.length > 0 ? selected : [term]);
    else {
      move(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="grid"
      aria-label={t('view.table')}
      aria-rowcount={terms.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      ref={scroller}
      className={classes(styles.table, narrow && styles.narrow)}
      data-glosses={shown.glosses.length}
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
        {columns.map((column) => (
          <ColumnHead key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const term = terms[index];
          return term === undefined ? null : (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The grid has the keys of its rows.
            <div
              key={term.id}
              role="row"
              data-index={index}
              data-key={term.id}
              aria-rowindex={index + 2}
              aria-selected={selection.keys.has(term.id)}
              tabIndex={index === stop ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${String(start)}px)` }}
              onFocus={() => {
                onFocus(index);
              }}
              onClick={(event) => {
                if (event.shiftKey) onSelect(extended(selection, term.id, keys));
                else if (event.ctrlKey || event.metaKey) onSelect(toggled(selection, term.id));
                else onOpen(term);
              }}
            >
              <div role="gridcell" className={styles.box}>
                <SelectBox
                  label={t('view.select', { headword: term.headword })}
                  state={selection.keys.has(term.id) ? 'on' : 'off'}
                  onToggle={(extend) => {
                    onSelect(extend ? extended(selection, term.id, keys) : toggled(selection, term.id));
                  }}
                />
              </div>
              <Cells term={term} {...shown} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function columnsOf({ glosses, narrow }: Shown): SortColumn[] {
  const ofGlosses = glosses.map((tag): SortColumn => `gloss:${tag}`);
  return narrow ? ['headword', ...ofGlosses] : ['headword', ...ofGlosses, 'category', 'note'];
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
  const names = { headword: t('field.headword'), category: t('field.category'), note: t('field.note') };
  const name = column.startsWith('gloss:')
    ? autonym(column.slice('gloss:'.length))
    : names[column as keyof typeof names];
  return (
    <div role="columnheader" aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => {
          onSort({ column, descending: sorted && !sort.descending });
        }}
      >
        {name}
        {sorted && (sort.descending ? <ChevronDown size={13} aria-hidden /> : <ChevronUp size={13} aria-hidden />)}
      </button>
    </div>
  );
}

function Cells({ term, glosses, own, narrow }: Shown & { term: Term }) {
  const { t } = useTranslation('glossary');
  const note = noteOf(term, [own]);
  return (
    <>
      <div role="rowheader" lang={term.language} className={classes(styles.cell, styles.headword)}>
        {term.headword}
      </div>
      {glosses.map((tag) => (
        <div key={tag} role="gridcell" lang={tag} className={styles.cell}>
          {(term.glosses[tag] ?? []).join('; ')}
        </div>
      ))}
      {!narrow && (
        <div role="gridcell" className={classes(styles.cell, styles.soft)}>
          {categoryNames(t)[term.category]}
        </div>
      )}
      {!narrow && (
        <div role="gridcell" lang={note?.tag} className={classes(styles.cell, styles.soft)}>
          {note?.text}
        </div>
      )}
    </>
  );
}
