import { useEffect, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Toast.module.css';

/** Where toasts appear: read out politely, never taking the focus. */
export function ToastRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} aria-live="polite" aria-relevant="additions" className={styles.region}>
      {children}
    </section>
  );
}

/** One message. With `lasts` it goes by itself after so many milliseconds, but not under the pointer or with the focus in it. */
export function Toast({
  kind,
  lasts,
  detail,
  action,
  onClose,
  children,
}: {
  kind: 'done' | 'problem' | 'failure';
  lasts: number | null;
  detail?: ReactNode;
  action?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('app');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (lasts === null || held) return;
    const timer = setTimeout(onClose, lasts);
    return () => {
      clearTimeout(timer);
    };
  }, [lasts, held, onClose]);
  return (
    <div
      className={classes(styles.toast, kind === 'failure' && styles.failure, kind === 'problem' && styles.problem)}
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      <div className={styles.body}>
        {children}
        {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      </div>
      <div className={styles.actions}>
        {action}
        <IconButton label={t('action.close')} size="small" onPress={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
