import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { termCategories, termLevels, type Term } from '#core/records/term.ts';
import { draftOf } from '../draft.ts';
import { categoryNames } from '../names.ts';
import type { TextColumn } from './changes.ts';
import { columnName } from './columns.ts';
import { setCategory, setLevel, writeCell } from './commits.ts';
import { levelOptions } from './levels.ts';
import styles from './CellEditor.module.css';

/** Where the focus goes once a cell was written: `here` is its row, `none` leaves it where it is. */
export type After = 'here' | 'next' | 'previous' | 'none';

/** Writes in a cell of the table: Enter keeps it, Tab goes on with the next cell, Esc leaves it as it was. */
export function CellEditor({
  term,
  column,
  onDone,
}: {
  term: Term;
  column: TextColumn | 'category' | 'level';
  onDone: (after: After) => void;
}) {
  const { t } = useTranslation('glossary');
  const [value, setValue] = useState(() => valueOf(term, column));
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // Taking the field away takes its focus away as well: that is no second time to keep it.
  const over = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, []);
  const finish = (keep: boolean, after: After): void => {
    if (over.current) return;
    over.current = true;
    if (keep) write(term, column, value);
    onDone(after);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(true, 'here');
    else if (event.key === 'Escape') finish(false, 'here');
    else if (event.key === 'Tab') finish(true, event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  const shared = {
    ref: field,
    className: styles.field,
    'aria-label': `${columnName(column, t)}: ${term.headword}`,
    value,
    onKeyDown,
    onBlur: () => {
      finish(true, 'none');
    },
  };
  if (column !== 'category' && column !== 'level') {
    return (
      <input
        {...shared}
        lang={column === 'headword' ? term.language : column.slice('gloss:'.length)}
        onChange={(event) => {
          setValue(event.target.value);
        }}
      />
    );
  }
  const names = categoryNames(t);
  const options =
    column === 'category'
      ? termCategories.map((id) => ({ id, text: names[id] }))
      : levelOptions(t, { id: '', text: t('manage.level.none') });
  return (
    <select
      {...shared}
      onChange={(event) => {
        setValue(event.target.value);
      }}
    >
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

function valueOf(term: Term, column: TextColumn | 'category' | 'level'): string {
  if (column === 'level') return term.level ?? '';
  const draft = draftOf(term);
  return column === 'headword' || column === 'category'
    ? draft[column]
    : (draft.glosses[column.slice('gloss:'.length)] ?? '');
}

function write(term: Term, column: TextColumn | 'category' | 'level', value: string): void {
  if (column === 'level') setLevel([term], termLevels.find((level) => level === value) ?? null);
  else if (column !== 'category') writeCell(term, column, value);
  else {
    const category = termCategories.find((one) => one === value);
    if (category !== undefined) setCategory([term], category);
  }
}
