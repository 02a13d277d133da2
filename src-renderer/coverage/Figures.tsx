import { useTranslation } from 'react-i18next';
import { knownShare, type Coverage } from '#core/glossary/coverage.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import styles from './Coverage.module.css';
import { series, seriesNames, seriesOf, sharesOf } from './series.ts';

/** How much is known by running words and by headwords, and what of the rest is being learned. */
export function Figures({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage');
  return (
    <div className={styles.figures}>
      <Figure name={t('figure.words')} share={knownShare(coverage.words)} />
      <Figure name={t('figure.headwords')} share={knownShare(coverage.headwords)} />
      <Stack coverage={coverage} />
    </div>
  );
}

function Figure({ name, share }: { name: string; share: number | null }) {
  const { t } = useTranslation('coverage');
  const { percent } = useFormat();
  return (
    <p className={styles.figure}>
      <span>{name}</span> <strong>{share === null ? t('figure.none') : percent(share)}</strong>
    </p>
  );
}

/** The running words as one bar, with what each piece of it is. */
function Stack({ coverage: { words } }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormat();
  const names = seriesNames(t);
  const counts = seriesOf(words);
  const shares = sharesOf(words);
  return (
    <div className={styles.stack}>
      <div className={styles.bar} aria-hidden>
        {series.map((one) => (
          <span key={one} data-series={one} style={{ flexGrow: shares[one] }} hidden={counts[one] === 0} />
        ))}
      </div>
      <ul className={styles.legend} aria-label={t('figure.legend')}>
        {series.map((one) => (
          <li key={one}>
            <span className={styles.swatch} data-series={one} aria-hidden />
            {names[one]} <b>{percent(shares[one])}</b>
            <small>{t('figure.count', { count: counts[one], formatted: number(counts[one]) })}</small>
          </li>
        ))}
        {words.ignored > 0 && (
          <li className={styles.soft}>
            {t('series.ignored')}{' '}
            <small>{t('figure.count', { count: words.ignored, formatted: number(words.ignored) })}</small>
          </li>
        )}
      </ul>
    </div>
  );
}
