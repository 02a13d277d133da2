import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openedWork } from '#renderer/app/work-store.ts';
import { direction } from '#core/language/direction.ts';
import { classes } from '#renderer/ui/classes.ts';
import { linkWith, toggleSelected } from './bead-actions.ts';
import styles from './Bead.module.css';
import { editText } from './text-actions.ts';
import { UnitEditor } from './UnitEditor.tsx';
import { UnitText, type Underline } from './UnitText.tsx';
import { workbench } from './workbench-state.ts';

/** A paragraph in a bead: a click chooses it, in the current bead another click its sentence, Ctrl+click selects, a double click edits. */
export function BeadUnit({
  id,
  tag,
  isCurrent,
  underlines,
  onChoose,
}: {
  id: string;
  tag: string;
  /** It stands in the current bead. */
  isCurrent: boolean;
  underlines: readonly Underline[];
  /** Makes its bead the current one. */
  onChoose: () => void;
}) {
  const { t } = useTranslation('alignment');
  const paragraph = useStore(openedWork, ({ current }) => current?.texts.get(id));
  const isSelected = useStore(workbench, ({ selected }) => selected.has(id));
  const chosen = useStore(workbench, ({ unit }) => (unit?.paragraph === id ? unit : null));
  const edited = useStore(workbench, (state) => (state.edited?.paragraph === id ? state.edited : null));
  if (paragraph === undefined) return <div className={styles.missing} data-unit={id} aria-hidden />;
  if (edited !== null) {
    return <UnitEditor key={edited.turn} paragraph={paragraph} tag={tag} caret={edited.caret} />;
  }
  const onClick = (event: MouseEvent): void => {
    const { linking } = workbench.getState();
    if (linking && !isSelected) {
      linkWith(id);
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      toggleSelected(id);
      return;
    }
    // A selection that is being made is no click.
    if (getSelection()?.isCollapsed === false) return;
    const sentence = sentenceUnder(event);
    const isAgain = isCurrent && chosen !== null;
    onChoose();
    workbench.setState({
      unit: { paragraph: id, sentence: isAgain && sentence !== chosen.sentence ? sentence : null },
      anchor: id,
    });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- By keys a unit is chosen with the arrows.
    <div
      className={classes(styles.unit, chosen !== null && styles.here, isSelected && styles.selected)}
      data-unit={id}
      data-type={paragraph.type}
      data-selected={isSelected}
      lang={tag}
      dir={direction(tag)}
      draggable={isSelected}
      onClick={onClick}
      onDoubleClick={(event) => {
        onChoose();
        editText(id, caretUnder(event, event.currentTarget));
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData(unitType, id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      {isSelected && <span className={styles.hidden}>{t('unit.selected')}</span>}
      {paragraph.text === '' ? (
        <span className={styles.empty}>{t('unit.empty')}</span>
      ) : (
        <UnitText
          paragraph={paragraph}
          tag={tag}
          underlines={underlines}
          sentences={isCurrent}
          chosen={chosen?.sentence ?? null}
        />
      )}
    </div>
  );
}

/** The type under which a paragraph is dragged, so that nothing else that is dropped is taken for one. */
export const unitType = 'application/x-egiz-paragraph';

function sentenceUnder({ target }: MouseEvent): number | null {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null;
  return found === null ? null : Number(found.dataset.sentence);
}

/** Where in an element's text the pointer is, in UTF-16 code units; its end where that cannot be told. */
function caretUnder({ clientX, clientY }: MouseEvent, element: Element): number {
  const position = document.caretPositionFromPoint(clientX, clientY);
  const range = document.createRange();
  range.selectNodeContents(element);
  if (position !== null && element.contains(position.offsetNode)) range.setEnd(position.offsetNode, position.offset);
  return range.toString().length;
}
