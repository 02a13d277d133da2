import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { useGlossaryLanguages } from '../languages.ts';
import { categoryNames } from '../names.ts';
import styles from './Head.module.css';

/** A term's headword, what it names, and how often it stands in the text. */
export function Head({ term, total }: { term: Term; total: number | null }) {
  const { t } = useTranslation('glossary');
  const { own } = useGlossaryLanguages();
  const script = useLanguageScripts()(term.language);
  return (
    <h3 className={styles.headword} lang={script.tag}>
      <bdi>{script.text(term.headword)}</bdi>{' '}
      <small lang={own}>
        {categoryNames(t)[term.category]}
        {total !== null && ` · ${t('card.count', { count: total })}`}
      </small>
    </h3>
  );
}
