import { useTranslation } from 'react-i18next';
import type { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { autonym } from '#renderer/i18n/language.ts';
import type { DecodedText } from '#main/api/shapes.ts';
import { Choice } from '../Choice.tsx';
import type { ImportFormat } from './import-read.ts';
import styles from './ImportDialog.module.css';
import { encodingNames, readSource, type Source } from './read-file.ts';

/** How a file is read, as it was found: format, encoding, the language of its headwords. Each can be corrected. */
export function ImportFormats({
  source,
  onSource,
  format,
  onFormat,
  language,
  languages,
  onLanguage,
}: {
  source: Source;
  onSource: (source: Source) => void;
  format: ImportFormat;
  onFormat: (format: ImportFormat) => void;
  language: string;
  languages: readonly string[];
  onLanguage: (language: string) => void;
}) {
  const { t } = useTranslation('glossary');
  const { file } = source;
  const decode = async (encoding: DecodedText['encoding']): Promise<void> => {
    if (file === null) return;
    try {
      const next = await readSource(file.name, file.bytes, language, encoding);
      // In a wrong encoding it may be no text at all; then the choice stays as it was.
      if (typeof next !== 'string') onSource(next);
    } catch (cause) {
      notify({ kind: 'failure', failure: cause as ApiFailure });
    }
  };
  const encodings = Object.keys(encodingNames) as DecodedText['encoding'][];
  return (
    <div className={styles.source}>
      <p className={styles.name}>{file?.name ?? t('import.pasted')}</p>
      <Choice<ImportFormat>
        label={t('import.format.label')}
        value={format}
        options={[
          { id: '\t', text: t('import.format.tabs') },
          { id: ';', text: t('import.format.semicolons') },
          { id: ',', text: t('import.format.commas') },
          { id: 'tbx', text: t('import.format.tbx') },
        ]}
        onChange={onFormat}
      />
      {file !== null && (
        <Choice
          label={t('import.encoding')}
          value={file.encoding}
          options={encodings.map((id) => ({ id, text: encodingNames[id] }))}
          onChange={(encoding) => void decode(encoding)}
        />
      )}
      <Choice
        label={t('import.headwords')}
        value={language}
        options={[...new Set([language, ...languages])].map((tag) => ({ id: tag, text: autonym(tag) }))}
        onChange={onLanguage}
      />
    </div>
  );
}
