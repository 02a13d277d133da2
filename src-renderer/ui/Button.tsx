import type { ReactNode, RefAttributes } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes.ts';

interface Look {
  /** `plain` has no frame until the pointer is over it. */
  variant?: 'plain' | 'outline' | 'primary' | 'danger';
  size?: 'normal' | 'small';
  className?: string;
  children: ReactNode;
}

export type ButtonProps = Omit<AriaButtonProps, keyof Look> & Look & RefAttributes<HTMLButtonElement>;

export function Button({ variant = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={look(variant, size, className)} />;
}

export type ToggleButtonProps = Omit<AriaToggleButtonProps, keyof Look> & Look & RefAttributes<HTMLButtonElement>;

/** A button that stays pressed (`aria-pressed`). */
export function ToggleButton({ variant = 'plain', size = 'normal', className, ...rest }: ToggleButtonProps) {
  return <AriaToggleButton {...rest} className={look(variant, size, className)} />;
}

/** The class names of a button, for elements that must look like one. */
export function look(
  variant: NonNullable<Look['variant']>,
  size: NonNullable<Look['size']>,
  ...more: readonly (string | undefined)[]
): string {
  return classes(styles.button, variant !== 'plain' && styles[variant], size === 'small' && styles.small, ...more);
}
