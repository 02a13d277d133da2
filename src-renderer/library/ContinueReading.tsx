import { useTranslation } from 'react-i18next';
import { shareRead } from '#renderer/app/reading.ts';
import { hashOf } from '#renderer/app/route.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { look } from '#renderer/ui/Button.tsx';
import type { WorkEntry } from '#main/api/shapes.ts';
import { titles } from './listing.ts';
import styles from './Library.module.css';

/** The shortest way back to the work that was read last. */
export function ContinueReading({ entry }: { entry: WorkEntry }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const { title } = titles(entry, format.language);
  const { reading, work } = entry;
  if (reading === null) return null;
  const share = shareRead(reading);
  return (
    <section className={styles.continue} aria-labelledby="continue">
      <h2 id="continue">{t('continue.title')}</h2>
      <p className={styles.work}>{title}</p>
      <p className={styles.foot}>
        {share === null
          ? t('facts.read', { at: format.when(reading.at) })
          : t('facts.read-to', { at: format.when(reading.at), share: format.percent(share) })}
      </p>
      <a href={hashOf({ view: 'work', work: work.id })} className={look('primary', 'normal', styles.link)}>
        {t('continue.go')}
      </a>
    </section>
  );
}
