import { useTranslation } from 'react-i18next';
import type { TermLevel } from '#core/records/term.ts';
import { levelNames } from './levels.ts';
import styles from './LevelMark.module.css';

/** How well a word is known, in the colour that the text shows it in. */
export function LevelMark({ level }: { level: TermLevel }) {
  const { t } = useTranslation('glossary');
  return (
    <span className={styles.mark} data-level={level}>
      {levelNames(t)[level]}
    </span>
  );
}
