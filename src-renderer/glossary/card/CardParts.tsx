import { useId } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import type { Concordance } from '#main/api/concordance-shapes.ts';
import { DictionaryEntries } from '#renderer/dictionaries/DictionaryEntries.tsx';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { draftOf, withSense } from '../draft.ts';
import type { TextPlace } from '../glossary-state.ts';
import { editTerm } from '../keep.ts';
import { useGlossaryLanguages } from '../languages.ts';
import { cardPart, type CardPart } from './card-state.ts';
import styles from './CardParts.module.css';
import { consistency } from './consistency.ts';
import { mostLines, Places } from './Places.tsx';
import { Renderings } from './Renderings.tsx';
import { useBesideLanguage, type Wanted } from './use-concordance.ts';

/** What is folded away below a card: where the term stands and how it is rendered, and what dictionaries say of the form. */
export function CardParts({
  term,
  form,
  place,
  found,
  wanted,
  onWanted,
  atOnce,
  onGo,
}: {
  term: Term;
  /** As it stands in the text; `null` where a rendering stands. */
  form: string | null;
  place: TextPlace;
  found: Concordance | null;
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  /** Lines that come at once. */
  atOnce: number;
  onGo: (place: TextPlace) => void;
}) {
  const { t } = useTranslation('glossary');
  const { number } = useFormat();
  const open = useStore(cardPart, (state) => state.open);
  const beside = useBesideLanguage(term.language);
  const { own } = useGlossaryLanguages();
  const id = useId();
  const total = found?.total ?? 0;
  const { ways, missing } = consistency(found ?? { renderings: [] });
  const parts: { part: CardPart; label: string; note: string | null }[] = [
    { part: 'places', label: t('card.places'), note: found === null ? null : number(total) },
    { part: 'dictionaries', label: t('card.dictionaries'), note: null },
  ];
  return (
    <>
      <div className={styles.parts}>
        {parts.map(({ part, label, note }) => (
          <button
            key={part}
            type="button"
            className={styles.part}
            aria-expanded={open === part}
            aria-controls={id}
            onClick={() => {
              cardPart.setState({ open: open === part ? null : part });
            }}
          >
            {open === part ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            {label}
            {note !== null && <span className={styles.number}>{note}</span>}
            {part === 'places' && ways > 1 && (
              <span className={styles.several} title={t('card.inconsistent', { count: ways })}>
                {t('card.ways', { count: ways })}
              </span>
            )}
            {part === 'places' && ways === 1 && missing > 0 && (
              <span
                className={styles.several}
                title={t('card.missing', { count: missing, formatted: number(missing) })}
              >
                {t('card.without', { count: missing, formatted: number(missing) })}
              </span>
            )}
          </button>
        ))}
      </div>
      <div id={id} className={styles.body} hidden={open === null}>
        {open === 'places' && found !== null && (
          <>
            <Renderings
              found={found}
              tag={beside}
              {...(wanted.rendering === undefined ? {} : { chosen: wanted.rendering })}
              onChoose={(rendering) => {
                onWanted(rendering === undefined ? { count: atOnce } : { rendering, count: atOnce });
              }}
            />
            <Places
              term={term}
              found={found}
              here={place}
              onGo={(to) => {
                readerControls.current?.reveal(to);
                onGo(to);
              }}
              onMore={() => {
                onWanted({ ...wanted, count: Math.min(mostLines, wanted.count * 3) });
              }}
            />
          </>
        )}
        {open === 'dictionaries' && (
          <DictionaryEntries
            form={form ?? term.headword}
            language={term.language}
            onTake={(gloss, { target }) => {
              const draft = draftOf(term);
              const tag = target ?? own;
              editTerm(term, {
                ...draft,
                glosses: { ...draft.glosses, [tag]: withSense(draft.glosses[tag] ?? '', gloss) },
              });
            }}
          />
        )}
      </div>
    </>
  );
}
