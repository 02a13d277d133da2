import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readerView } from '#renderer/reader/reader-state.ts';
import { remove } from '../edit.ts';
import { NoteCard, type NoteCardActions } from './NoteCard.tsx';
import styles from './NoteList.module.css';
import { notesView } from './panel-state.ts';
import type { Row } from './use-notes.ts';

/** Guessed until a card is measured, in CSS pixels. */
const cardHeight = 112;

/** The notes as a list of which only what is near the view is mounted. Arrow keys go from note to note. */
export function NoteList({
  rows,
  editing,
  selected,
  readOnly,
  actions,
}: {
  rows: readonly Row[];
  /** The note that is being written: it stays mounted wherever the list is scrolled. */
  editing: string | null;
  selected: ReadonlySet<string>;
  readOnly: boolean;
  actions: NoteCardActions;
}) {
  const { t } = useTranslation('annotations');
  const keysId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const indexOf = (id: string | null): number =>
    id === null ? -1 : rows.findIndex((row) => row.kind === 'note' && row.annotation.id === id);
  const first = rows.find((row) => row.kind === 'note')?.annotation.id ?? null;
  const tabbed = indexOf(active) >= 0 ? active : first;
  const kept = [indexOf(tabbed), indexOf(editing)].filter((index) => index >= 0);

  // oxlint-disable-next-line react/incompatible-library -- no React Compiler runs over Egiz
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(rows[index], index),
    estimateSize: (index) => (rows[index]?.kind === 'lost' ? 56 : cardHeight),
    rangeExtractor: (range: Range) =>
      [...new Set([...kept, ...defaultRangeExtractor(range)])].toSorted((a, b) => a - b),
    gap: 10,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: 16,
  });

  const focusOn = useCallback(
    (id: string, index: number): void => {
      setActive(id);
      virtualizer.scrollToIndex(index, { align: 'auto' });
      focusWhenMounted(scroller, id);
    },
    [virtualizer],
  );
  useRequests(rows, focusOn);
  useChosen(rows, editing, (index) => {
    virtualizer.scrollToIndex(index, { align: 'auto' });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['note'] : undefined;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = indexOf(id);
    const notes = rows.flatMap((row, index) => (row.kind === 'note' ? [index] : []));
    const place = notes.indexOf(at);
    const to = {
      ArrowDown: notes[place + 1],
      ArrowUp: notes[place - 1],
      Home: notes[0],
      End: notes.at(-1),
    }[event.code];
    const row = to === undefined ? undefined : rows[to];
    if (event.code === 'Delete' && !readOnly) {
      const next = rows[notes[place + 1] ?? notes[place - 1] ?? -1];
      remove([id]);
      if (next?.kind === 'note') focusOn(next.annotation.id, indexOf(next.annotation.id));
    } else if (to !== undefined && row?.kind === 'note') focusOn(row.annotation.id, to);
    else if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.code)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <p id={keysId} hidden>
        {t('panel.noteKeys')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the notes inside */}
      <ul
        // Without bullets, Safari takes a list for none.
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles
        role="list"
        aria-label={t('panel.list')}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const card = event.target.closest<HTMLElement>('[data-note]');
          if (card?.dataset['note'] !== undefined) setActive(card.dataset['note']);
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              {row.kind === 'lost' ? (
                <h3 className={styles.lost}>
                  {t('panel.lost', { count: row.count })}
                  <small>{t('panel.lostWhy')}</small>
                </h3>
              ) : (
                <NoteCard
                  annotation={row.annotation}
                  lost={row.lost}
                  editing={editing === row.annotation.id}
                  selected={selected.has(row.annotation.id)}
                  selecting={selected.size > 0}
                  active={tabbed === row.annotation.id}
                  readOnly={readOnly}
                  describedBy={keysId}
                  actions={actions}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function keyOf(row: Row | undefined, index: number): string | number {
  return row === undefined ? index : row.kind === 'note' ? row.annotation.id : 'lost';
}

function focusWhenMounted(scroller: { readonly current: HTMLElement | null }, id: string, tries = 20): void {
  const card = scroller.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  if (card !== null && card !== undefined) card.focus({ preventScroll: true });
  else if (tries > 0) {
    requestAnimationFrame(() => {
      focusWhenMounted(scroller, id, tries - 1);
    });
  }
}

/** Answers requests from elsewhere to show a note with the focus on it. */
function useRequests(rows: readonly Row[], focusOn: (id: string, index: number) => void): void {
  const asked = useStore(notesView, (state) => state.asked);
  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === 'note' && row.annotation.id === asked);
    if (asked === null || index < 0) return;
    notesView.setState({ asked: null });
    focusOn(asked, index);
  }, [asked, rows, focusOn]);
}

/** Scrolls to the note that was chosen in the text, unless one is being written. */
function useChosen(rows: readonly Row[], editing: string | null, show: (index: number) => void): void {
  const chosen = useStore(readerView, (state) => state.chosen);
  const latest = useRef({ rows, editing, show });
  useEffect(() => {
    latest.current = { rows, editing, show };
  });
  useEffect(() => {
    const now = latest.current;
    const index = now.rows.findIndex((row) => row.kind === 'note' && row.annotation.id === chosen);
    if (index >= 0 && now.editing === null) now.show(index);
  }, [chosen]);
}
