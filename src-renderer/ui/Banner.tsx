import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './Banner.module.css';

const icons = { notice: Info, failed: CircleAlert, done: CircleCheck };

/** Something that stays true for a while and should be known: what, where, what next. */
export function Banner({
  kind,
  title,
  children,
  actions,
}: {
  kind: 'notice' | 'failed' | 'done';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const Icon = icons[kind];
  return (
    <div role="status" className={classes(styles.banner, styles[kind])}>
      <Icon size={16} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
