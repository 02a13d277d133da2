import { useTranslation } from 'react-i18next';
import type { DictionaryInfo, ImportReport } from '#main/api/dictionary-shapes.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import styles from './DictionariesDialog.module.css';

/** What an import did: how much was read, in which languages, and what was left out, why and where. */
export function ReportView({ report, format }: { report: ImportReport; format: DictionaryInfo['format'] }) {
  const { t } = useTranslation('dictionaries');
  const { number } = useFormat();
  const { entries, skipped, otherLanguages, languages, duration } = report;
  const counted =
    format === 'analyser'
      ? t('count.arcs', { count: entries, formatted: number(entries) })
      : t('count.entries', { count: entries, formatted: number(entries) });
  const named = Object.entries(languages).filter(([tag]) => tag !== 'und');
  return (
    <div className={styles.report}>
      <p>{t('report.read', { counted, seconds: number(Math.max(0.1, duration / 1000), 1) })}</p>
      {named.length > 1 && <p>{named.map(([tag, count]) => `${autonym(tag)}: ${number(count)}`).join(' · ')}</p>}
      {otherLanguages > 0 && (
        <p>{t('report.otherLanguages', { count: otherLanguages, formatted: number(otherLanguages) })}</p>
      )}
      {skipped.map(({ code, count, examples }) => (
        <details key={code}>
          <summary>
            {t(`skip.${code}`)}: {number(count)}
          </summary>
          <ul className={styles.examples}>
            {examples.map(({ place, detail }) => (
              <li key={place}>
                {placeName(place, t)}
                {detail !== '' && <span className={styles.soft}> {detail}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {skipped.length === 0 && <p className={styles.soft}>{t('report.nothingSkipped')}</p>}
    </div>
  );
}

/** Where a record stands: `line 12` in the reader's language. */
function placeName(place: string, t: ReturnType<typeof useTranslation<'dictionaries'>>['t']): string {
  const [, what, at = ''] = /^(line|entry) (\d+)$/u.exec(place) ?? [];
  if (what === 'line') return t('place.line', { at });
  return what === 'entry' ? t('place.entry', { at }) : place;
}
