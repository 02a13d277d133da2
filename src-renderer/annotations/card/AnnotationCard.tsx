import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ChevronLeft, ChevronRight, Copy, Link2, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Annotation } from '#core/records/annotation.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { homeTargets, linkedTargets } from '../changes.ts';
import { annotationBox, paragraphElement, textBox } from '../dom.ts';
import { addTag, recolour, remove, removeTag, unlinkCounterpart } from '../edit.ts';
import { startLinking } from '../linking/linking.ts';
import { NoteField } from '../note/NoteField.tsx';
import { Quotes } from '../note/Quotes.tsx';
import { copyWithReference } from '../note/quoting.ts';
import { TagEditor } from '../note/TagEditor.tsx';
import { ColourChoice, hueStyle } from '../palette/ColourChoice.tsx';
import { usePalette } from '../palette/use-palette.ts';
import { annotationTools, type AnnotationTools } from '../store.ts';
import { useReadOnlyReason } from '../use-read-only.ts';
import { useFloating } from '../use-floating.ts';
import styles from './AnnotationCard.module.css';
import { closeCard, turnCard } from './open-card.ts';

/** The card of the annotation that was pressed in the text or the gutter. */
export function AnnotationCard() {
  const card = useStore(annotationTools, (state) => state.card);
  const id = card?.ids[card.at] ?? null;
  const annotation = useStore(openedWork, (state) => (id === null ? undefined : state.current?.annotations.get(id)));
  const gone = card !== null && annotation === undefined;
  useEffect(() => {
    if (gone) closeCard();
  }, [gone]);
  if (card === null || annotation === undefined) return null;
  return <Card key={annotation.id} annotation={annotation} card={card} />;
}

function Card({ annotation, card }: { annotation: Annotation; card: NonNullable<AnnotationTools['card']> }) {
  const { t } = useTranslation('annotations');
  const format = useFormat();
  const palette = usePalette();
  const readOnly = useReadOnlyReason();
  const [editing, setEditing] = useState(card.focus === 'note' && readOnly === null);
  const { id } = annotation;
  const colour = palette.colour(annotation.colour);
  const ref = useFloating<HTMLDivElement>(() => textBox(homeTargets(annotation)) ?? annotationBox(id), 'below', id);
  const came = useRef<Element | null>(null);

  useLayoutEffect(() => {
    came.current = document.activeElement;
    if (!editing) ref.current?.focus({ preventScroll: true });
    // Only when the card comes up.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  // Asked for again while it is open: its note is to be written now.
  useEffect(() => {
    if (card.focus === 'note' && readOnly === null) setEditing(true);
  }, [card, readOnly]);
  useOutside(ref, closeCard);

  const close = (): void => {
    closeCard();
    giveBack(annotation, came.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    // The card itself takes the focus first, so that it is read out before its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes it from anywhere inside.
    <div
      ref={ref}
      role="dialog"
      aria-label={t('card.label', { colour: palette.name(colour) })}
      tabIndex={-1}
      className={styles.card}
      style={hueStyle(colour.hue)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.header}>
        <ColourChoice
          label={t('card.colour')}
          value={annotation.colour}
          disabled={readOnly !== null}
          onChange={(next) => {
            recolour([id], next);
          }}
        />
        <IconButton size="small" label={t('card.close')} keys="Esc" onPress={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {card.ids.length > 1 && (
        <div className={styles.turn}>
          <IconButton
            size="small"
            label={t('card.previous')}
            onPress={() => {
              turnCard(-1);
            }}
          >
            <ChevronLeft size={14} aria-hidden />
          </IconButton>
          <span>{t('card.which', { at: card.at + 1, of: card.ids.length })}</span>
          <IconButton
            size="small"
            label={t('card.next')}
            onPress={() => {
              turnCard(1);
            }}
          >
            <ChevronRight size={14} aria-hidden />
          </IconButton>
        </div>
      )}
      <div className={styles.body}>
        <div>
          <Quotes
            annotation={annotation}
            {...(readOnly === null
              ? {
                  onUnlink: (edition: string) => {
                    unlinkCounterpart(id, edition);
                  },
                }
              : {})}
          />
        </div>
        <NoteField
          annotation={annotation}
          editing={editing}
          readOnly={readOnly !== null}
          onEditing={setEditing}
          onSaved={() => {
            ref.current?.focus({ preventScroll: true });
          }}
        />
        <TagEditor
          tags={annotation.tags}
          readOnly={readOnly !== null}
          onAdd={(tag) => {
            addTag([id], tag);
          }}
          onRemove={(tag) => {
            removeTag(id, tag);
          }}
        />
        {readOnly !== null && <p className={styles.reason}>{readOnly}</p>}
      </div>
      <div className={styles.footer}>
        <span className={styles.made}>{`${palette.name(colour)} · ${format.when(annotation.created)}`}</span>
        {readOnly === null && (
          <IconButton
            size="small"
            label={t(linkedTargets(annotation).length > 0 ? 'card.relink' : 'card.link')}
            keys="L"
            onPress={() => {
              startLinking(id);
            }}
          >
            <Link2 size={14} aria-hidden />
          </IconButton>
        )}
        <IconButton
          size="small"
          label={t('card.copy')}
          onPress={(event) => {
            void copyWithReference(annotation.targets, event.shiftKey || linkedTargets(annotation).length > 0);
          }}
        >
          <Copy size={14} aria-hidden />
        </IconButton>
        {readOnly === null && (
          <IconButton
            size="small"
            variant="danger"
            label={t('card.delete')}
            onPress={() => {
              close();
              remove([id]);
            }}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  );
}

/** Gives the focus to what had it before, else to the paragraph that the annotation stands in. */
function giveBack({ targets }: Annotation, before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) {
    before.focus({ preventScroll: true });
    return;
  }
  const paragraphs = targets.map(({ paragraph }) => paragraphElement(paragraph));
  paragraphs.find((element) => element !== null)?.focus({ preventScroll: true });
}

/** Closes with a press outside; not one on the handles, nor in a menu or dialog that the card opened. */
function useOutside(ref: { readonly current: HTMLElement | null }, close: () => void): void {
  useEffect(() => {
    const pressed = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (target === null || ref.current?.contains(target) === true) return;
      if (target.closest('[data-keeps-card], [data-annotations], .react-aria-Popover, [role=listbox]') !== null) return;
      close();
      readerView.setState({ chosen: null });
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => {
      document.removeEventListener('pointerdown', pressed, true);
    };
  }, [ref, close]);
}
