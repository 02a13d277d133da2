import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './WorkRow.module.css';

/** A work's name being written: Enter or leaving the field keeps it, Esc does not (`null`). */
export function Rename({ title, onDone }: { title: string; onDone: (name: string | null) => void }) {
  const { t } = useTranslation('library');
  const [name, setName] = useState(title);
  // Enter takes the field away, which is also leaving it.
  const done = useRef(false);
  const finish = (result: string | null): void => {
    if (done.current) return;
    done.current = true;
    onDone(result);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(name === title ? null : name);
    if (event.key === 'Escape') finish(null);
  };
  return (
    <TextField
      className={styles.rename ?? ''}
      label={t('rename-label')}
      description={t('rename-help')}
      value={name}
      onChange={setName}
      autoFocus
      inputRef={(input: HTMLInputElement | null) => {
        if (input !== null && document.activeElement !== input) input.select();
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        finish(name === title ? null : name);
      }}
    />
  );
}
