import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#main/api/dictionary-shapes.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './DictionariesDialog.module.css';
import { leave, readBrought } from './importing.ts';
import { languageChoices } from './languages.ts';
import { usePartName } from './part-name.ts';

/** Stands for what no language tag can be. */
const every = '*';

/** Asks what the files do not say: a name and the languages; with their first entries, to see whether they are read right. */
export function ImportForm({ names, preview }: { names: string; preview: ImportPreview }) {
  const { t } = useTranslation('dictionaries');
  const { format, languages, samples } = preview;
  const [name, setName] = useState(preview.name);
  const [source, setSource] = useState(preview.source ?? 'kk');
  const [target, setTarget] = useState(preview.target ?? (preview.source === 'en' ? 'kk' : 'en'));
  const isAnalyser = format === 'analyser';
  const choices = languageChoices([preview.source, preview.target, ...languages]);
  const sources = format === 'wiktionary' ? [...choices, { id: every, text: t('form.every') }] : choices;
  const partName = usePartName();
  return (
    <form
      className={styles.stage}
      aria-label={t('form.label')}
      onSubmit={(event) => {
        event.preventDefault();
        void readBrought({
          name: name.trim(),
          source: source === every ? null : source,
          target: isAnalyser ? null : target,
        });
      }}
    >
      <p className={styles.soft}>
        {names} · {t(`format.${format}`)}
      </p>
      <TextField label={t('form.name')} value={name} onChange={setName} required autoFocus />
      <div className={styles.choices}>
        <Choice
          label={isAnalyser ? t('form.language') : t('form.source')}
          value={source}
          options={sources}
          onChange={setSource}
        />
        {!isAnalyser && <Choice label={t('form.target')} value={target} options={choices} onChange={setTarget} />}
      </div>
      {isAnalyser && <p className={styles.soft}>{t('form.analyser')}</p>}
      {samples.length > 0 && (
        <dl className={styles.samples} aria-label={t('form.samples')}>
          {samples.map(({ headword, partOfSpeech, senses }, at) => (
            <div key={`${String(at)} ${headword}`}>
              <dt>{headword}</dt>
              <dd>
                {partOfSpeech !== null && <i>{partName(partOfSpeech)} </i>}
                {senses.join('; ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.actions}>
        <Button onPress={() => void leave()}>{t('stage.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
          {t('form.read')}
        </Button>
      </div>
    </form>
  );
}
