import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '#main/api/export-shapes.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './Export.module.css';
import type { ExportChoice } from './export-state.ts';

type Options = ExportChoice['options'];
const ticks = ['includeUnconfirmed', 'notes', 'highlights', 'glossary', 'cards'] as const;

/** What goes along, as far as the format has a place for it. A file with everything has highlights and notes, or neither. */
export function ExportOptions({
  offered,
  options,
  onChange,
}: {
  offered: ExportFormat['options'];
  options: Options;
  onChange: (options: Options) => void;
}) {
  const { t } = useTranslation('export');
  const shown = ticks.filter((tick) => offered.includes(tick));
  return (
    <>
      {offered.includes('unit') && (
        <SegmentedControl
          wide
          label={t('unit.label')}
          value={options.unit}
          segments={[
            { id: 'paragraph', label: t('unit.paragraph') },
            { id: 'sentence', label: t('unit.sentence') },
          ]}
          onChange={(unit) => {
            onChange({ ...options, unit });
          }}
        />
      )}
      {shown.length > 0 && (
        <fieldset className={styles.ticks}>
          <legend>{t('with.label')}</legend>
          {shown.map((tick) => (
            <label key={tick}>
              <input
                type="checkbox"
                checked={options[tick]}
                onChange={(event) => {
                  onChange({ ...options, [tick]: event.target.checked });
                }}
              />
              {tick === 'notes' && offered.includes('cards') ? t('with.annotations') : t(`with.${tick}`)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
