import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Paragraph } from '#core/records/paragraph.ts';
import { direction } from '#core/language/direction.ts';
import { ParagraphEdit } from '#renderer/reader/edit.ts';
import styles from './Bead.module.css';
import { endEditing, joinText, keepText, splitText } from './text-actions.ts';
import { beginEditing, listControls, workbench } from './workbench-state.ts';

/**
 * A paragraph's text while it is edited in its place. Enter cuts the paragraph in two (in verse Shift+Enter, since Enter begins a
 * line), Backspace at its start and Delete at its end join it to its neighbour; Esc, Ctrl+Enter or leaving it end the edit.
 */
export function UnitEditor({ paragraph, tag, caret }: { paragraph: Paragraph; tag: string; caret: number }) {
  const { t } = useTranslation('alignment');
  const place = useRef<HTMLDivElement>(null);
  const label = t('edit.label');
  // What it was when the edit began: what others change meanwhile is met at its end.
  const start = useRef({ paragraph, caret });
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const { paragraph: before, caret: offset } = start.current;
    const close = (): void => {
      endEditing(before.id);
    };
    const edit = new ParagraphEdit(element, before, offset, label, () => {
      close();
      const { bead } = workbench.getState();
      if (bead !== null) requestAnimationFrame(() => listControls.current?.focus(bead));
    });
    edit.focus();
    let isOver = false;
    const keep = (): void => {
      if (isOver) return;
      isOver = true;
      keepText(before, edit.end());
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = caretIn(element);
      if (at === null) return;
      const isEnter = event.code === 'Enter' || event.code === 'NumpadEnter';
      const cuts = isEnter && event.shiftKey === (before.type === 'verse');
      const joins = event.code === 'Backspace' && at.start === 0 && at.end === 0 ? -1 : null;
      const isLast = at.start === at.length && at.end === at.length;
      const takes = event.code === 'Delete' && isLast ? 1 : null;
      if (!cuts && joins === null && takes === null) return;
      event.preventDefault();
      event.stopPropagation();
      const turn = workbench.getState().edited?.turn;
      // What is cut or joined is the paragraph as it is stored.
      keep();
      if (cuts) splitText(before.id, at.start);
      else joinText(before.id, joins ?? takes ?? 1);
      // Where nothing came of it the editing goes on.
      if (workbench.getState().edited?.turn === turn) beginEditing(before.id, at.start);
    };
    const left = (): void => {
      // A window that goes to the background takes the focus along only for a while.
      if (document.activeElement !== element) close();
    };
    // While the window can still send what it has.
    const away = (): void => {
      flushSync(close);
    };
    element.addEventListener('keydown', onKeyDown, true);
    element.addEventListener('blur', left);
    window.addEventListener('beforeunload', away, true);
    window.addEventListener('pagehide', away, true);
    return () => {
      element.removeEventListener('keydown', onKeyDown, true);
      element.removeEventListener('blur', left);
      window.removeEventListener('beforeunload', away, true);
      window.removeEventListener('pagehide', away, true);
      keep();
    };
  }, [label]);
  return (
    <div
      ref={place}
      className={styles.editor}
      data-paragraph-editor={paragraph.id}
      data-type={paragraph.type}
      lang={tag}
      dir={direction(tag)}
    />
  );
}

/** Where the selection stands in the text of an element, in UTF-16 code units, and how long the text is. */
function caretIn(element: HTMLElement): { start: number; end: number; length: number } | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  const length = before.toString().length;
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  before.setEnd(range.endContainer, range.endOffset);
  return { start, end: before.toString().length, length };
}
