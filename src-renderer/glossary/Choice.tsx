import { useId } from 'react';
import styles from './Choice.module.css';

/** One of a list that is too long to show: the system's own control, so that keys and screen readers work as everywhere. */
export function Choice<T extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
}: {
  label: string;
  /** Keeps the label for a screen reader only. */
  hideLabel?: boolean;
  value: T;
  options: readonly { id: T; text: string }[];
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className={styles.choice}>
      {!hideLabel && (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <select
        id={id}
        className={styles.select}
        value={value}
        {...(hideLabel ? { 'aria-label': label } : {})}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
