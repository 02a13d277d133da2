import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordKindOf } from '#core/glossary/kind.ts';
import { analyse, spellReading, type PhraseReading } from '#core/language/analyse.ts';
import { language } from '#core/language/language.ts';
import { suffixName } from '#core/language/suffix-names.ts';
import type { Target } from '#core/records/annotation.ts';
import type { Term } from '#core/records/term.ts';
import { useReadingRanks } from '#renderer/dictionaries/use-lookup.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Analysis.module.css';

/** How a form is built: its stem and its suffixes, each with its name. Further legal readings can be turned to. */
export function Analysis({ term, form }: { term: Term; form: string }) {
  const { t } = useTranslation('glossary');
  const direction = useLanguageScripts()(term.language).dir;
  const legal = readingsOf(term, form);
  const readings = useReadingRanks(legal, form, term.language);
  const [chosen, setChosen] = useState(0);
  const [open, setOpen] = useState(false);
  const first = readings[Math.min(chosen, readings.length - 1)];
  if (first === undefined || (readings.length === 1 && !isInflected(first))) return null;
  const others = readings.map((reading, at) => ({ reading, at })).filter(({ reading }) => reading !== first);
  return (
    <div className={styles.analysis} role="group" aria-label={t('card.analysis')}>
      <p className={styles.reading} dir={direction}>
        <Reading reading={first} tag={term.language} />
      </p>
      {others.length > 0 && (
        <Button
          size="small"
          aria-expanded={open}
          onPress={() => {
            setOpen(!open);
          }}
        >
          {t('card.otherReadings', { count: others.length })}
        </Button>
      )}
      {open && (
        <ul className={styles.others}>
          {others.map(({ reading, at }) => (
            <li key={keyOf(reading)}>
              <button
                type="button"
                className={styles.other}
                onClick={() => {
                  setChosen(at);
                }}
              >
                <Reading reading={reading} tag={term.language} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** үкімет + і (possessive, 3rd person) + нің (genitive); of a phrase, its inflected words one after the other. */
function Reading({ reading, tag }: { reading: PhraseReading; tag: string }) {
  const { i18n } = useTranslation('glossary');
  const script = useLanguageScripts()(tag);
  return reading.map(({ stem, suffixes }, word) => (
    <bdi key={`${String(word)} ${stem}`} dir={script.dir} className={styles.word}>
      <b lang={script.tag}>{script.text(stem)}</b>
      {suffixes.map(({ id }, at) => (
        <span key={`${String(at)} ${id}`}>
          {' + '}
          <b lang={script.tag} className={styles.suffix}>
            {script.quote({ quote: partOf(stem, suffixes, at) })}
          </b>{' '}
          <span className={styles.name}>
            (<bdi>{suffixName(id, i18n.language)}</bdi>)
          </span>
        </span>
      ))}{' '}
    </bdi>
  ));
}

/** A suffix in its word: in another script its letters follow from those around them. */
function partOf(stem: string, suffixes: readonly { letters: string }[], at: number): Target['quote'] {
  const letters = suffixes.map((suffix) => suffix.letters);
  return {
    exact: letters[at] ?? '',
    prefix: [stem, ...letters.slice(0, at)].join(''),
    suffix: letters.slice(at + 1).join(''),
  };
}

/** At most this many legal readings are told. */
const mostReadings = 8;

function readingsOf(term: Term, form: string): readonly PhraseReading[] {
  const kind = wordKindOf(term);
  const spoken = language(term.language);
  const found = analyse(term.headword, form, kind ?? spoken.inflection.likelyKind(term.headword), spoken);
  return (found.length > 0 ? found : analyse(term.headword, form, null, spoken)).slice(0, mostReadings);
}

function isInflected(reading: PhraseReading): boolean {
  return reading.some(({ suffixes }) => suffixes.length > 0);
}

function keyOf(reading: PhraseReading): string {
  return reading.map(spellReading).join(' ');
}
