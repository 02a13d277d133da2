import { useTranslation } from 'react-i18next';
import { countedIn, type Coverage, type Knowledge } from '#core/glossary/coverage.ts';
import { levelNames } from '#renderer/glossary/manage/levels.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import styles from './Coverage.module.css';

const rows: readonly Knowledge[] = ['known', '5', '4', '3', '2', '1', 'new', 'unknown', 'ignored'];

/** How many words are known how well, by running words and by headwords. */
export function LevelTable({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormat();
  const names = levelNames(t);
  const counted = { words: countedIn(coverage.words), headwords: countedIn(coverage.headwords) };
  const share = (of: keyof Coverage, row: Knowledge): string =>
    row === 'ignored' || counted[of] === 0 ? '' : percent(coverage[of][row] / counted[of]);
  const nameOf = (row: Knowledge): string =>
    row === 'unknown' ? t('level.unknown') : /\d/u.test(row) ? t('level.learning', { level: row }) : names[row];
  return (
    <table className={styles.table} aria-label={t('tab.levels')}>
      <thead>
        <tr>
          <th scope="col">{t('level.column')}</th>
          <th scope="colgroup" colSpan={2}>
            {t('level.words')}
          </th>
          <th scope="colgroup" colSpan={2}>
            {t('level.headwords')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">
              <span className={styles.swatch} data-level={row} aria-hidden /> {nameOf(row)}
            </th>
            <td>{number(coverage.words[row])}</td>
            <td>{share('words', row)}</td>
            <td>{number(coverage.headwords[row])}</td>
            <td>{share('headwords', row)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('level.all')}</th>
          <td>{number(counted.words)}</td>
          <td>{counted.words > 0 && percent(1)}</td>
          <td>{number(counted.headwords)}</td>
          <td>{counted.headwords > 0 && percent(1)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
