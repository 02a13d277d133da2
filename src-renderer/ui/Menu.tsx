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
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
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
    <Popover {...popover} placement={placement} className={styles.popover ?? ''}>
      <AriaMenu {...rest} className={classes(styles.menu, className)} />
    </Popover>
  );
}

/** A command of a menu, or one of a selection. Its text is found by typing, so give `textValue` where it is no string. */
export function MenuItem({
  keys,
  danger = false,
  isChosen = false,
  children,
  ...rest
}: Omit<AriaMenuItemProps, 'className' | 'children'> & {
  /** How its keys are written on this platform. */
  keys?: string | null;
  danger?: boolean;
  /** The one of its section that holds now. */
  isChosen?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('app');
  return (
    <AriaMenuItem
      {...(typeof children === 'string' ? { textValue: children } : {})}
      {...rest}
      {...(danger ? { 'data-danger': true } : {})}
      className={styles.item ?? ''}
    >
      {children}
      {isChosen && (
        <span role="img" aria-label={t('action.chosen')} className={styles.chosen}>
          ✓
        </span>
      )}
      {keys !== undefined && keys !== null && <kbd>{keys}</kbd>}
    </AriaMenuItem>
  );
}

/** Items that belong together, under a heading or (`label`) a name for a screen reader. */
export function MenuSection({ heading, label, children }: { heading?: string; label?: string; children: ReactNode }) {
  return (
    <AriaMenuSection className={styles.section ?? ''} {...(label === undefined ? {} : { 'aria-label': label })}>
      {heading !== undefined && <Header className={styles.heading ?? ''}>{heading}</Header>}
      {children}
    </AriaMenuSection>
  );
}
