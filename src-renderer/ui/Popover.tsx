import type { ReactNode, RefAttributes } from 'react';
import { Dialog, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Popover.module.css';

export { DialogTrigger as PopoverTrigger } from 'react-aria-components';

export type PopoverProps = Omit<AriaPopoverProps, 'className' | 'children'> &
  RefAttributes<HTMLElement> & {
    /** Its name for a screen reader. */
    label: string;
    className?: string;
    children: ReactNode | ((close: () => void) => ReactNode);
  };

/** A card beside what it is about: inside a `PopoverTrigger` after its button, or with `triggerRef` and `isOpen`. */
export function Popover({ label, className, children, ...rest }: PopoverProps) {
  return (
    <AriaPopover {...rest} className={styles.popover ?? ''}>
      <Dialog aria-label={label} className={classes(styles.dialog, className)}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
}
