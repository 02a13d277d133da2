import { useTranslation } from 'react-i18next';
import { languageChoices } from '#renderer/dictionaries/languages.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { setField } from './correcting.ts';
import type { Draft } from './drafts.ts';
import styles from './Import.module.css';

/** What a text is: its language, name, who wrote or translated it, and when. */
export function Fields({ draft, isOriginal }: { draft: Draft; isOriginal: boolean }) {
  const { t } = useTranslation('import');
  const { key, language, title } = draft;
  const person = isOriginal ? 'author' : 'translator';
  return (
    <div className={styles.fields}>
      <Choice
        label={t('field.language')}
        value={language}
        options={[
          ...(language === 'und' ? [{ id: 'und', text: t('field.unknown') }] : []),
          ...languageChoices(
            language === 'und' ? ['kk', 'kk-Latn', 'kk-Arab'] : [language, 'kk', 'kk-Latn', 'kk-Arab'],
          ),
        ]}
        onChange={(value) => {
          setField(key, 'language', value);
        }}
      />
      <TextField
        label={t('field.title')}
        value={title}
        language={language}
        className={styles.wide ?? ''}
        error={title.trim() === '' ? t('field.title-missing') : null}
        onChange={(value) => {
          setField(key, 'title', value);
        }}
      />
      <TextField
        label={t(isOriginal ? 'field.author' : 'field.translator')}
        value={draft[person]}
        onChange={(value) => {
          setField(key, person, value);
        }}
      />
      <TextField
        label={t('field.date')}
        value={draft.date}
        onChange={(value) => {
          setField(key, 'date', value);
        }}
      />
    </div>
  );
}
