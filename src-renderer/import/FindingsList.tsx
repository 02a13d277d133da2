import { useTranslation } from 'react-i18next';
import type { Finding } from '#core/formats/imported.ts';
import styles from './Import.module.css';
import { useFinding, usePlace } from './use-findings.ts';

const order = ['damaged', 'guessed', 'dropped'] as const;

/** What was guessed, left out or repaired while a file was read, with the place where it was first. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('import');
  const say = useFinding();
  const where = usePlace();
  if (findings.length === 0) return null;
  // Files that were joined say much the same.
  const told = new Map(findings.map((finding) => [`${say(finding)} ${where(finding.place)}`, finding]));
  const sorted = [...told.values()].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const urgent = sorted.some(({ kind }) => kind !== 'dropped');
  return (
    <details className={styles.details} open={urgent}>
      <summary>{t('findings', { count: sorted.length })}</summary>
      <ul className={styles.findings}>
        {sorted.map((finding, at) => (
          <li key={`${finding.code} ${String(at)}`} data-kind={finding.kind}>
            {say(finding)}
            {where(finding.place) !== '' && <span className={styles.soft}> ({where(finding.place)})</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
