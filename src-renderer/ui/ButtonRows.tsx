import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import styles from './ButtonRows.module.css';
import { classes } from './classes.ts';
import { useRows } from './use-rows.ts';

/** What a key came to. */
export interface RowKey {
  index: number;
  /** Without Control, Command, Alt or Shift. */
  isPlain: boolean;
  /** Gives the focus to another row. */
  focus: (index: number) => void;
}

/**
 * A long list whose every row is a button with a tool beside it. Only rows near the view are mounted; arrows, Page Up and
 * Down, Home and End go from row to row, Tab goes to the tool of the row that has the focus.
 */
export function ButtonRows<Row>({
  rows,
  keyOf,
  label,
  height,
  shortcuts,
  onPress,
  onKey,
  renderContent,
  renderTool,
  scrollerClass,
  itemClass,
  buttonClass,
}: {
  rows: readonly Row[];
  /** What stays the same for a row, wherever it stands. */
  keyOf: (row: Row) => string;
  /** The name of the list. */
  label: string;
  /** Of every row, in CSS pixels. */
  height: number;
  /** The keys that `onKey` knows, as `aria-keyshortcuts` wants them. */
  shortcuts: string;
  onPress: (row: Row) => void;
  /** Told of every key on a row's button. @returns whether the key did something */
  onKey: (row: Row, event: KeyboardEvent<HTMLElement>, key: RowKey) => boolean;
  /** What the button shows. */
  renderContent: (row: Row) => ReactNode;
  /** What stands beside the button; only that of one row is in the order of Tab. */
  renderTool: (row: Row, inTabOrder: boolean) => ReactNode;
  scrollerClass?: string | undefined;
  itemClass?: string | undefined;
  buttonClass?: string | undefined;
}) {
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf]);
  const { scroller, virtualizer, stop, focus, onFocus, onKeyDown: move } = useRows({ keys, estimate: () => height });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const index = event.target instanceof HTMLElement ? Number(event.target.dataset['index'] ?? NaN) : NaN;
    const row = rows[index];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (row === undefined || !onKey(row, event, { index, isPlain, focus })) {
      move(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={scroller} className={classes(styles.scroller, scrollerClass)}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The keys of the rows inside. */}
      <div
        role="list"
        aria-label={label}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={classes(styles.item, itemClass)}
              style={{ height, transform: `translateY(${String(start)}px)` }}
            >
              <button
                type="button"
                data-index={index}
                tabIndex={index === stop ? 0 : -1}
                className={classes(styles.button, buttonClass)}
                aria-keyshortcuts={shortcuts}
                onFocus={() => {
                  onFocus(index);
                }}
                onClick={() => {
                  onPress(row);
                }}
              >
                {renderContent(row)}
              </button>
              {renderTool(row, index === stop)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
