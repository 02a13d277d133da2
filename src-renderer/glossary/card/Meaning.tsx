import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestRendering, renderingFinder } from '#core/glossary/renderings.ts';
import type { Term } from '#core/records/term.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import type { TextPlace } from '../glossary-state.ts';
import { fromFirst, Highlighted } from '../Highlighted.tsx';
import { useGlossaryLanguages } from '../languages.ts';
import { glossTags, noteOf } from '../names.ts';
import { useBeside } from '../use-beside.ts';
import type { BesidePair } from '../beside-sentence.ts';
import styles from './Meaning.module.css';

/** What a term means: its glosses by language, the one that is used here marked, what stands beside it here, its note. */
export function Meaning({ term, place }: { term: Term; place: TextPlace }) {
  const { t } = useTranslation('glossary');
  const languages = useGlossaryLanguages();
  const pair = useBeside(place, 'sentence');
  const here = useMemo(() => (pair === null ? null : renderedHere(term, place, pair)), [term, place, pair]);
  const scripts = useLanguageScripts();
  const note = noteOf(term, [languages.own, ...languages.shown]);
  return (
    <dl className={styles.fields}>
      {glossTags(term, languages.shown).map((tag) => (
        <div key={tag}>
          <dt title={autonym(tag)}>{tag}</dt>
          <dd lang={scripts(tag).tag} dir={scripts(tag).dir}>
            {(term.glosses[tag] ?? []).map((gloss, at) => (
              <span key={gloss}>
                {at > 0 && '; '}
                {gloss === here?.gloss ? (
                  <mark className={styles.used} title={t('card.used')}>
                    {scripts(tag).text(gloss)}
                  </mark>
                ) : (
                  scripts(tag).text(gloss)
                )}
              </span>
            ))}
          </dd>
        </div>
      ))}
      {here !== null && here.text !== '' && (
        <div>
          <dt>{t('card.here')}</dt>
          <dd lang={scripts(here.language).tag} dir={scripts(here.language).dir} className={styles.here}>
            <Highlighted text={here.text} ranges={here.ranges} show={scripts(here.language).text} />
          </dd>
        </div>
      )}
      {note !== null && (
        <div>
          <dt>{t('field.note')}</dt>
          <dd lang={note.tag} className={styles.note}>
            {note.text}
          </dd>
        </div>
      )}
    </dl>
  );
}

function renderedHere(term: Term, place: TextPlace, pair: BesidePair) {
  const isOwn = pair.languages.own.split('-', 1)[0] === term.language.split('-', 1)[0];
  // A card that was opened on a rendering shows the sentence of the original.
  const text = pair.other.map((piece) => piece.text).join(' ');
  const found = isOwn ? renderingFinder(term, pair.languages.other)(text) : [];
  const [own] = pair.own;
  const length = own === undefined ? 1 : own.end - own.start;
  const share = own === undefined ? 0 : (place.start - own.start) / Math.max(1, length);
  const nearest = nearestRendering(found, share, text.length);
  return {
    language: pair.languages.other,
    ...fromFirst({ text, ranges: found.map(({ start, end }): [number, number] => [start, end]) }),
    gloss: nearest?.gloss ?? null,
  };
}
