import { useFormat } from '#renderer/i18n/format.ts';
import styles from './Anki.module.css';

/** A choice that is on or off, with how many things it is about. */
export function Tick({
  label,
  count,
  checked,
  onChange,
}: {
  label: string;
  count: number | null;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const format = useFormat();
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>{label}</span>
      {count !== null && <span className={styles.count}>{format.number(count)}</span>}
    </label>
  );
}
