import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Popover,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  type PopoverProps,
  type Selection,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './Menu.module.css';

export { MenuTrigger } from 'react-aria-components';

/** The menu of a `MenuTrigger`, after its button; or at `triggerRef` with `isOpen`. */
export function Menu({
  placement = 'bottom start',
  popover,
  className,
  ...rest
}: Omit<AriaMenuProps<object>, 'className'> & {
  placement?: NonNullable<PopoverProps['placement']>;
  popover?: Pick<PopoverProps, 'triggerRef' | 'isOpen' | 'onOpenChange' | 'offset' | 'crossOffset'>;
  className?: string;
}) {
  return (
    <Popover
      {...popover}
      // Without a button that opens it, the popover around the menu has no name of its own.
      {...(rest['aria-label'] === undefined ? {} : { 'aria-label': rest['aria-label'] })}
      placement={placement}
      className={styles.popover ?? ''}
    >
      <AriaMenu {...rest} className={classes(styles.menu, className)} />
    </Popover>
  );
}

/** A command of a menu, or one of a selection. Its text is found by typing, so give `textValue` where it is no string. */
export function MenuItem({
  keys,
  danger = false,
  children,
  ...rest
}: Omit<AriaMenuItemProps, 'className' | 'children'> & {
  /** How its keys are written on this platform. */
  keys?: string | null;
  danger?: boolean;
  children: ReactNode;
}) {
  return (
    <AriaMenuItem
      {...(typeof children === 'string' ? { textValue: children } : {})}
      {...rest}
      {...(danger ? { 'data-danger': true } : {})}
      className={styles.item ?? ''}
    >
      {children}
      {keys !== undefined && keys !== null && <kbd>{keys}</kbd>}
    </AriaMenuItem>
  );
}

/**
 * Items that belong together, under a heading or (`label`) a name for a screen reader. With `chosen` and `onChoose` one of
 * them holds, and is ticked.
 */
export function MenuSection({
  heading,
  label,
  chosen,
  onChoose,
  children,
}: {
  heading?: string;
  label?: string;
  chosen?: string;
  onChoose?: (id: string) => void;
  children: ReactNode;
}) {
  const selection =
    chosen === undefined
      ? {}
      : ({
          selectionMode: 'single',
          disallowEmptySelection: true,
          shouldCloseOnSelect: true,
          selectedKeys: [chosen],
          onSelectionChange: (keys: Selection) => {
            if (keys !== 'all') for (const id of keys) onChoose?.(String(id));
          },
        } as const);
  return (
    <AriaMenuSection
      className={styles.section ?? ''}
      {...selection}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {heading !== undefined && <Header className={styles.heading ?? ''}>{heading}</Header>}
      {children}
    </AriaMenuSection>
  );
}
