import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { suffixName } from '#core/language/suffix-names.ts';
import type { PhraseReading } from '#core/language/analyse.ts';
import type { FoundEntry } from '#main/api/dictionary-shapes.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { openDictionaries } from './dictionaries-state.ts';
import styles from './DictionaryEntries.module.css';
import { usePartName } from './part-name.ts';
import { useLookup } from './use-lookup.ts';

/** Where a gloss that was taken comes from. */
export interface TakenFrom {
  headword: string;
  /** The dictionary's name. */
  dictionary: string;
  /** BCP 47 tag of the gloss; `null` where the dictionary does not say. */
  target: string | null;
}

/**
 * What the reader's dictionaries say of a form as it stands in a text: by dictionary, each with its name, and a button to take
 * each sense. Where there is no dictionary for the language, how to bring one.
 *
 * @param language BCP 47 tag of the form
 */
export function DictionaryEntries({
  form,
  language,
  onTake,
}: {
  form: string;
  language: string;
  onTake: (gloss: string, from: TakenFrom) => void;
}) {
  const { t } = useTranslation('dictionaries');
  const { lookup, failed } = useLookup(form, language);
  if (failed) return <p className={styles.hint}>{t('entries.failed')}</p>;
  // Too short to say that something is waited for.
  if (lookup === null) return null;
  if (lookup.asked === 0) {
    return (
      <p className={styles.hint}>
        {t('entries.noDictionary')}{' '}
        <Button size="small" onPress={openDictionaries}>
          {t('entries.add')}
        </Button>
      </p>
    );
  }
  if (lookup.dictionaries.length === 0) return <p className={styles.hint}>{t('entries.nothing', { form })}</p>;
  return lookup.dictionaries.map(({ id, name, target, entries }) => (
    <section key={id} className={styles.dictionary} aria-label={name}>
      <h4 className={styles.name}>{name}</h4>
      {entries.map((entry, at) => (
        <Entry
          key={`${entry.headword} ${String(at)}`}
          entry={entry}
          language={language}
          target={target}
          onTake={(gloss) => {
            onTake(gloss, { headword: entry.headword, dictionary: name, target });
          }}
        />
      ))}
    </section>
  ));
}

function Entry({
  entry,
  language,
  target,
  onTake,
}: {
  entry: FoundEntry;
  language: string;
  target: string | null;
  onTake: (gloss: string) => void;
}) {
  const { t, i18n } = useTranslation('dictionaries');
  const partName = usePartName();
  const { headword, partOfSpeech, pronunciation, senses, reading } = entry;
  return (
    <div className={styles.entry}>
      <p className={styles.head}>
        <span className={styles.headword} lang={language}>
          {headword}
        </span>
        {pronunciation !== null && <span className={styles.more}>[{pronunciation}]</span>}
        {partOfSpeech !== null && <span className={styles.more}>{partName(partOfSpeech)}</span>}
        {reading !== null && <span className={styles.more}>{chain(reading, i18n.language)}</span>}
      </p>
      <ul className={styles.senses}>
        {senses.map((sense, at) => (
          <li key={`${String(at)} ${sense}`} className={styles.sense}>
            <span {...(target === null ? {} : { lang: target })}>{sense}</span>
            <IconButton
              size="small"
              label={t('entries.take', { gloss: sense })}
              onPress={() => {
                onTake(sense);
              }}
            >
              <Plus size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The suffixes of the last word by their names. */
function chain(reading: PhraseReading, language: string): string {
  return (reading.at(-1)?.suffixes ?? []).map(({ id }) => suffixName(id, language)).join(' + ');
}
