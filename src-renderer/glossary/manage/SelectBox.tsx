import { useEffect, useRef } from 'react';
import styles from './SelectBox.module.css';

/** A box to tick. In a list whose rows take the keys it is not a stop of Tab itself. */
export function SelectBox({
  label,
  state,
  stop = false,
  onToggle,
}: {
  label: string;
  state: 'on' | 'off' | 'some';
  stop?: boolean;
  onToggle: (extend: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles.box}
      aria-label={label}
      tabIndex={stop ? 0 : -1}
      checked={state === 'on'}
      onChange={(event) => {
        onToggle(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey);
      }}
      onClick={(event) => {
        event.stopPropagation();
      }}
    />
  );
}
