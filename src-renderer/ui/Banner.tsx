import type { ReactNode } from 'react';
import { CircleAlert, Info } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './Banner.module.css';

/** Something that stays true for a while and should be known: what, where, what next. */
export function Banner({
  kind,
  title,
  children,
  actions,
}: {
  kind: 'notice' | 'failed';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div role="status" className={classes(styles.banner, kind === 'failed' && styles.failed)}>
      {kind === 'failed' ? <CircleAlert size={16} aria-hidden /> : <Info size={16} aria-hidden />}
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
