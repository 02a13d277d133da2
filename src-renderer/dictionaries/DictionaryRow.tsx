import { useState } from 'react';
import { ChevronDown, ChevronUp, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DictionaryEdit, DictionaryInfo } from '#main/api/dictionary-shapes.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './DictionariesDialog.module.css';
import { pairName } from './languages.ts';
import { ReportView } from './ReportView.tsx';

/** A dictionary: what it is, whether it is asked, its place, its report. */
export function DictionaryRow({
  dictionary,
  disabled,
  isFirst,
  isLast,
  onEdit,
  onMove,
  onRemove,
}: {
  dictionary: DictionaryInfo;
  /** Nothing can be changed now. */
  disabled: boolean;
  isFirst: boolean;
  isLast: boolean;
  onEdit: (edit: DictionaryEdit) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('dictionaries');
  const { day, number } = useFormat();
  const [renamed, setRenamed] = useState<string | null>(null);
  const { name, format, source, target, entries, imported, enabled, bytes, report } = dictionary;
  const counted =
    format === 'analyser'
      ? t('count.arcs', { count: entries, formatted: number(entries) })
      : t('count.entries', { count: entries, formatted: number(entries) });
  const size =
    bytes < 1e6
      ? t('list.kilobytes', { size: number(Math.ceil(bytes / 1000)) })
      : t('list.megabytes', { size: number(bytes / 1e6, 1) });
  const keep = (): void => {
    if (renamed !== null && renamed.trim() !== '' && renamed.trim() !== name) onEdit({ name: renamed.trim() });
    setRenamed(null);
  };
  return (
    <li className={styles.row} aria-label={name}>
      <input
        type="checkbox"
        className={styles.enabled}
        aria-label={t('list.enabled', { name })}
        checked={enabled}
        disabled={disabled}
        onChange={(event) => {
          onEdit({ enabled: event.target.checked });
        }}
      />
      <div className={styles.what} data-off={!enabled}>
        {renamed === null ? (
          <span className={styles.strong}>{name}</span>
        ) : (
          <TextField
            label={t('form.name')}
            hideLabel
            autoFocus
            value={renamed}
            onChange={setRenamed}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep();
              if (event.key !== 'Escape') return;
              // The dialog is not to close with it.
              event.stopPropagation();
              setRenamed(null);
            }}
          />
        )}
        <span className={styles.soft}>
          {pairName(source, target, t('list.several'))} · {t(`format.${format}`)}
        </span>
        <details>
          <summary className={styles.soft}>
            {counted} · {day(imported)} · {size}
          </summary>
          <ReportView report={report} format={format} />
        </details>
      </div>
      <div className={styles.tools}>
        <IconButton
          size="small"
          label={t('list.up', { name })}
          isDisabled={disabled || isFirst}
          onPress={() => {
            onMove(-1);
          }}
        >
          <ChevronUp size={16} aria-hidden />
        </IconButton>
        <IconButton
          size="small"
          label={t('list.down', { name })}
          isDisabled={disabled || isLast}
          onPress={() => {
            onMove(1);
          }}
        >
          <ChevronDown size={16} aria-hidden />
        </IconButton>
        <IconButton
          size="small"
          label={t('list.rename', { name })}
          isDisabled={disabled}
          onPress={() => {
            setRenamed(name);
          }}
        >
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton size="small" label={t('list.remove', { name })} isDisabled={disabled} onPress={onRemove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
