import { memo, useId, type MouseEvent } from 'react';
import { StickyNote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { classes } from '#renderer/ui/classes.ts';
import { categoryNames, noteOf } from '../names.ts';
import { CellEditor, type After } from './CellEditor.tsx';
import { isWritable } from './columns.ts';
import { LevelMark } from './LevelMark.tsx';
import type { SortColumn } from './list.ts';
import { SelectBox } from './SelectBox.tsx';
import styles from './TermsTable.module.css';

/** What a row tells of, by its place and its entry; the same functions as long as the table is there. */
export interface RowActions {
  onFocus: (index: number) => void;
  onDone: (index: number, after: After) => void;
  onClick: (term: Term, event: MouseEvent) => void;
  /** `extend`: as far as here. */
  onToggle: (term: Term, extend: boolean) => void;
}

/**
 * An entry in the table. It takes the focus as a whole; `at` is the cell that the keys are at. It is drawn again only when
 * something of its own changes, so that selecting in a long table stays quick.
 */
export const TermRow = memo(function TermRow({
  term,
  index,
  top,
  columns,
  own,
  count,
  isStop,
  isSelected,
  at,
  isWriting,
  actions,
}: {
  term: Term;
  index: number;
  /** Where it stands, in CSS pixels. */
  top: number;
  columns: readonly SortColumn[];
  own: string;
  count: number | null;
  isStop: boolean;
  isSelected: boolean;
  at: SortColumn | null;
  isWriting: boolean;
  actions: RowActions;
}) {
  const { t } = useTranslation('glossary');
  const id = useId();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The grid has the keys of its rows.
    <div
      role="row"
      data-index={index}
      data-key={term.id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      {...(at === null ? {} : { 'aria-activedescendant': `${id}${at}` })}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${String(top)}px)` }}
      onFocus={() => {
        actions.onFocus(index);
      }}
      onClick={(event) => {
        const isField = event.target instanceof Element && event.target.closest('input, select') !== null;
        if (!isField) actions.onClick(term, event);
      }}
    >
      <div role="gridcell" className={styles.box}>
        <SelectBox
          label={t('view.select', { headword: term.headword })}
          state={isSelected ? 'on' : 'off'}
          onToggle={(extend) => {
            actions.onToggle(term, extend);
          }}
        />
      </div>
      {columns.map((column) => {
        const shared = { id: `${id}${column}`, 'data-at': column === at };
        if (isWriting && column === at && isWritable(column)) {
          return (
            <div key={column} id={shared.id} role="gridcell" className={styles.written}>
              <CellEditor
                term={term}
                column={column}
                onDone={(after) => {
                  actions.onDone(index, after);
                }}
              />
            </div>
          );
        }
        return <Cell key={column} {...shared} term={term} column={column} own={own} count={count} />;
      })}
    </div>
  );
});

function Cell({
  term,
  column,
  own,
  count,
  ...rest
}: {
  term: Term;
  column: SortColumn;
  own: string;
  count: number | null;
  id: string;
  'data-at': boolean;
}) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  switch (column) {
    case 'headword':
      return (
        <div {...rest} role="rowheader" lang={term.language} className={classes(styles.cell, styles.headword)}>
          {term.headword}
        </div>
      );
    case 'category':
      return (
        <div {...rest} role="gridcell" className={classes(styles.cell, styles.soft)}>
          {categoryNames(t)[term.category]}
        </div>
      );
    case 'level':
      return (
        <div {...rest} role="gridcell" className={styles.cell}>
          {term.level !== undefined && <LevelMark level={term.level} />}
        </div>
      );
    case 'count':
      return (
        <div {...rest} role="gridcell" className={classes(styles.cell, styles.soft, styles.number)}>
          {count !== null && format.number(count)}
        </div>
      );
    case 'note':
      return (
        <div {...rest} role="gridcell" className={classes(styles.cell, styles.soft)}>
          <Note term={term} own={own} />
        </div>
      );
    default: {
      const tag = column.slice('gloss:'.length);
      return (
        <div {...rest} role="gridcell" lang={tag} className={styles.cell}>
          {(term.glosses[tag] ?? []).join('; ')}
        </div>
      );
    }
  }
}

/** That there is a note, and what it says for whoever points at it or listens. */
function Note({ term, own }: { term: Term; own: string }) {
  const note = noteOf(term, [own]);
  return (
    note !== null && (
      <span role="img" lang={note.tag} aria-label={note.text} title={note.text} className={styles.note}>
        <StickyNote size={14} aria-hidden />
      </span>
    )
  );
}
