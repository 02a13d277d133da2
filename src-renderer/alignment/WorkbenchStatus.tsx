import { useTranslation } from 'react-i18next';
import frame from '#renderer/app/Frame.module.css';
import { keyName } from '#renderer/app/keys.ts';
import { SavingState } from '#renderer/app/SavingState.tsx';
import { shell } from '#renderer/app/shell-state.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { Filter } from './bead-kind.ts';
import styles from './Workbench.module.css';

/** The foot of the workbench: is all of it on disk, how far the work has come. */
export function WorkbenchStatus({ counts }: { counts: Record<Filter, number> }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const confirmed = counts.all - counts.unconfirmed;
  return (
    <footer className={frame.status} aria-label={t('status.label')}>
      <SavingState />
      <progress
        className={styles.bar}
        value={confirmed}
        max={Math.max(1, counts.all)}
        aria-label={t('status.progress')}
      />
      <span>{t('status.confirmed', { confirmed: number(confirmed), all: number(counts.all), count: counts.all })}</span>
      <span>{t('status.unsure', { count: counts.unsure, formatted: number(counts.unsure) })}</span>
      <span>{t('status.omitted', { count: counts.omissions, formatted: number(counts.omissions) })}</span>
      <Button
        size="small"
        className={classes(frame.last, styles.help)}
        onPress={() => {
          shell.setState({ open: 'keys' });
        }}
      >
        <span aria-hidden>{keyName({ code: 'Slash', shift: true })}</span> {t('status.keys')}
      </Button>
    </footer>
  );
}
