import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import type { ReactNode, RefAttributes } from 'react';
import styles from './Button.module.css';
import { look } from './Button.tsx';
import { Tooltip } from './Tooltip.tsx';

interface Look {
  /** What it does: its name for a screen reader, and the tooltip. */
  label: string;
  /** How its keys are written on this platform, for the tooltip. */
  keys?: string | null;
  size?: 'normal' | 'small';
  variant?: 'plain' | 'outline' | 'primary' | 'danger';
  className?: string;
  /** The icon. */
  children: ReactNode;
}

export type IconButtonProps = Omit<AriaButtonProps, keyof Look> & Look & RefAttributes<HTMLButtonElement>;

export function IconButton({ label, keys, size = 'normal', variant = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys ?? null}>
      <AriaButton {...rest} aria-label={label} className={look(variant, size, styles.icon, className)} />
    </Tooltip>
  );
}

export type IconToggleButtonProps = Omit<AriaToggleButtonProps, keyof Look> & Look & RefAttributes<HTMLButtonElement>;

/** An icon that stays pressed (`aria-pressed`). */
export function IconToggleButton({
  label,
  keys,
  size = 'normal',
  variant = 'plain',
  className,
  ...rest
}: IconToggleButtonProps) {
  return (
    <Tooltip text={label} keys={keys ?? null}>
      <AriaToggleButton {...rest} aria-label={label} className={look(variant, size, styles.icon, className)} />
    </Tooltip>
  );
}
