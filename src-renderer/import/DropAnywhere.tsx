import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offer } from '#renderer/app/commands.ts';
import { bring } from './bringing.ts';
import { importCommands } from './commands.ts';
import { filesOf } from './dropped.ts';
import { importing } from './import-state.ts';
import styles from './Import.module.css';
import { WriteDialog } from './WriteDialog.tsx';

/** Takes files that are dropped anywhere on the window, where no part of it takes them itself; shows that it will. */
export function DropAnywhere() {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  useEffect(() => offer(importCommands), []);
  useEffect(() => {
    // What is being made would end with the window, and what was corrected go with it.
    const ask = (event: BeforeUnloadEvent): void => {
      const { making, past } = importing.getState();
      if (making !== null || past.length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, []);
  useEffect(() => {
    let depth = 0;
    // A dialog has its own use for what is dropped on it, or none.
    const isOurs = (event: DragEvent): boolean =>
      (event.dataTransfer?.types.includes('Files') ?? false) && document.querySelector('[data-modal]') === null;
    const listeners = {
      dragenter: (event: DragEvent): void => {
        if (!isOurs(event)) return;
        event.preventDefault();
        depth += 1;
        setOver(true);
      },
      dragover: (event: DragEvent): void => {
        if (isOurs(event)) event.preventDefault();
      },
      dragleave: (event: DragEvent): void => {
        if (!isOurs(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      drop: (event: DragEvent): void => {
        depth = 0;
        setOver(false);
        if (!isOurs(event) || event.dataTransfer === null) return;
        event.preventDefault();
        void filesOf(event.dataTransfer).then(bring);
      },
    };
    for (const [type, listener] of Object.entries(listeners)) {
      window.addEventListener(type, listener as EventListener);
    }
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        window.removeEventListener(type, listener as EventListener);
      }
    };
  }, []);
  if (!over) return <WriteDialog />;
  return (
    <div className={styles.overlay} aria-hidden>
      <p>{t('drop')}</p>
    </div>
  );
}
