import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/records/annotation.ts';
import { onMac } from '#renderer/app/keys.ts';
import { writeNote } from '../edit.ts';
import styles from './NoteEditor.module.css';

/**
 * Writes the note of an annotation. What is typed is its own until it is saved (Ctrl+Enter, or leaving the field, the panel
 * or the window), so that nothing that happens elsewhere moves the caret; Esc gives it up.
 */
export function NoteEditor({
  annotation,
  language,
  onDone,
}: {
  annotation: Annotation;
  /** BCP 47 tag of the interface, for the spelling checker. */
  language: string;
  /** The field closes; `byKey` when the focus is to go back to where it came from. */
  onDone: (byKey: boolean) => void;
}) {
  const { t } = useTranslation('annotations');
  const [draft, setDraft] = useState(annotation.body);
  const latest = useRef({ annotation, draft: annotation.body });
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    latest.current = { annotation, draft };
  });

  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    const save = (): void => {
      writeNote(latest.current.annotation, latest.current.draft);
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    // Before the guard that asks whether to close looks for what is not on disk yet.
    window.addEventListener('beforeunload', save, true);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('beforeunload', save, true);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', hidden);
      save();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const save = event.code === 'Enter' && (onMac() ? event.metaKey : event.ctrlKey);
    if (!save && event.code !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (save) writeNote(annotation, draft);
    else latest.current = { annotation, draft: annotation.body };
    onDone(true);
  };

  return (
    <div className={styles.editor}>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={t('note.label')}
        aria-describedby={hint}
        placeholder={t('note.placeholder')}
        lang={language}
        rows={2}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // When the window loses the focus, the field keeps it for when the window is back.
          writeNote(annotation, draft);
          if (document.activeElement !== event.currentTarget) onDone(false);
        }}
      />
      <p id={hint} className={styles.hint}>
        {t('note.keys', { save: onMac() ? '⌘Enter' : 'Ctrl+Enter' })}
      </p>
    </div>
  );
}
