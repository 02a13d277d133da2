import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Cell } from '#core/alignment/layout.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { commit } from '#renderer/app/commit.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import { direction } from '#core/language/direction.ts';
import { keptEdit } from './edit-change.ts';
import { ParagraphEdit, type Edited } from './edit.ts';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { readerParts } from './reader-store.ts';

/** Stands in a paragraph's place in the grid while it is edited; ends with Esc, Ctrl+Enter, or when the focus leaves it or the window goes. */
export function ParagraphEditor({ cell }: { cell: Cell }) {
  const { t } = useTranslation('reader');
  const { arrangement, viewport, focusParagraph } = useReader();
  const place = useRef<HTMLDivElement>(null);
  const label = t('edit.label');
  const found = arrangement.index.get(cell.paragraph);
  const edition = found?.side === 'source' ? arrangement.left : arrangement.right;
  const type = openedWork.getState().current?.texts.get(cell.paragraph)?.type ?? 'text';
  const focusAfter = useRef(focusParagraph);
  useLayoutEffect(() => {
    focusAfter.current = focusParagraph;
  });
  useLayoutEffect(() => {
    const element = place.current;
    const paragraph = viewport.columns.of(cell.paragraph)?.paragraph(cell.paragraph) ?? null;
    if (element === null || paragraph === null) return undefined;
    const close = (): void => {
      readerParts.setState(({ edited }) => ({ edited: edited === cell.paragraph ? null : edited }));
    };
    const edit = new ParagraphEdit(element, paragraph, readerParts.getState().caret, label, () => {
      close();
      // Once the paragraph is shown again.
      requestAnimationFrame(() => focusAfter.current(paragraph.id));
    });
    edit.focus();
    const left = (): void => {
      // A window that goes to the background takes the focus along only for a while.
      if (document.activeElement !== element) close();
    };
    // While the window can still send what it has, and before the guard that asks whether to close looks for that.
    const away = (): void => {
      flushSync(close);
    };
    element.addEventListener('blur', left);
    window.addEventListener('beforeunload', away, true);
    window.addEventListener('pagehide', away, true);
    return () => {
      element.removeEventListener('blur', left);
      window.removeEventListener('beforeunload', away, true);
      window.removeEventListener('pagehide', away, true);
      keep(paragraph, edit.end());
    };
  }, [viewport, cell.paragraph, label]);
  return (
    <div
      ref={place}
      className={styles.editor}
      data-side={found?.side ?? 'target'}
      data-type={type}
      lang={edition.language}
      dir={direction(edition.language)}
      style={{ gridRow: `${String(cell.row)} / span ${String(cell.span)}` }}
    />
  );
}

function keep(before: Paragraph, edited: Edited): void {
  const { current } = openedWork.getState();
  if (current === null) return;
  const annotations = [...current.annotations.values()].filter(({ targets }) =>
    targets.some(({ paragraph }) => paragraph === before.id),
  );
  const { text, marks, moved } = edited;
  const now = current.texts.get(before.id) ?? before;
  const kept = keptEdit(before, now, { text, marks }, annotations, moved);
  if (kept === null) return;
  commit(current.id, kept.change, 'reader:undo.edit');
  if (kept.replaces) notify({ kind: 'done', message: key('reader:edit.met'), undoable: true });
}
