import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openedWork } from '#renderer/app/work-store.ts';
import { autonym } from '#renderer/i18n/language.ts';
import type { Arrangement } from './arrangement.ts';
import type { Mode } from './plan.ts';
import styles from './Reader.module.css';

/** What stands in each column: the language in its own name, and whether it is the original. */
export function PaneHeads({ arrangement: { left, right }, mode }: { arrangement: Arrangement; mode: Mode }) {
  const { t } = useTranslation('reader');
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  return (
    <div className={styles.heads} data-mode={mode}>
      {([left, right] as const).map((edition, index) => (
        <div
          key={index === 0 ? 'source' : 'target'}
          className={styles.head}
          data-side={index === 0 ? 'source' : 'target'}
        >
          <span lang={edition.language}>{autonym(edition.language)}</span>
          {' · '}
          {t(edition.id === original ? 'pane.original' : 'pane.translation')}
        </div>
      ))}
    </div>
  );
}
