import { useCallback, useMemo, useState } from 'react';
import { StickyNote, Trash2, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Trans, useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { keyName } from '#renderer/app/keys.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { recolour, remove } from './edit.ts';
import styles from './NotesPanel.module.css';
import { hueStyle } from './palette/ColourChoice.tsx';
import dots from './palette/ColourChoice.module.css';
import { usePalette } from './palette/use-palette.ts';
import { everything, narrows } from './panel/filter.ts';
import type { NoteCardActions } from './panel/NoteCard.tsx';
import { NoteFilters } from './panel/NoteFilters.tsx';
import { NoteList } from './panel/NoteList.tsx';
import { notesView, setFilter } from './panel/panel-state.ts';
import { useNotes } from './panel/use-notes.ts';
import { annotationOf } from './store.ts';
import { useReadOnlyReason } from './use-read-only.ts';

/** All highlights and notes of the open work, in the order of the text. Fills its parent. */
export function NotesPanel() {
  const { t } = useTranslation('annotations');
  const format = useFormat();
  const readOnly = useReadOnlyReason();
  const filter = useStore(notesView, (state) => state.filter);
  const [editing, setEditing] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const notes = useNotes(filter, editing);
  const narrowed = narrows(filter);
  const here = useMemo(() => [...selected].filter((id) => annotationOf(id) !== null), [selected]);

  const onEditing = useCallback((id: string, on: boolean): void => {
    setEditing((before) => (on ? id : before === id ? null : before));
  }, []);
  const onSelect = useCallback((id: string, on: boolean): void => {
    setSelected((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const onTag = useCallback((tag: string): void => {
    const before = notesView.getState().filter;
    setFilter({ ...before, tags: new Set([...before.tags, tag]) });
  }, []);
  const actions = useMemo((): NoteCardActions => ({ onEditing, onSelect, onTag }), [onEditing, onSelect, onTag]);

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {t('panel.title')} <span aria-hidden>· {format.number(notes.all)}</span>
        </h2>
        <p role="status" className={narrowed ? styles.count : styles.hidden}>
          {narrowed
            ? t('panel.someOf', { shown: format.number(notes.shown), all: format.number(notes.all) })
            : t('panel.count', { count: notes.all })}
        </p>
        {notes.all > 0 && <NoteFilters filter={filter} onChange={setFilter} />}
        {readOnly !== null && <p className={styles.reason}>{readOnly}</p>}
      </header>
      {notes.rows.length > 0 ? (
        <NoteList
          rows={notes.rows}
          editing={editing}
          selected={selected}
          readOnly={readOnly !== null}
          actions={actions}
        />
      ) : notes.all > 0 ? (
        <EmptyState
          title={t('empty.filtered')}
          actions={
            <Button
              variant="outline"
              onPress={() => {
                setFilter(everything);
              }}
            >
              {t('filter.clear')}
            </Button>
          }
        >
          {t('empty.filteredHint')}
        </EmptyState>
      ) : (
        <EmptyState icon={<StickyNote size={22} aria-hidden />} title={t('empty.title')}>
          <Trans
            t={t}
            i18nKey="empty.hint"
            values={{ highlight: keyName({ code: 'KeyH' }), note: keyName({ code: 'KeyN' }) }}
            components={{ kbd: <kbd /> }}
          />
        </EmptyState>
      )}
      {here.length > 0 && (
        <Selected
          ids={here}
          readOnly={readOnly !== null}
          onClear={() => {
            setSelected(new Set());
          }}
        />
      )}
    </div>
  );
}

/** What can be done with all notes that are selected. */
function Selected({ ids, readOnly, onClear }: { ids: readonly string[]; readOnly: boolean; onClear: () => void }) {
  const { t } = useTranslation('annotations');
  const palette = usePalette();
  return (
    <div className={styles.selected} role="group" aria-label={t('panel.selected', { count: ids.length })}>
      <span>{t('panel.selected', { count: ids.length })}</span>
      {!readOnly &&
        palette.offered.map((colour) => (
          <Tooltip key={colour.id} text={palette.name(colour)}>
            <AriaButton
              aria-label={t('panel.recolour', { colour: palette.name(colour) })}
              className={dots['dot'] ?? ''}
              style={hueStyle(colour.hue)}
              onPress={() => {
                recolour(ids, colour.id);
              }}
            />
          </Tooltip>
        ))}
      {!readOnly && (
        <IconButton
          size="small"
          variant="danger"
          label={t('card.delete')}
          onPress={() => {
            remove(ids);
            onClear();
          }}
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
      <IconButton size="small" label={t('panel.clearSelected')} onPress={onClear}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
