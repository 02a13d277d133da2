import { useTranslation } from 'react-i18next';
import type { ExportGroup } from '#main/api/export-shapes.ts';
import styles from './Export.module.css';

/** What a file is wanted for, each told in a line. */
export function Purposes({
  groups,
  value,
  onChange,
}: {
  groups: readonly ExportGroup[];
  value: ExportGroup;
  onChange: (group: ExportGroup) => void;
}) {
  const { t } = useTranslation('export');
  return (
    <fieldset className={styles.purposes}>
      <legend>{t('purpose.label')}</legend>
      {groups.map((group) => (
        <label key={group} className={styles.purpose}>
          <input
            type="radio"
            name="purpose"
            checked={group === value}
            onChange={() => {
              onChange(group);
            }}
          />
          <span>
            {t(`purpose.${group}.name`)}
            <small>{t(`purpose.${group}.what`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
