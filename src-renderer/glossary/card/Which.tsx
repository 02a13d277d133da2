import { useTranslation } from 'react-i18next';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { useGlossaryLanguages } from '../languages.ts';
import { glossLine } from '../names.ts';
import type { TermReading } from './readings.ts';
import styles from './Which.module.css';

/** The terms that the words at a place may be: a longer one and those inside it, and others of the same form. */
export function Which({
  readings,
  shown,
  onShow,
}: {
  readings: readonly TermReading[];
  /** The id of the term whose card it is. */
  shown: string;
  onShow: (id: string) => void;
}) {
  const { t } = useTranslation('glossary');
  const scripts = useLanguageScripts();
  const languages = useGlossaryLanguages();
  return (
    <div role="group" aria-label={t('card.which')} className={styles.which}>
      {readings.map(({ term }) => {
        const isDoubled = readings.some((other) => other.term !== term && other.term.headword === term.headword);
        const gloss = isDoubled ? glossLine(term, languages.shown) : null;
        const script = scripts(term.language);
        return (
          <button
            key={term.id}
            type="button"
            className={styles.term}
            aria-pressed={term.id === shown}
            onClick={() => {
              onShow(term.id);
            }}
          >
            <span lang={script.tag} dir={script.dir}>
              {script.text(term.headword)}
            </span>
            {gloss !== null && <small lang={gloss.tag}>{gloss.text}</small>}
          </button>
        );
      })}
    </div>
  );
}
