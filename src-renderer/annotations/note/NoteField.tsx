import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/records/annotation.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './NoteField.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteText } from './NoteText.tsx';

/** The note of an annotation, read or, where asked, written. A press on the text writes it, links in it aside. */
export function NoteField({
  annotation,
  editing,
  readOnly,
  onEditing,
  onSaved,
}: {
  annotation: Annotation;
  editing: boolean;
  readOnly: boolean;
  onEditing: (editing: boolean) => void;
  /** Writing ended by a key: the focus must go somewhere. */
  onSaved: () => void;
}) {
  const { t } = useTranslation('annotations');
  const { language } = useFormat();

  const edit = (event: MouseEvent): void => {
    const onLink = event.target instanceof Element && event.target.closest('a') !== null;
    const selecting = window.getSelection()?.isCollapsed === false;
    if (!onLink && !selecting && !readOnly) onEditing(true);
  };
  const keepInside = (event: KeyboardEvent): void => {
    // A link in a note is followed by Enter; the card around must not take the key.
    if (event.target instanceof Element && event.target.closest('a') !== null) event.stopPropagation();
  };

  if (editing) {
    return (
      <NoteEditor
        annotation={annotation}
        language={language}
        onDone={(byKey) => {
          onEditing(false);
          if (byKey) requestAnimationFrame(onSaved);
        }}
      />
    );
  }
  if (readOnly && annotation.body === '') return null;
  return (
    <div className={styles.note}>
      {annotation.body !== '' && (
        // The pencil beside it does the same by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.text} onClick={edit} onKeyDown={keepInside}>
          <NoteText text={annotation.body} />
        </div>
      )}
      {!readOnly && (
        <Button
          size="small"
          className={annotation.body === '' ? (styles.empty ?? '') : (styles.edit ?? '')}
          onPress={() => {
            onEditing(true);
          }}
        >
          {annotation.body === '' ? t('note.add') : t('note.edit')}
        </Button>
      )}
    </div>
  );
}
