import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './SegmentedControl.module.css';

export interface Segment<T extends string> {
  id: T;
  label: ReactNode;
  /** Where the label is no text. */
  'aria-label'?: string;
}

/** One of a few, all in sight (a radio group: arrow keys move, space chooses). */
export function SegmentedControl<T extends string>({
  label,
  segments,
  value,
  onChange,
  wide = false,
  className,
}: {
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
  /** Fills the width it is given. */
  wide?: boolean;
  className?: string;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes(styles.group, wide && styles.wide, className)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find(({ id }) => keys.has(id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      {segments.map(({ id, label: text, ...rest }) => (
        <ToggleButton key={id} id={id} className={styles.segment ?? ''} {...rest}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
