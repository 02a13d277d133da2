import { useTranslation } from 'react-i18next';
import type { Concordance } from '#main/api/concordance-shapes.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { consistency } from './consistency.ts';
import styles from './Renderings.module.css';

/**
 * Which gloss renders the term in the aligned paragraphs, and how often; a press lists the places of one. A term that is
 * rendered in several ways is said to be, for who translates.
 */
export function Renderings({
  found,
  tag,
  chosen,
  onChoose,
}: {
  found: Concordance;
  /** BCP 47 tag of the glosses. */
  tag: string | null;
  /** The rendering whose places are listed; left out, all of them. */
  chosen?: string | null;
  onChoose: (rendering: string | null | undefined) => void;
}) {
  const { t } = useTranslation('glossary');
  const { number } = useFormat();
  if (found.renderings.length === 0) return null;
  const { ways, missing } = consistency(found);
  return (
    <div className={styles.renderings} role="group" aria-label={t('card.renderings')}>
      {ways > 1 && <p className={styles.warning}>{t('card.inconsistent', { count: ways })}</p>}
      {missing > 0 && (
        <p className={styles.warning}>{t('card.missing', { count: missing, formatted: number(missing) })}</p>
      )}
      <ul className={styles.list}>
        {found.renderings.map(({ gloss, count }) => (
          <li key={gloss ?? ''}>
            <button
              type="button"
              className={styles.way}
              aria-pressed={chosen === gloss}
              onClick={() => {
                onChoose(chosen === gloss ? undefined : gloss);
              }}
            >
              {gloss === null ? <i>{t('card.noneFound')}</i> : <span lang={tag ?? undefined}>{gloss}</span>}
              <span className={styles.count}>{number(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
