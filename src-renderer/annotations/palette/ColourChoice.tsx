import type { CSSProperties } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Hue } from '#core/annotation/colours.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import styles from './ColourChoice.module.css';
import { hueEdge, hueFill } from './colours.ts';
import { usePalette } from './use-palette.ts';

/** The custom properties `--hue` and `--hue-edge` of a hue. */
export function hueStyle(hue: Hue): CSSProperties {
  return { '--hue': hueFill(hue), '--hue-edge': hueEdge(hue) } as CSSProperties;
}

/** The palette as a radio group of dots. A colour that is no longer offered stands first while it is the value. */
export function ColourChoice({
  label,
  value,
  disabled = false,
  onChange,
}: {
  label: string;
  value: string;
  disabled?: boolean;
  onChange: (colour: string) => void;
}) {
  const palette = usePalette();
  const offered = palette.offered.some(({ id }) => id === value)
    ? palette.offered
    : [palette.colour(value), ...palette.offered];
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.choice ?? ''}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={disabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = offered.find(({ id }) => keys.has(id));
        if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
      }}
    >
      {offered.map((colour) => (
        <Tooltip key={colour.id} text={palette.name(colour)}>
          <ToggleButton
            id={colour.id}
            aria-label={palette.name(colour)}
            className={styles.dot ?? ''}
            style={hueStyle(colour.hue)}
          />
        </Tooltip>
      ))}
    </ToggleButtonGroup>
  );
}
