import type { ReactNode } from 'react';
import styles from './Waiting.module.css';

/** Says what is being waited for, once it takes long enough to wonder. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={styles.waiting}>
      {children}
    </div>
  );
}
