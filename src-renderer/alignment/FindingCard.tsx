import { useTranslation } from 'react-i18next';
import type { Finding } from '#core/alignment/checks/finding.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { goToFinding, waiveFinding } from './find-places.ts';
import styles from './Panel.module.css';

/** What a check found, with the ways to its place and past it. */
export function FindingCard({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const { value, factor } = finding.values;
  const said = t(`finding.${finding.text}`, {
    value: value ?? '',
    factor: typeof factor === 'number' ? number(factor, 1) : (factor ?? ''),
  });
  return (
    <li className={classes(styles.check, styles[finding.severity])}>
      <p>{said}</p>
      <div className={styles.checkActions}>
        <Button
          size="small"
          aria-label={t('finding.go-to', { finding: said })}
          onPress={() => {
            goToFinding(finding);
          }}
        >
          {t('finding.go')}
        </Button>
        <Button
          size="small"
          isDisabled={readOnly}
          aria-label={t('finding.waive-this', { finding: said })}
          onPress={() => {
            waiveFinding(finding);
          }}
        >
          {t('finding.waive')}
        </Button>
      </div>
    </li>
  );
}
