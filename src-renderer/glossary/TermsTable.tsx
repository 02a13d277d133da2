import { useMemo } from 'react';
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
  type Selection,
} from 'react-aria-components';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { ListQuery, SortColumn } from './list.ts';
import { categoryNames, noteOf } from './names.ts';
import { SelectBox } from './SelectBox.tsx';
import styles from './TermsTable.module.css';

/** The glossary as a table: rows are drawn as they come into view, so that it may be long. */
export function TermsTable({
  terms,
  glosses,
  own,
  narrow,
  sort,
  onSort,
  selected,
  onSelect,
  onOpen,
}: {
  terms: readonly Term[];
  /** Tags of the gloss columns. */
  glosses: readonly string[];
  /** The interface's language: notes in it are shown first. */
  own: string;
  /** Only the headword and the first gloss have room. */
  narrow: boolean;
  sort: ListQuery['sort'];
  onSort: (sort: ListQuery['sort']) => void;
  selected: Selection;
  onSelect: (selected: Selection) => void;
  onOpen: (id: string) => void;
}) {
  const { t, i18n } = useTranslation('glossary');
  // oxlint-disable-next-line react/exhaustive-deps -- `t` stays the same function when the language changes.
  const names = useMemo(() => categoryNames(t), [t, i18n.language]);
  const columns = narrow ? glosses.slice(0, 1) : glosses;
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 34, headingHeight: 32 }}>
      <Table
        aria-label={t('view.table')}
        className={styles.table ?? ''}
        selectionMode="multiple"
        selectedKeys={selected}
        onSelectionChange={onSelect}
        onRowAction={(key) => {
          onOpen(String(key));
        }}
        sortDescriptor={{ column: sort.column, direction: sort.descending ? 'descending' : 'ascending' }}
        onSortChange={({ column, direction }) => {
          onSort({ column: String(column) as SortColumn, descending: direction === 'descending' });
        }}
      >
        <TableHeader>
          <Column width={36} minWidth={36} className={styles.column ?? ''}>
            <SelectBox />
          </Column>
          <SortableColumn id="headword" isRowHeader share={5} text={t('field.headword')} />
          {columns.map((tag) => (
            <SortableColumn key={tag} id={`gloss:${tag}`} share={5} text={autonym(tag)} />
          ))}
          {!narrow && <SortableColumn id="category" share={3} text={t('field.category')} />}
          {!narrow && <SortableColumn id="note" share={6} text={t('field.note')} />}
        </TableHeader>
        <TableBody items={terms} dependencies={[columns, narrow, own, names]}>
          {(term) => (
            <Row id={term.id} textValue={term.headword} className={styles.row ?? ''}>
              <Cell className={styles.cell ?? ''}>
                <SelectBox />
              </Cell>
              <Cell className={classes(styles.cell, styles.headword)}>
                <span lang={term.language}>{term.headword}</span>
              </Cell>
              {columns.map((tag) => (
                <Cell key={tag} className={styles.cell ?? ''}>
                  <span lang={tag}>{(term.glosses[tag] ?? []).join('; ')}</span>
                </Cell>
              ))}
              {!narrow && <Cell className={classes(styles.cell, styles.soft)}>{names[term.category]}</Cell>}
              {!narrow && (
                <Cell className={classes(styles.cell, styles.soft)}>
                  <span lang={noteOf(term, [own])?.tag}>{noteOf(term, [own])?.text}</span>
                </Cell>
              )}
            </Row>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

function SortableColumn({
  id,
  text,
  share,
  isRowHeader = false,
}: {
  id: SortColumn;
  text: string;
  /** Of the width that is left. */
  share: number;
  isRowHeader?: boolean;
}) {
  return (
    <Column id={id} isRowHeader={isRowHeader} allowsSorting width={`${share}fr`} className={styles.column ?? ''}>
      {({ sortDirection }) => (
        <>
          {text}
          {sortDirection === 'ascending' && <ChevronUp size={13} aria-hidden />}
          {sortDirection === 'descending' && <ChevronDown size={13} aria-hidden />}
        </>
      )}
    </Column>
  );
}
