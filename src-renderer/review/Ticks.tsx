import styles from './Ticks.module.css';

/** Several of a few, each with a box to tick. */
export function Ticks<T extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly { id: T; text: string }[];
  chosen: ReadonlySet<T>;
  onChange: (chosen: Set<T>) => void;
}) {
  return (
    <fieldset className={styles.ticks}>
      <legend>{label}</legend>
      {options.map(({ id, text }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.has(id)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(id);
              else next.delete(id);
              onChange(next);
            }}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
