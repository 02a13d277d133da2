import { useTranslation } from 'react-i18next';
import type { Edition } from '#core/records/work.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { autonym } from '#renderer/i18n/language.ts';
import styles from './Export.module.css';

/** Which two texts stand beside each other. Choosing the other one's text exchanges them. */
export function Editions({
  editions,
  pair,
  onChange,
}: {
  editions: readonly Edition[];
  pair: readonly [string, string];
  onChange: (pair: [string, string]) => void;
}) {
  const { t } = useTranslation('export');
  const options = editions.map(({ id, language, title }) => ({
    id,
    text: title === '' ? autonym(language) : `${autonym(language)} · ${title}`,
  }));
  const [left, right] = pair;
  return (
    <div className={styles.pair}>
      <Choice
        label={t('from')}
        value={left}
        options={options}
        onChange={(id) => {
          onChange([id, id === right ? left : right]);
        }}
      />
      <Choice
        label={t('into')}
        value={right}
        options={options}
        onChange={(id) => {
          onChange([id === left ? right : left, id]);
        }}
      />
    </div>
  );
}
