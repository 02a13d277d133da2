import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SideName } from '#core/alignment/edits/state.ts';
import type { Bead } from '#core/records/bead.ts';
import { direction } from '#core/language/direction.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { intendHere, startLinking } from './bead-actions.ts';
import styles from './Bead.module.css';
import { keepWritten, writeHere } from './text-actions.ts';
import { listControls, workbench } from './workbench-state.ts';

/** In place of what one side of a bead lacks: what can be done about it. */
export function MissingSide({
  bead,
  side,
  tag,
  onChoose,
  disabled,
}: {
  bead: Bead;
  side: SideName;
  /** Of the language that would be written here. */
  tag: string;
  onChoose: () => void;
  disabled: boolean;
}) {
  const { t } = useTranslation('alignment');
  const isWriting = useStore(workbench, ({ writing }) => writing === bead.id);
  if (isWriting) return <Writing bead={bead.id} tag={tag} />;
  const act = (what: () => void) => () => {
    onChoose();
    what();
  };
  const isIntended = bead.intended === true;
  return (
    <div className={classes(styles.side, styles.none, isIntended && styles.intended)} data-side={side}>
      <p>{t(isIntended ? `gap.intended-${side}` : `gap.${side}`)}</p>
      {!disabled && (
        <div className={styles.ways}>
          <Button size="small" onPress={act(writeHere)}>
            {t('gap.write')}
          </Button>
          <Button size="small" onPress={act(startLinking)}>
            {t('gap.link')}
          </Button>
          {!isIntended && (
            <Button size="small" onPress={act(intendHere)}>
              {t('gap.intend')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** A field for what is missing: Enter or leaving it keeps it, Esc gives it up. */
function Writing({ bead, tag }: { bead: string; tag: string }) {
  const { t } = useTranslation('alignment');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const isEnter = (event.code === 'Enter' || event.code === 'NumpadEnter') && !event.shiftKey;
    if (!isEnter && event.code !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isEnter) keepWritten(bead, event.currentTarget.value);
    else workbench.setState({ writing: null });
    requestAnimationFrame(() => listControls.current?.focus(bead));
  };
  return (
    <textarea
      ref={field}
      className={classes(styles.side, styles.writing)}
      aria-label={t('gap.field')}
      placeholder={t('gap.placeholder')}
      lang={tag}
      dir={direction(tag)}
      rows={3}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (workbench.getState().writing === bead) keepWritten(bead, event.currentTarget.value);
      }}
    />
  );
}
