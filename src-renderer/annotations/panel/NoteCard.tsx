import { memo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { Check, Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Annotation } from '#core/records/annotation.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { idList } from '#renderer/reader/id-list.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MenuTrigger } from '#renderer/ui/Menu.tsx';
import { shownQuote } from '../shown-quote.ts';
import { homeTargets } from '../changes.ts';
import { addTag, removeTag } from '../edit.ts';
import { jumpFromNote } from '../jump.ts';
import { startAttaching } from '../linking/linking.ts';
import { NoteField } from '../note/NoteField.tsx';
import { Quotes } from '../note/Quotes.tsx';
import { TagEditor } from '../note/TagEditor.tsx';
import { hueStyle } from '../palette/ColourChoice.tsx';
import { usePalette } from '../palette/use-palette.ts';
import { findWords } from './find-words.ts';
import styles from './NoteCard.module.css';
import { NoteMenu } from './NoteMenu.tsx';

export interface NoteCardActions {
  onEditing: (id: string, editing: boolean) => void;
  onSelect: (id: string, selected: boolean) => void;
  onTag: (tag: string) => void;
}

/** An annotation in the panel: its words, its note, its tags. Takes the focus as a whole; Enter jumps to the words. */
export const NoteCard = memo(function NoteCard({
  annotation: listed,
  lost,
  editing,
  selected,
  selecting,
  active,
  readOnly,
  describedBy,
  actions,
}: {
  annotation: Annotation;
  /** Its words stand nowhere in the text any more. */
  lost: boolean;
  editing: boolean;
  selected: boolean;
  /** Some cards are selected: all show whether they are. */
  selecting: boolean;
  /** The one that Tab leads to. */
  active: boolean;
  readOnly: boolean;
  /** The id of what says its keys. */
  describedBy: string;
  actions: NoteCardActions;
}) {
  const { t } = useTranslation('annotations');
  const format = useFormat();
  const palette = usePalette();
  // The list may lag behind while it is put in order; what is written here must not.
  const annotation = useStore(openedWork, (state) => state.current?.annotations.get(listed.id)) ?? listed;
  const article = useRef<HTMLElement>(null);
  const { id } = annotation;
  const colour = palette.colour(annotation.colour);
  const scripts = useScripts();
  const quote = shownQuote(annotation, scripts);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const act = {
      Enter: () => {
        if (!lost) jumpFromNote(id);
      },
      F2: () => {
        if (!readOnly) actions.onEditing(id, true);
      },
      KeyN: () => {
        if (!readOnly) actions.onEditing(id, true);
      },
      Space: () => {
        actions.onSelect(id, !selected);
      },
    }[event.code];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onQuote = (event: MouseEvent): void => {
    if (!lost && window.getSelection()?.isCollapsed !== false && !(event.target as Element).closest('button')) {
      jumpFromNote(id);
    }
  };

  return (
    // The card takes the focus as a whole, so that arrow keys go from note to note; what it does stands in its menu too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={article}
      className={classes(styles.card, lost && styles.lost)}
      style={hueStyle(colour.hue)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={active ? 0 : -1}
      data-note={id}
      data-annotations={idList([id])}
      aria-label={t('panel.note', { colour: palette.name(colour), quote })}
      aria-describedby={lost ? undefined : describedBy}
      onKeyDown={onKeyDown}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className={lost ? undefined : styles.quotes} onClick={onQuote}>
        <Quotes annotation={annotation} />
      </div>
      <div className={styles.tools}>
        {(selecting || selected) && (
          <IconButton
            size="small"
            variant={selected ? 'primary' : 'outline'}
            aria-pressed={selected}
            label={t('panel.select')}
            onPress={() => {
              actions.onSelect(id, !selected);
            }}
          >
            <Check size={13} aria-hidden />
          </IconButton>
        )}
        <MenuTrigger>
          <IconButton size="small" className={styles.more ?? ''} label={t('panel.more')}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
          <NoteMenu annotation={annotation} lost={lost} readOnly={readOnly} actions={actions} />
        </MenuTrigger>
      </div>
      {lost && (
        <div className={styles.find}>
          <Button
            size="small"
            variant="outline"
            onPress={() => {
              findWords(homeTargets(annotation)[0]?.quote.exact ?? '');
            }}
          >
            {t('panel.find')}
          </Button>
          {!readOnly && (
            <Button
              size="small"
              variant="outline"
              onPress={() => {
                startAttaching(id);
              }}
            >
              {t('panel.attach')}
            </Button>
          )}
        </div>
      )}
      {(editing || annotation.body !== '') && (
        <NoteField
          annotation={annotation}
          editing={editing}
          readOnly={readOnly}
          onEditing={(next) => {
            actions.onEditing(id, next);
          }}
          onSaved={() => {
            article.current?.focus({ preventScroll: true });
          }}
        />
      )}
      <footer className={styles.footer}>
        <TagEditor
          tags={annotation.tags}
          readOnly={readOnly}
          onAdd={(tag) => {
            addTag([id], tag);
          }}
          onRemove={(tag) => {
            removeTag(id, tag);
          }}
          onChoose={actions.onTag}
        />
        <span className={styles.made}>{`${palette.name(colour)} · ${format.when(annotation.created)}`}</span>
      </footer>
    </article>
  );
});
