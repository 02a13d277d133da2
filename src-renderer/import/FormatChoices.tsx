import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { readAgain } from './reading.ts';
import { importing, type BroughtFile } from './import-state.ts';
import styles from './Import.module.css';
import { useFormatName } from './use-findings.ts';

/** What a file is read as, to be corrected: its format, and of a text its encoding. */
export function FormatChoices({
  file,
  format,
  encoding,
}: {
  file: BroughtFile;
  /** As it was read; `null` where it was not. */
  format: string | null;
  encoding: string | null;
}) {
  const { t } = useTranslation('import');
  const formats = useStore(importing, (state) => state.formats);
  const formatName = useFormatName();
  if (formats === null) return null;
  const { said } = file;
  const shown = said.format ?? format ?? '';
  const hasEncoding = formats.formats.find(({ id }) => id === (format ?? said.format))?.hasEncoding ?? format === null;
  const shownEncoding = said.encoding ?? encoding ?? '';
  return (
    <div className={styles.choices}>
      <Choice
        label={t('field.format')}
        value={shown}
        options={[
          ...(shown === '' ? [{ id: '', text: t('field.found') }] : []),
          ...formats.formats.map(({ id }) => ({ id, text: formatName(id) })),
        ]}
        onChange={(id) => {
          void readAgain(file.key, { ...said, format: id });
        }}
      />
      {hasEncoding && (
        <Choice
          label={t('field.encoding')}
          value={shownEncoding}
          options={[
            ...(shownEncoding === '' ? [{ id: '', text: t('field.found') }] : []),
            ...formats.encodings.map((id) => ({ id, text: id.toUpperCase() })),
          ]}
          onChange={(id) => {
            void readAgain(file.key, { ...said, encoding: id });
          }}
        />
      )}
    </div>
  );
}
