import { Check, Equal } from 'lucide-react';
import type { BeadKind } from './bead-kind.ts';
import styles from './Bead.module.css';

/** How sure a bead is: a ring filled by its confidence, a tick where it is confirmed. For the eye: the bead says it in words. */
export function Ring({ kind, confidence }: { kind: BeadKind; confidence: number }) {
  if (kind === 'confirmed' || kind === 'intended') {
    return (
      <span className={styles.done} aria-hidden>
        {kind === 'confirmed' ? <Check size={12} strokeWidth={3.5} /> : <Equal size={11} strokeWidth={3.5} />}
      </span>
    );
  }
  return (
    <span
      className={styles.ring}
      aria-hidden
      style={{ '--share': `${String(Math.round(confidence * 100))}%` } as object}
    />
  );
}
